"""Is it Arabic: the script, and letters that only other languages of the script write."""

import re

from musnad.errors import InputError

_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_OTHERS = re.compile("[\u067e\u0686\u0698\u06af\u06d2\u06ba\u0679\u0688\u0691\u06be\u06c1\u06d5\u06c6\u06ce]")
_SAMPLE = 20_000  # code points looked at
_LEAST_SCRIPT = 0.3  # share of letters in Arabic script
_MOST_OTHERS = 0.02  # share of Persian, Urdu and Kurdish letters; foreign names in Arabic news stay far below


def require_arabic(text: str) -> None:
    """Raise `InputError` where a text is empty or not in Arabic."""
    if not text.strip():
        raise InputError("empty", "no text but white space")
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    script = len(_SCRIPT.findall(sample))
    if script < _LEAST_SCRIPT * letters or not script:
        raise InputError("not-arabic", f"{script} of {letters} letters are of the Arabic script")
    others = len(_OTHERS.findall(sample))
    if others > _MOST_OTHERS * script:
        raise InputError("not-arabic", f"{others} of {script} letters are Persian, Urdu or Kurdish")
