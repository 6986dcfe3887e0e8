"""Words without what is written onto them, to compare the wording of two sentences; no morphology."""

from musnad.arabic.clitics import ARTICLE, LAM_ARTICLE

_SHORTEST = 3  # letters that a stem keeps
_WITH_ARTICLE = (*(letter + ARTICLE for letter in "وبكف"), LAM_ARTICLE, ARTICLE)
_LETTERS = ("و", "ب", "ل", "ف")
_CUT_OFF = _SHORTEST + 2  # letters of a word whose first one may be a particle
_ENDINGS = ("هما", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "ه", "ي", "ا", "ت")


def stem(norm: str) -> str:
    """Return a folded word without article, particles, and endings of case, number and possession.

    >>> stem("والمفاوضات"), stem("مفاوضاتهم"), stem("بالمفاوضه")
    ('مفاوض', 'مفاوضات', 'مفاوض')
    """
    start = next((p for p in _WITH_ARTICLE if norm.startswith(p) and len(norm) - len(p) >= _SHORTEST), "")
    if not start and norm.startswith(_LETTERS) and len(norm) >= _CUT_OFF:
        start = norm[0]
    rest = norm.removeprefix(start)
    end = next((e for e in _ENDINGS if rest.endswith(e) and len(rest) - len(e) >= _SHORTEST), "")
    return rest.removesuffix(end)
