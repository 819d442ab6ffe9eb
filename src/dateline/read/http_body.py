"""The body of an HTTP answer as it was sent: chunked (RFC 9112), packed (RFC 9110), or neither."""

from __future__ import annotations

import zlib

_ANY_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS


def unpacked(body: bytes, transfer: str, content: str, limit: int) -> bytes:
    """Undo ``transfer`` and ``content``, the header fields Transfer- and Content-Encoding.

    No more than ``limit`` bytes are unpacked.

    Raises:
        ValueError: the body is not encoded as they say, or in a way that is not known here.
    """
    if "chunked" in transfer.lower():
        body = _joined(body)
    for coding in reversed(content.lower().split(",")):
        body = _decoded(body, coding.strip(), limit)
    return body


def _decoded(body: bytes, coding: str, limit: int) -> bytes:
    if coding in ("", "identity"):
        return body
    try:
        if coding in ("gzip", "x-gzip", "deflate"):
            zlib_or_raw = _RAW_DEFLATE if coding == "deflate" and body[:1] != b"\x78" else _ANY_ZLIB
            return zlib.decompressobj(zlib_or_raw).decompress(body, limit)
        if coding == "br":
            import brotli

            return bytes(brotli.decompress(body)[:limit])
    except Exception as error:  # brotli's error has a class of its own
        raise ValueError(f"{coding}: {error}") from None
    raise ValueError(f"unknown encoding {coding}")


def _joined(body: bytes) -> bytes:
    parts, at = [], 0
    while at < len(body):
        line = body.find(b"\r\n", at)
        size = int(body[at : line if line > 0 else len(body)].partition(b";")[0], 16)
        if size == 0:
            break
        parts.append(body[line + 2 : line + 2 + size])
        at = line + 2 + size + 2
    return b"".join(parts)
