"""Our codes in the words of VERIS 1.4.1."""

from collections.abc import Mapping
from typing import Final, Literal

Side = Literal["external", "misuse", "error", "unknown"]
_Action = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]

_UNKNOWN: Final = ("Unknown",)
_WEB: Final = ("Web application",)


def _error(variety: str) -> tuple[_Action, Side]:
    return {"error": ((variety,), _UNKNOWN)}, "error"


ACTIONS: Final[Mapping[str, tuple[_Action, Side]]] = {
    "site_vulnerability": ({"hacking": (("Exploit vuln",), _WEB)}, "external"),
    "web_skimming": (
        {"hacking": (_UNKNOWN, _WEB), "malware": (("Capture app data",), _UNKNOWN)},
        "external",
    ),
    "credential_stuffing": ({"hacking": (("Use of stolen creds",), _WEB)}, "external"),
    "malware_ransomware": ({"malware": (_UNKNOWN, _UNKNOWN)}, "external"),
    "unauthorised_access": ({"hacking": (_UNKNOWN, _UNKNOWN)}, "external"),
    "phishing_account_takeover": ({"hacking": (("Use of stolen creds",), _UNKNOWN)}, "external"),
    "insider": ({"misuse": (_UNKNOWN, _UNKNOWN)}, "misuse"),
    "misdelivery": _error("Misdelivery"),
    "misconfiguration": _error("Misconfiguration"),
    "lost_device": _error("Loss"),
    "improper_disposal": _error("Disposal error"),
    "inadvertent_publication": _error("Publishing error"),
    "processor_breach": ({}, "unknown"),
    "unknown": ({}, "unknown"),
}
"""What was done (category: varieties and vectors), and by which side. ``malware_ransomware`` does
not tell which malware, nor ``lost_device`` whether it was stolen."""

ASSETS: Final[Mapping[str, str]] = {
    "site_vulnerability": "S - Web application",
    "web_skimming": "S - Web application",
    "credential_stuffing": "S - Web application",
    "inadvertent_publication": "S - Web application",
    "malware_ransomware": "S - Unknown",
    "unauthorised_access": "S - Unknown",
    "misconfiguration": "S - Unknown",
    "phishing_account_takeover": "S - Unknown",
}

DATA: Final[Mapping[str, str]] = {
    "card_holder_name": "Payment",
    "card_number": "Payment",
    "card_expiry": "Payment",
    "card_security_code": "Payment",
    "card_info_unspecified": "Payment",
    "bank_account": "Bank",
    "medical_info": "Medical",
    "password": "Credentials",
    "login_id": "Credentials",
    "secret_question": "Credentials",
    "my_number": "Sensitive Personal",
    "message_content": "Other",
}
"""Everything else is ``Personal``."""

PARENTS: Final[Mapping[str, str]] = dict.fromkeys(
    ("Payment", "Bank", "Medical", "Sensitive Personal"), "Personal"
)

VICTIMS: Final[Mapping[str, str]] = {
    "card": "Customer",
    "card_holder": "Customer",
    "member": "Customer",
    "account": "Customer",
    "customer": "Customer",
    "policy_holder": "Customer",
    "insured": "Customer",
    "guest": "Customer",
    "employee": "Employee",
    "former_employee": "Employee",
    "business_contact": "Partner",
    "company": "Partner",
    "patient": "Patient",
    "student": "Student",
    "applicant": "Other",
    "participant": "Other",
    "family": "Other",
    "resident": "Other",
    "household": "Other",
    "addressee": "Other",
    "third_party": "Other",
}

DISCOVERED: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("suspicion_notified", "card_company"): ("external", "Fraud detection"),
    ("suspicion_notified", "card_brand"): ("external", "Fraud detection"),
    ("suspicion_notified", "payment_processor"): ("external", "Fraud detection"),
    ("suspicion_notified_other", "customer"): ("external", "Customer"),
    ("suspicion_notified_other", "police"): ("external", "Law enforcement"),
    ("suspicion_notified_other", "third_party"): ("external", "Unrelated 3rd party"),
    ("suspicion_notified_other", "processor"): ("partner", "Unknown"),
    ("suspicion_notified_other", "maintenance_company"): ("partner", "Unknown"),
    ("suspicion_notified_other", "staff"): ("internal", "Reported by employee"),
    ("discovered", "staff"): ("internal", "Reported by employee"),
    ("discovered", "monitoring"): ("internal", "Infrastructure monitoring"),
    ("discovered", "processor"): ("partner", "Unknown"),
    ("discovered", "maintenance_company"): ("partner", "Unknown"),
}
"""Who told or found it, by event and actor."""
