"""Is it Arabic: the script, letters that only other languages of the script write, and one that only Arabic does."""

import re

from musnad.arabic.letters import TA_MARBUTA
from musnad.errors import InputError

_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_OTHERS = re.compile(
    "[\u067e\u0686\u0698\u06af\u06d2\u06ba\u0679\u0688\u0691\u06be\u06c1\u06d5\u06c6\u06ce"  # Persian, Urdu, Kurdish
    "\u067c\u0689\u0693\u0696\u069a\u0681\u0685\u06d0\u06cd\u06ab\u06bc\u06c7\u06c8\u06ad\u06cb\u06b5]"  # others
)
_EASTERN = re.compile("[\u06cc\u06a9]")  # the Persian forms of yeh and kaf, which some Arabic keyboards write too
_SAMPLE = 20_000  # code points looked at
_LEAST_SCRIPT = 0.3  # share of letters in Arabic script
_MOST_OTHERS = 0.02  # share of letters of other languages; foreign names in Arabic news stay far below
_FEW_OTHERS = 2  # letters; so many may stand in the one foreign name of a short text
_MOST_EASTERN = 0.04  # share of eastern forms above which the text must show that it is Arabic
_LEAST_TA_MARBUTA = 0.004  # share; Arabic news has some 2.5 % and eastern languages hardly any


def require_arabic(text: str) -> None:
    """Raise `InputError` where a text is empty or not in Arabic."""
    if not text.strip():
        raise InputError("empty", "no text but white space")
    sample = text[:_SAMPLE]
    letters = sum(map(len, _LETTERS.findall(sample)))
    script = sum(map(len, _SCRIPT.findall(sample)))
    if script < _LEAST_SCRIPT * letters or not script:
        raise InputError("not-arabic", f"{script} of {letters} letters are of the Arabic script")
    others = len(_OTHERS.findall(sample))
    if others > max(_FEW_OTHERS, _MOST_OTHERS * script):
        raise InputError("not-arabic", f"{others} of {script} letters are of another language of the script")
    eastern = len(_EASTERN.findall(sample))
    if eastern > _MOST_EASTERN * script and sample.count(TA_MARBUTA) < _LEAST_TA_MARBUTA * script:
        raise InputError("not-arabic", f"{eastern} of {script} letters are Persian forms, and none is only Arabic")
