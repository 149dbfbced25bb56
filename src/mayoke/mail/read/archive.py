"""File names inside a zip archive, without unpacking anything (APPNOTE 6.3, §4.3)."""

import struct

from mayoke.text import charset

MAX_MEMBERS = 1000

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_UTF8, _ENCRYPTED = 0x800, 0x1


def is_zip(data: bytes) -> bool:
    """Do the bytes begin like a zip archive (Office documents are such, too)?"""
    return data.startswith(_LOCAL)


def members(data: bytes) -> tuple[tuple[str, ...], bool]:
    """The member names, at most ``MAX_MEMBERS``, and whether any member is encrypted.

    The directory at the end decides; an archive that was cut off is read from its front. The
    standard library's reader is not used: it reads a directory of any length, and takes Japanese
    names (cp932 without a flag) for cp437.
    """
    found = _central(data) or _local(data)
    names = tuple(_name(raw, flags) for flags, raw in found)
    return names, any(flags & _ENCRYPTED for flags, _ in found)


def _central(data: bytes) -> list[tuple[int, bytes]]:
    end = data.rfind(_END, max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        return []
    size, offset = struct.unpack_from("<II", data, end + 12)
    # The offset counts from the start of the archive, which may stand behind other data.
    at = end - size if data[offset : offset + 4] != _CENTRAL else offset
    found: list[tuple[int, bytes]] = []
    while at >= 0 and data[at : at + 4] == _CENTRAL and len(data) >= at + 46:
        (flags,) = struct.unpack_from("<H", data, at + 8)
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        found.append((flags, data[at + 46 : at + 46 + name]))
        if len(found) == MAX_MEMBERS:
            break
        at += 46 + name + extra + comment
    return found


def _local(data: bytes) -> list[tuple[int, bytes]]:
    at = 0
    found: list[tuple[int, bytes]] = []
    while data[at : at + 4] == _LOCAL and len(data) >= at + 30 and len(found) < MAX_MEMBERS:
        (flags,) = struct.unpack_from("<H", data, at + 6)
        size, _, name, extra = struct.unpack_from("<IIHH", data, at + 18)
        found.append((flags, data[at + 30 : at + 30 + name]))
        at += 30 + name + extra + size
    return found


def _name(raw: bytes, flags: int) -> str:
    declared = "utf-8" if flags & _UTF8 else "cp932"
    return charset.decode(raw, declared).text
