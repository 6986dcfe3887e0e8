"""Names of places of two words, the first of which begins many («بني مكادة», «رأس غارب»)."""

from musnad.mentions.view import View


def opened(view: View, i: int) -> int:
    """Return the token behind a name of two words at a token that begins as names of places do, or the same token."""
    nxt = i + 1
    if not view.any(i, "place_opener") or not view.same_sentence(i, nxt) or not view.norms[nxt][0].isalpha():
        return i
    ends = view.any(nxt, "function_word", "complementiser") or (view.is_verb(nxt) and not view.definite(nxt))
    return i if ends else nxt + 1
