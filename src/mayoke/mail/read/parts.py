"""Every text of a message that evidence may point into."""

from mayoke.records.message import Message


def texts(message: Message) -> dict[str, str]:
    """The texts by their part names, as ``Evidence.part`` names them."""
    found = {header.part: header.value for header in message.headers}
    found["header:Subject"] = message.subject
    found.update({body.part: body.text for body in message.bodies})
    found.update({link.part: link.target for link in message.links})
    found.update({f"{file.part}:name": file.name for file in message.attachments})
    for body in message.bodies:
        number = body.part.removesuffix(":text")
        for index, hidden in enumerate(body.hidden, 1):
            found[f"{number}:hidden:{index}"] = hidden.text
        found.update({form.part: form.action for form in body.forms})
    return found
