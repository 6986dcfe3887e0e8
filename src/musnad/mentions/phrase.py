"""How far a noun phrase reaches behind its head: idafa, adjectives, and the prepositional phrase that belongs to it."""

from dataclasses import dataclass, field

from musnad.arabic import BARE, LAM
from musnad.lexicon import Hit
from musnad.mentions.view import View, node_of
from musnad.model import Node

LONGEST = 12  # tokens behind a head; longer phrases are clauses

_TIME_KINDS = ("weekday", "day_word", "day_noun", "month", "relative", "vague", "part_of_day")
_ONTO = ("organisation", "body", "agency", "elliptic_body", "place", "place_head", "role")


@dataclass(slots=True)
class Phrase:
    """The growing phrase: the token after it, and what was learnt on the way."""

    last: int
    country: str | None = None
    known: list[Hit] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def take(self, hit: Hit) -> None:
        """Move behind a hit and keep it as evidence."""
        self.last = hit.last
        self.nodes.append(node_of(hit))


def extend(view: View, head: Hit, *, definite: bool, prepositions: bool = False) -> Phrase:
    """Return the phrase that a head begins.

    `definite` heads take definite words as their adjectives or idafa; `prepositions` lets a prepositional phrase
    with a body or place follow, as after an indefinite role («موظف في السفارة»).
    """
    phrase = Phrase(head.last)
    limit = head.last + LONGEST
    while phrase.last < min(limit, len(view.norms)) and view.same_sentence(head.first, phrase.last):
        if not _step(view, phrase, head, definite=definite, prepositions=prepositions):
            break
    return phrase


def _step(view: View, phrase: Phrase, head: Hit, *, definite: bool, prepositions: bool) -> bool:
    """Take the next part of the phrase; False where it ends."""
    i = phrase.last
    if not view.norms[i][0].isalpha() or view.hits.at(i, *_TIME_KINDS):
        return False
    demonym = view.country(i)
    if demonym is not None and demonym.prefix in BARE:
        phrase.country = phrase.country or _code(demonym)
        phrase.take(demonym)
        return True
    if _take_known(view, phrase, i):
        return True
    if _take_adjunct(view, phrase, head, i, prepositions=prepositions):
        return True
    if view.hits.at(i, "given_name", "family_name", "function_word", "title"):
        return False
    field_word = view.at(i, "role_field", "role_adjective", "head_of")
    if field_word is not None:
        phrase.take(field_word)
        return True
    return _take_definite(view, phrase, i, definite=definite)


def _code(hit: Hit) -> str | None:
    return hit.entry.text("code") or None


def _take_known(view: View, phrase: Phrase, i: int) -> bool:
    """Take a country, place, body or known organisation in idafa, or behind the preposition «ل»."""
    land = view.land(i)
    if land is not None and land.prefix in BARE | LAM:
        phrase.country = phrase.country or _code(land)
        phrase.take(land)
        return True
    hit = view.at(i, *_ONTO)
    if hit is None or hit.prefix not in BARE | LAM:
        return False
    to_media = hit.form.entry.kind == "agency" or hit.entry.flag("agency")
    if to_media and hit.prefix in LAM:
        return False  # «قال موظف لوكالة»: whom he told, not where he works
    if hit.form.entry.kind == "role" and not (hit.prefix in BARE and phrase.nodes == []):
        return False
    phrase.country = phrase.country or hit.entry.text("country") or None
    phrase.known.append(hit)
    phrase.take(hit)
    return True


def _take_adjunct(view: View, phrase: Phrase, head: Hit, i: int, *, prepositions: bool) -> bool:
    """Take a prepositional phrase with a body or place, where the head is of those that have one."""
    word = view.at(i, "in_name_of", "role_preposition")
    if word is None or word.prefix:
        return False
    spokes = word.form.entry.kind == "in_name_of" and head.entry.flag("spokes")
    sent = head.entry.id in _SENT and word.form.entry.kind == "role_preposition"
    if not (prepositions or spokes or sent) or word.last >= len(view.norms):
        return False
    nxt = word.last
    land, hit = view.land(nxt), view.at(nxt, *_ONTO)
    target = land or hit
    if target is None and not (spokes and view.definite(nxt)):
        return False
    phrase.nodes.append(node_of(word))
    phrase.last = nxt
    if target is None:
        phrase.last = nxt + 1
        return True
    if land is not None:
        phrase.country = phrase.country or _code(land)
    else:
        phrase.country = phrase.country or target.entry.text("country") or None
        phrase.known.append(target)
    phrase.take(target)
    return True


_SENT = frozenset(f"role.{name}" for name in ("envoy", "envoy2", "ambassador", "representative", "delegate", "consul"))


def _take_definite(view: View, phrase: Phrase, i: int, *, definite: bool) -> bool:
    """Take a definite word: an adjective, or the second part of an idafa."""
    if not view.definite(i) or view.is_verb(i):
        return False
    del definite
    units = view.units
    phrase.nodes.append(Node("word", "article", units.starts[i], units.ends[i]))
    phrase.last = i + 1
    return True
