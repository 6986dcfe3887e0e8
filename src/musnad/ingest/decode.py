"""Bytes to text: which encoding of Arabic, or why none."""

import re

from charset_normalizer import from_bytes

from musnad.arabic import ARABIC_LETTER
from musnad.errors import InputError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[A-Za-z0-9_\-]+)", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF_8 = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_HIGH = re.compile(rb"(?P<good>(?:" + _UTF_8 + rb")+)|(?P<old>(?:(?!" + _UTF_8 + rb")[\x80-\xff])+)")
_LEAST_OLD = 6  # bytes in a line from which they are the old encoding and not a damage
_HEAD = 4096  # bytes in which a page declares its encoding and a file shows that it is binary
_MOST_BROKEN = 0.05  # share of undecodable characters up to which text counts as damaged UTF-8; cp1256 has over half
_LEAST_ARABIC = 0.3  # share of characters by which UTF-16 without a mark is believed
_LEAST_LEGACY = 0.8  # share of the letters outside ASCII by which an old 8-bit encoding is believed
_MOST_CONTROLS = 0.02  # share of control bytes above which a file is not text
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"RIFF",
    b"OggS",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)


def decode(data: bytes, max_bytes: int) -> str:
    """Return the text of some bytes: UTF-8 (also slightly damaged), UTF-16, Windows-1256 or ISO 8859-6.

    Raises `InputError` with the reason `too-large`, `empty`, `binary` or `encoding`.
    """
    if len(data) > max_bytes:
        raise InputError("too-large", f"more than {max_bytes} bytes")
    if not data.strip():
        raise InputError("empty", "no bytes but white space" if data else "no bytes at all")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return clean(data.decode(name, "replace"))
    head = data[:_HEAD]
    if data.startswith(_MAGIC):
        raise InputError("binary", f"the first bytes are {data[:4]!r}")
    if b"\x00" in head and (text := _wide(data)) is not None:
        return clean(text)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)  # noqa: PLR2004 - first printable
    if controls > _MOST_CONTROLS * len(head):
        raise InputError("binary", f"{controls} control bytes among the first {len(head)}")
    try:
        return clean(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return clean(_legacy(data))


def clean(text: str) -> str:
    """Return a text with every lone surrogate replaced by U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def _wide(data: bytes) -> str | None:
    """Return the text of UTF-16 without a byte order mark, which is the only text that holds many zero bytes."""
    for name in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(name, "replace")
        if len(ARABIC_LETTER.findall(text[:_HEAD])) > _LEAST_ARABIC * len(text[:_HEAD]):
            return text
    return None


def _legacy(data: bytes) -> str:
    """Decode what is no clean UTF-8: damaged UTF-8, the declared encoding, an old Arabic one, or a mixture."""
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= _MOST_BROKEN * len(damaged):
        return damaged
    if ARABIC_LETTER.search(damaged):
        return b"\n".join(map(_line, data.split(b"\n"))).decode("utf-8")
    found = _DECLARED.search(data[:_HEAD])
    names = ["cp1256", "iso8859-6"]
    if found is not None and (declared := found["name"].decode("ascii").lower()) not in {"utf-8", "utf8"}:
        names.insert(0, declared)
    tried = [text for name in names if (text := _strict(data, name)) is not None]
    good = [text for text in tried if _arabic_share(text) >= _LEAST_LEGACY]
    if good:
        return good[0] if found is not None else max(good, key=_arabic_share)
    guess = from_bytes(data[:_HEAD]).best()
    text = None if guess is None else _strict(data, guess.encoding)
    if text is not None and _arabic_share(text) >= _LEAST_LEGACY:
        return text
    raise InputError("encoding", "neither UTF-8 nor UTF-16, Windows-1256 or ISO 8859-6 Arabic")


def _line(line: bytes) -> bytes:
    """Return one line of a file that mixes encodings (files put together) as UTF-8.

    Of a page a whole part may stand in one line: what is UTF-8 stays, the bytes between are the old encoding's.
    """
    old = b" ".join(run["old"] for run in _HIGH.finditer(line) if run["old"])
    if not old:
        return line
    text = _strict(old, "cp1256")
    if len(old) < _LEAST_OLD or text is None or _arabic_share(text) < _LEAST_LEGACY:
        return line.decode("utf-8", "replace").encode("utf-8")
    whole = _HIGH.sub(lambda run: run["good"] or run["old"].decode("cp1256", "replace").encode("utf-8"), line)
    return whole.decode("utf-8", "replace").encode("utf-8")


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _arabic_share(text: str) -> float:
    """Return which share of the letters outside ASCII is Arabic; 0 where there are none."""
    letters = [c for c in text[: 4 * _HEAD] if c.isalpha() and not c.isascii()]
    return sum(ARABIC_LETTER.match(c) is not None for c in letters) / len(letters) if letters else 0.0
