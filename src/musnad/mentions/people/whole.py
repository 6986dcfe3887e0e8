"""Names cut short that the article has whole elsewhere: «سالم» before «العمرة» where it says «المهندس سالم العمرة»."""

from musnad.mentions.found import Found, unknown
from musnad.mentions.view import View

_LONGEST = 5  # words of a name


def whole_names(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where the name of a person goes on as far as a longer one of the article that begins with it."""
    known = {tuple(view.norms[slice(*f.name)]) for f in found if f.kind == "person" and f.name is not None}
    longer: dict[tuple[str, ...], int] = {}
    for words in known:
        for cut in range(1, min(len(words), _LONGEST)):
            longer[words[:cut]] = max(len(words), longer.get(words[:cut], 0))
    if not longer:
        return found
    taken = {f.first for f in found if f.kind == "person" and f.name is not None}
    whole = [_whole(view, f, longer, known, taken) for f in found]
    grown = {i for old, new in zip(found, whole, strict=True) for i in range(old.last, new.last)}
    return [f for f in whole if f.first not in grown]


def _whole(
    view: View, phrase: Found, longer: dict[tuple[str, ...], int], known: set[tuple[str, ...]], taken: set[int]
) -> Found:
    """Return a phrase that ends with a name with the words behind it that make it a longer known one."""
    if phrase.kind != "person" or phrase.name is None or phrase.name[1] != phrase.last:
        return phrase
    first, last = phrase.name
    most = longer.get(tuple(view.norms[first:last]), 0)
    for end in range(first + most, last, -1):
        if tuple(view.norms[first:end]) not in known or not view.same_sentence(first, end - 1):
            continue
        if taken.intersection(range(last, end)):
            return phrase
        units = view.units
        nodes = (*phrase.nodes, *unknown(units, last, end))
        return phrase._replace(last=end, end=units.ends[end - 1], name=(first, end), nodes=nodes)
    return phrase
