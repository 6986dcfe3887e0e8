"""People whom no list knows, told by what they say («وقالت أوليا براندو، عالمة الآثار: …»), and their first names."""

from collections.abc import Collection

from musnad.arabic.letters import ALEF, HA, TA, TA_MARBUTA, TANWIN
from musnad.mentions.found import Found, unknown
from musnad.mentions.people.spoken import closes, lengthened, turns
from musnad.mentions.proper.reader import Name
from musnad.mentions.proper.shapes import THEIRS
from musnad.mentions.view import View
from musnad.mentions.word_shapes import like_present

_FEWEST, _MOST = 2, 3  # words of such a name
_NOUN = (TA_MARBUTA, TANWIN + ALEF, ALEF + TANWIN, HA + ALEF, *THEIRS)


def stranger(view: View, i: int) -> Name | None:
    """Return the two or three words of which nothing is known between a verb of saying and what closes its subject."""
    verb = view.at(i - 1, "cue") if i else None
    if verb is None or verb.form.pos != "verb" or verb.suffix or verb.form.number != "s":
        return None
    if not (verb.entry.flag("utters") and view.same_sentence(i - 1, i)):
        return None
    last = i
    while last - i < _MOST and _is_strange(view, last):
        last += 1
    if last - i < _FEWEST or view.units.surface(last - 1, last).endswith(_NOUN):
        return None
    if not (closes(view, last, utters=True) or turns(view, last, utters=True)):
        return None
    return Name(i, last, view.units.starts[i], verb.form.gender or None, unknown(view.units, i, last))


def with_first_names(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where one bare name that speaks takes in the unknown word before it elsewhere in the article."""
    lone = {f.first: k for k, f in enumerate(found) if _is_lone(f)}
    speak = {view.norms[i] for i in lone if i and view.any(i - 1, "cue")}
    if not speak:
        return found
    roles = {f.last: k for k, f in enumerate(found) if f.kind == "person" and f.name is None and f.number == "s"}
    inside = {i for f in found for i in range(f.first, f.last)}
    whole: list[Found | None] = list(found)
    for i, norm in enumerate(view.norms):
        if norm not in speak or not i or i - 1 in inside or not _is_first_name(view, i - 1, roles):
            continue
        role = roles.get(i - 1)
        if i in lone:
            whole[lone[i]] = None if role is not None else _whole(view, i, found[lone[i]])
        elif i in inside:
            continue
        elif role is None:
            whole.append(_whole(view, i))
        if role is not None:
            whole[role] = lengthened(view, found[role], i + 1)
    return [f for f in whole if f is not None]


def _is_lone(f: Found) -> bool:
    return f.kind == "person" and f.name == (f.first, f.last) and f.last == f.first + 1


def _whole(view: View, i: int, lone: Found | None = None) -> Found:
    """Return the name of somebody on a token and the one before it."""
    units, first, last = view.units, i - 1, i + 1
    start, nodes = units.starts[first], unknown(units, first, last)
    if lone is None:
        lone = Found(first, last, start, units.ends[i], "person", None, "mentions.person.name", nodes, definite=True)
    return lone._replace(first=first, start=start, name=(first, last), name_start=start, nodes=nodes)


def _is_first_name(view: View, at: int, ends: Collection[int]) -> bool:
    """Say whether a word of which nothing is known stands between a verb, title or demonym and a name."""
    if not _is_strange(view, at) or view.any(at) or not view.same_sentence(at, at + 1):
        return False
    surface, before = view.units.surface(at, at + 1), at - 1
    if surface.endswith((*_NOUN, TA)) or like_present(view.norms[at]) or view.is_verb(at + 2):
        return False
    verb = view.is_verb(before) and not view.any(before, "function_word")
    demonym = view.country(before)
    return at in ends or verb or (demonym is not None and demonym.definite)


def _is_strange(view: View, at: int) -> bool:
    """Say whether a token is a word that nothing knows but as a name."""
    if at >= len(view.norms) or not view.same_sentence(at - 1, at):
        return False
    norm = view.norms[at]
    if not norm[0].isalpha() or norm.isascii() or view.definite(at) or view.definite_behind_and(at):
        return False
    return not view.any(at) or (view.is_name(at) and not view.is_verb(at))
