"""Makes a PNG small: as few colours as a page of text needs (RFC 2083, colour type 3)."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

COLOURS = 96

_PIXELS = """async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  let text = "";
  for (let at = 0; at < data.length; at += 8190)
    text += String.fromCharCode(...data.subarray(at, at + 8190));
  return [bitmap.width, bitmap.height, btoa(text)];
}"""


def fewer_colours(page: Page, png: bytes) -> bytes:
    """The same picture with at most 96 colours; ``page`` is any page, whose browser reads it."""
    width, height, told = page.evaluate(_PIXELS, base64.b64encode(png).decode())
    pixels = np.frombuffer(base64.b64decode(told), dtype=np.uint8).reshape(-1, 4)[:, :3]
    palette, places = _chosen(pixels)
    rows = np.zeros((height, width + 1), dtype=np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = places.reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chosen(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The palette, and each pixel's place in it: the nearest of the colours that are used most."""
    codes = pixels.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    every, back, counts = np.unique(codes, return_inverse=True, return_counts=True)
    colours = np.stack([every >> 16, every >> 8 & 255, every & 255], axis=1).astype(np.int32)
    used = np.argsort(-counts, kind="stable")
    taken: list[int] = []
    for at in used:  # no two that the eye takes for one
        if len(taken) == COLOURS:
            break
        if not taken or np.abs(colours[taken] - colours[at]).sum(axis=1).min() > 12:
            taken.append(int(at))
    palette = colours[taken]
    apart = ((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
    nearest = apart.argmin(axis=1).astype(np.uint8)
    return palette.astype(np.uint8), nearest[back.reshape(-1)]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
