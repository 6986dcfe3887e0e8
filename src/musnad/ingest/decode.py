"""Bytes to text: which encoding of Arabic, or why none."""

import re
from collections.abc import Iterator
from itertools import islice

from musnad.arabic import ARABIC_LETTER
from musnad.errors import InputError
from musnad.ingest.places import ONE_BYTE, UNKNOWN, UTF_8, Decoded, joined

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UTF_8_BOM = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[A-Za-z0-9_\-]+)", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_HIGH = re.compile(rb"[\x80-\xff]+")  # a word, for what stands between words is ASCII in every encoding
_ARABIC = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")  # one letter in UTF-8
_MOST_PARTS = 20_000  # of one text; where more damages lie in it, nobody asks for its bytes
_LEAST_OLD = 6  # bytes in a line from which they are the old encoding and not a damage
_SAMPLE = 16_000  # characters outside ASCII by which a text shows what it is
_HEAD = 4096  # bytes in which a page declares its encoding and a file shows that it is binary
_LEAST_NEW = 0.02  # share of the bytes outside ASCII that is Arabic in UTF-8, from which it is a mixture
_MOST_BROKEN = 0.05  # share of undecodable characters up to which a text without any letters of its own is read
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
    return decoded(data, max_bytes).text


def decoded(data: bytes, max_bytes: int) -> Decoded:
    """Return the same with the places of its characters in the bytes."""
    if len(data) > max_bytes:
        raise InputError("too-large", f"more than {max_bytes} bytes")
    if not data.strip():
        raise InputError("empty", "no bytes but white space" if data else "no bytes at all")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _wide(data, name, len(bom))
    head = data[:_HEAD]
    if data.startswith(_MAGIC):
        raise InputError("binary", f"the first bytes are {data[:4]!r}")
    if b"\x00" in head:
        for name in ("utf-16-le", "utf-16-be"):  # without a mark: the only text that holds many zero bytes
            beginning = head[: len(head) // 2 * 2].decode(name, "replace")
            if len(ARABIC_LETTER.findall(beginning)) > _LEAST_ARABIC * len(beginning):
                return _wide(data, name, 0)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)  # noqa: PLR2004 - first printable
    if controls > _MOST_CONTROLS * len(head):
        raise InputError("binary", f"{controls} control bytes among the first {len(head)}")
    low = len(_UTF_8_BOM) * data.startswith(_UTF_8_BOM)
    try:
        return joined([(clean(data[low:].decode("utf-8", "surrogatepass")), len(data) - low, UTF_8)], low)
    except UnicodeDecodeError:
        return _legacy(data, low)


def clean(text: str) -> str:
    """Return a text with every lone surrogate replaced by U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def _wide(data: bytes, name: str, low: int) -> Decoded:
    text = clean(data[low:].decode(name, "replace"))
    is_whole = len(text.encode(name)) == len(data) - low
    return joined([(text, len(data) - low, name)], low) if is_whole else Decoded(text)


def _legacy(data: bytes, low: int) -> Decoded:
    """Decode what is no clean UTF-8: damaged UTF-8 or a mixture, else the declared encoding, or an old Arabic one."""
    words = _HIGH.findall(data)
    new = sum(len(word) for word in words if _is_new(word) and _ARABIC.search(word))
    if low or new >= max(_LEAST_OLD, _LEAST_NEW * sum(map(len, words))):
        return _bounded(_mixed(data[low:]), low)
    found = _DECLARED.search(data[:_HEAD])
    names = ["cp1256", "iso8859-6"]
    if found is not None and (declared := found["name"].decode("ascii").lower()) not in {"utf-8", "utf8"}:
        names.insert(0, declared)
    tried = [text for name in names if (text := _strict(data, name)) is not None]
    good = [text for text in tried if _arabic_share(text) >= _LEAST_LEGACY]
    if good:
        return _old(good[0] if found is not None else max(good, key=_arabic_share), data)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few inputs are so strange that it must be asked

    guess = from_bytes(data[:_HEAD]).best()
    text = None if guess is None else _strict(data, guess.encoding)
    if text is not None and _arabic_share(text) >= _LEAST_LEGACY:
        return _old(text, data)
    if data.decode("utf-8", "replace").count("\ufffd") <= _MOST_BROKEN * len(data):
        return _bounded(_damaged(data), low)  # its letters may be character references
    raise InputError("encoding", "neither UTF-8 nor UTF-16, Windows-1256 or ISO 8859-6 Arabic")


def _old(text: str, data: bytes) -> Decoded:
    text = clean(text)
    return joined([(text, len(data), ONE_BYTE)]) if len(text) == len(data) else Decoded(text)


def _bounded(chunks: Iterator[tuple[str, int, str]], low: int) -> Decoded:
    """Return the text of chunks, without their places if there are too many."""
    found = list(chunks)
    return joined(found, low) if len(found) <= _MOST_PARTS else Decoded("".join(text for text, _, _ in found))


def _damaged(data: bytes) -> Iterator[tuple[str, int, str]]:
    """Yield the chunks of damaged UTF-8, whole ones and what stands for broken bytes."""
    text = data.decode("utf-8", "surrogateescape")
    at = 0
    for found in _ESCAPED.finditer(text):
        whole, broken = text[at : found.start()], found.group().encode("utf-8", "surrogateescape")
        yield whole, len(whole.encode()), UTF_8
        shown = broken.decode("utf-8", "replace")
        yield shown, len(broken), ONE_BYTE if len(shown) == len(broken) else UNKNOWN
        at = found.end()
    yield text[at:], len(text[at:].encode()), UTF_8


def _mixed(data: bytes) -> Iterator[tuple[str, int, str]]:
    """Yield the chunks of a file that is damaged or mixes encodings (files put together), line by line.

    Of a page a whole part may stand in one line: there every word is in one encoding.
    """
    for line in data.splitlines(keepends=True):
        places = [found.span() for found in _HIGH.finditer(line) if not _is_new(found.group())]
        text = _strict(b" ".join(line[start:end] for start, end in places), "cp1256") if places else None
        size = sum(end - start for start, end in places)
        if text is None or size < _LEAST_OLD or _arabic_share(text) < _LEAST_LEGACY:
            yield from _damaged(line)
            continue
        at = 0
        for start, end in places:
            yield from _damaged(line[at:start])
            yield line[start:end].decode("cp1256", "replace"), end - start, ONE_BYTE
            at = end
        yield from _damaged(line[at:])


def _is_new(word: bytes) -> bool:
    """Say whether a word is UTF-8, damaged or not: in the old encodings hardly two bytes of it look like a letter."""
    try:
        word.decode("utf-8")
    except UnicodeDecodeError:
        return 2 * len(b"".join(_ARABIC.findall(word))) > len(word)
    return True


def _strict(data: bytes, name: str) -> str | None:
    """Return some bytes decoded; None where they are not in that encoding, or it is none: pages declare anything."""
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _arabic_share(text: str) -> float:
    """Return which share of the letters outside ASCII is Arabic; 0 where there are none."""
    letters = [c for found in islice(_FOREIGN.finditer(text), _SAMPLE) if (c := found.group()).isalpha()]
    return sum(ARABIC_LETTER.match(c) is not None for c in letters) / len(letters) if letters else 0.0
