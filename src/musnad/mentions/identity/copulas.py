"""Who somebody is by what the text itself says: «منفذ التفجير هو سالم …», «سالم … هو المدير», names behind a dual."""

from collections.abc import Collection, Mapping, Sequence

from musnad.arabic import AND
from musnad.arabic.letters import HA, MIM
from musnad.mentions.found import Found
from musnad.mentions.identity.adverbs import rated
from musnad.mentions.identity.complements import all_complement
from musnad.mentions.identity.reaching import is_full
from musnad.mentions.person import Person, of_one_gender
from musnad.mentions.view import COMMAS, OPENING, View

_THEY = HA + MIM
_FAR = 10  # tokens between a role and «he is»
_NEAR = 6  # phrases behind a dual among which its names are, nested ones counted


def stated(view: View, found: Sequence[Found], named: Collection[int]) -> dict[int, int]:
    """Return which roles without a name «he is» ties to which named phrases, as places in `found`."""
    starting = {phrase.first: i for i, phrase in enumerate(found) if phrase.kind == "person"}
    ties: dict[int, int] = {}
    for i, phrase in enumerate(found):
        if phrase.kind != "person" or phrase.number != "s":
            continue
        behind = _behind_pronoun(view, phrase, named=i in named)
        at = behind + (0 <= behind < len(view.norms) and view.norms[behind] in OPENING)
        other = starting.get(at)
        best = other is None and at + 1 in starting and rated(view, found[starting[at + 1]])
        other = starting[at + 1] if best else other
        if other is None or found[other].number != "s" or (i in named) == (other in named):
            continue
        role, name = (other, i) if i in named else (i, other)
        joined = behind > 0 and view.norms[behind - 1].startswith(AND)
        if joined and not (i == role and is_full(found[name]) and of_one_gender(found[role], found[name])):
            continue  # «المنفذ في الواحة، وهو سالم …», but not «سالم، وهو المنفذ»
        if found[role].definite or i == role or best:
            ties[role] = name  # the role nearest to «he is» comes last
    return ties


def _behind_pronoun(view: View, phrase: Found, *, named: bool) -> int:
    """Return the token behind the «he is» that follows a phrase, or what a role is about («المتحدث في الشريط هو …»)."""
    for k in range(phrase.last, phrase.last + (1 if named else _FAR)):
        if not view.same_sentence(phrase.first, k):
            return -1
        pronoun = view.at(k, "pronoun")
        if pronoun is not None:
            if pronoun.form.pattern.endswith(_THEY):
                return -1  # «عين مستشارين للرئيس، وهم سالم … وحمد …»
            comma = bool(pronoun.prefix) and k > phrase.last and view.norms[k - 1] in COMMAS
            told = not (named and pronoun.prefix) and all_complement(view, range(phrase.last, k - comma))
            return pronoun.last if told else -1
    return -1


def two_behind(view: View, found: Sequence[Found], i: int, named: Mapping[int, Person]) -> Sequence[Person] | None:
    """Return the two whose names stand behind a dual, nobody where it is not told who they are, None without names."""
    near = [j for j in range(i + 1, min(i + _NEAR, len(found))) if j in named]
    first = next((j for j in near if found[j].first == found[i].last), None)
    if first is None:
        last = found[i].last
        told = last < len(view.norms) and view.any(last, "given_name") and not view.any(last, "function_word")
        told = told and not view.has_article(last)  # «تبادل الرئيسان التهاني»
        return () if told else None
    second = next((j for j in near if found[j].first == found[first].last), None)
    return () if second is None else (named[first], named[second])
