"""Words between what says who somebody is and his role: «وهو أيضا نائب …», «كان سالم في ذلك الوقت أول وزير»."""

from musnad.arabic import LIKE
from musnad.mentions.found import Found
from musnad.mentions.view import View

_KINDS = ("that_time", "former_word", "then_word", "vague", "particle", "day_word", "weekday", "part_of_day")
_ADVERB = "adverb"
_LONGEST = 3  # tokens of one of them
_MOST = 2  # of them in a row
_ELATIVE = "ordinary_word.elative"


def rated(view: View, role: Found) -> int:
    """Return how many words before a role rate or count it («أول حارس», «أفضل لاعب», «ثاني أكبر قائد»)."""
    i = role.first - 1
    if i < 0 or role.definite or not view.same_sentence(i, role.first):
        return 0
    if any(hit.entry.id == _ELATIVE for hit in view.hits.at(i, "ordinary_word")):
        return 1 + (view.same_sentence(i - 1, i) and view.may(i - 1, "day_ordinal") if i else 0)
    return int(any(hit.prefix in {"", LIKE} and not hit.definite for hit in view.hits.at(i, "day_ordinal")))


def before_adverbs(view: View, at: int) -> int:
    """Return the token at which the adverbs begin that end right before a token: itself where there are none."""
    for _ in range(_MOST):
        first = next((k for k in range(at - _LONGEST, at) if k > 0 and _is_adverb(view, k, at)), at)
        if first == at or not view.same_sentence(first - 1, at):
            return at
        at = first
    return at


def _is_adverb(view: View, k: int, last: int) -> bool:
    """Say whether an adverb, or words for a time, stands on the tokens from one to another."""
    if not view.may(k, *_KINDS):
        return False
    hits = (hit for hit in view.hits.at(k, *_KINDS) if hit.last == last and not hit.definite)
    return any(hit.kind != "particle" or hit.entry.text("part") == _ADVERB for hit in hits)
