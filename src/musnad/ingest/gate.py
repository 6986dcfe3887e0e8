"""May these bytes hold an Arabic article? Answered before anything is decoded or parsed, in microseconds.

A «no» is certain enough to skip a page; a «yes» is only a reason to look, for `language` decides on the text itself.
"""

from itertools import repeat

_LEAST = 15  # of the three most frequent letters; an article of the least length has some 20
_ALEF, _LAM, _YEH = b"\xd8\xa7", b"\xd9\x84", b"\xd9\x8a"  # UTF-8 of the three, a third of all letters in Arabic news
_LEADS = (b"\xd8", b"\xd9")
_OLD = ((b"\xc7", b"\xe1", b"\xed"), (b"\xc7", b"\xe4", b"\xea"))  # the same in Windows-1256 and in ISO 8859-6
_WRITTEN_OUT = (b"&#15", b"&#16", b"&#x06", b"&#x6", b"&#X06", b"&#X6")  # character references of the Arabic block
_FARSI_YEH, _KEHEH, _TA_MARBUTA = b"\xdb\x8c", b"\xda\xa9", b"\xd8\xa9"
_MOST_EASTERN = 0.25  # Persian yeh and kaf for one of the three letters; Persian, Urdu and Kurdish have some 0.5
_LEAST_TA_MARBUTA = 0.012  # for one of the three letters; Arabic news has some 0.08
_ASCII = bytes(range(128))
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 1024  # bytes in which UTF-16 shows its zero bytes


def may_be_arabic(data: bytes) -> bool:
    """Say whether bytes in any of the usual encodings may hold an article in Arabic.

    >>> may_be_arabic("قال الوزير إن المحادثات كانت مثمرة وإن اللقاء التالي يعقد في القاهرة الأسبوع المقبل".encode())
    True
    >>> may_be_arabic(b"<p>The minister said that the talks went well.</p>")
    False
    """
    if data.startswith(_WIDE) or b"\0" in data[:_HEAD]:
        return True
    letters = b"" if data.isascii() else data.translate(None, _ASCII)  # most bytes of most pages are mark-up
    leads = sum(map(letters.count, _LEADS))  # one byte is found faster than two
    common = letters.count(_ALEF) + letters.count(_LAM) + letters.count(_YEH) if leads >= _LEAST else 0
    if common >= _LEAST:
        eastern = letters.count(_FARSI_YEH) + letters.count(_KEHEH)
        return eastern <= _MOST_EASTERN * common or letters.count(_TA_MARBUTA) >= _LEAST_TA_MARBUTA * common
    if letters and not _is_utf_8(letters) and any(map(_is_written, repeat(letters), _OLD)):
        return True
    return b"&#" in data and sum(map(data.count, _WRITTEN_OUT)) >= _LEAST


def _is_written(data: bytes, old: tuple[bytes, ...]) -> bool:
    """Say whether bytes hold the three letters in an old encoding, often enough."""
    counts = [data.count(letter) for letter in old]
    return all(counts) and sum(counts) >= _LEAST


def _is_utf_8(data: bytes) -> bool:
    """Say whether bytes are UTF-8, whose lead and trailing bytes look like letters of the old encodings."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
