"""The letters and marks of Arabic script, in the classes that folding and cutting need."""

import re
import unicodedata

ALEF, LAM, WAW, YA, TA, NUN, MIM, SIN, HA, DHAL = "ا", "ل", "و", "ي", "ت", "ن", "م", "س", "ه", "ذ"
SERVANT = "عبد"
"""The first half of names such as «عبد الله», which newspapers also write joined to the second."""
SON = "بن"
"""The word within «سامي بن حداد»; where a name begins with it, an alef is written before it («ابن حداد»)."""
TATWEEL = "ـ"
NOUN_SIGNS = "ٌٍ"
"""Vowel signs that only a noun ends in."""
ALEF_ABOVE, ALEF_BELOW, ALEF_MADDA = "أ", "إ", "آ"
ALEF_MAQSURA, TA_MARBUTA, HAMZA, TANWIN, SHADDA = "ى", "ة", "ء", "ً", "ّ"
HAMZA_SEATS = "ؤئ"
"""How a hamza at the end of a noun is written before a pronoun («أعضاؤه»)."""
FATHA, DAMMA = "\u064e", "\u064f"

ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
"""One letter of the Arabic alphabet."""

VARIANTS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ک": "ك",
    "گ": "ك",
    "ڪ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڥ": "ف",
    "٫": ".",
    "٬": ",",
}
"""One letter for one: spellings that newspapers do not keep apart, and letters of neighbouring languages in names."""

HA = VARIANTS[TA_MARBUTA]
"""Ha, and ta marbuta folded: an ending that is a pronoun or a feminine one."""

FREQUENT = "أإآىئؤة"
"""Those variants that every text is full of."""

_CONTROLS = (
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"  # marks of notes and powers («كم²»): a number beside them is another one


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code)) in {"Mn", "Me"}


DELETED = frozenset(
    ["\u0640", *_CONTROLS, *_RAISED]
    + [chr(code) for code in (*range(0x0300, 0x0370), *range(0x0610, 0x0700), *range(0x08D3, 0x0900)) if _is_mark(code)]
)
"""Tatweel, vowel signs, combining marks, raised digits and invisible controls: folding drops them."""

PRESENTATION = {
    chr(code): "".join(c for c in unicodedata.normalize("NFKC", chr(code)) if not c.isspace() and c not in DELETED)
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
"""Presentation forms of letters and ligatures, with the letters that they stand for (one or several)."""
