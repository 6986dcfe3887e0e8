"""A second land, place, body or adjective that «and» joins to that of people («سفراء فرنسا ‹وألمانيا›»)."""

from musnad.arabic import AND, JOINED
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.adjuncts import ends_definite, take
from musnad.mentions.view import View

SEVERAL = frozenset({"d", "p"})
"""The numbers of more than one."""

_PEOPLE = frozenset({"role", "group"})
_HEADS = _PEOPLE | {"source_noun"}
_LONGEST = 4  # words of the name of a land or place
_ENDING = 3  # letters in which two adjectives of relation in the plural end alike
_PREPOSITION = "role_preposition"
_BODIES = ("organisation", "body", "elliptic_body")
_SPORT, _TEAM = "sport", "body.team"
_DESCRIBED = frozenset({"role", "source_noun"})
_NO_ADJECTIVES = ("one_of", "head_of", "title", "source_noun", "function_word", "cue")


def joins(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take what «and» joins at a token to the like of it right before."""
    two = head.kind == "body" and head.form.number == "d"  # «الحكومتان المصرية ‹واليونانية›»
    if not (two or head.kind in _HEADS) or not view.norms[i].startswith(AND):
        return False
    several = head.form.number in SEVERAL
    hit = _land(view, phrase, head, i) or _place(view, phrase, i) or (_demonym(view, i) if several else None)
    if hit is not None:
        phrase.take(hit, closes=True)
        phrase.country = None if two else phrase.country
        return True
    like = _adjective(view, head, i)
    if like is not None:
        free = phrase.free
        phrase.take(like, closes=like.definite)
        phrase.free = free
        return True
    people = head.kind not in {"group", "body"} and (several or head.entry.flag("sports"))
    body = _body(view, phrase, head, i) if people else None
    if body is None:
        return False
    phrase.closed = False
    take(phrase, body, lands=False, whole=ends_definite(view, body))
    return True


def _joined(hit: Hit | None) -> Hit | None:
    """Return a hit if nothing but «and» is written onto it."""
    return hit if hit is not None and hit.prefix in JOINED and AND in hit.prefix and not hit.suffix else None


def _land(view: View, phrase: Phrase, head: Hit, i: int) -> Hit | None:
    """Return the country joined to that of several in office, or of somebody posted («سفير … لدى عمان ‹وقطر›»)."""
    if head.kind not in _PEOPLE or not (head.form.number in SEVERAL or _is_posted(phrase)):
        return None
    before = next(filter(None, map(view.land, range(i - 1, max(i - _LONGEST, head.first), -1))), None)
    return _joined(view.land(i)) if before is not None and before.last == i else None


def _is_posted(phrase: Phrase) -> bool:
    """Say whether it was told where somebody is posted, which may be more than one land."""
    return any(node.kind == _PREPOSITION for node in phrase.nodes)


def _place(view: View, phrase: Phrase, i: int) -> Hit | None:
    """Return the place joined to the one where somebody is posted («مدير المكتب في رام الله ‹والقدس›»)."""
    last = phrase.known[-1] if phrase.known else None
    if last is None or last.kind != "place" or last.last != i or not _is_posted(phrase):
        return None
    return _joined(view.at(i, "place"))


def _demonym(view: View, i: int) -> Hit | None:
    """Return the demonym in the singular joined to that of the first of two («الرئيسان الأمريكي ‹والفرنسي›»)."""
    one, other = view.country(i - 1), _joined(view.country(i))
    if one is None or other is None or other.last != i + 1:
        return None
    return other if all(hit.definite and hit.form.number == "s" for hit in (one, other)) else None


def _adjective(view: View, head: Hit, i: int) -> Hit | None:
    """Return the adjective joined to one like it that describes people («مصادر طبية ‹وعسكرية›»).

    Two demonyms are rather of two («الوزير التركي | والإيراني», «دبلوماسيون هنود | وأتراك») but of definite people.
    """
    before = i - 1
    if head.kind not in _DESCRIBED or before < head.last or view.any(i, *_NO_ADJECTIVES):
        return None
    one, other = (view.country(k) or view.at(k, "adjective") for k in (before, i))
    other = _joined(other)
    if one is None or other is None or other.last != i + 1 or one.definite != other.definite:
        return None
    alike = (one.form.number, one.form.gender) == (other.form.number, other.form.gender)
    lands = any(hit.kind == "country" for hit in (one, other))
    if not alike or (lands and not (other.definite and other.form.number == "p")):
        return None
    somebody = view.any(i, "role", "group")
    return None if somebody and view.norms[i][-_ENDING:] != view.norms[before][-_ENDING:] else other


def _body(view: View, phrase: Phrase, head: Hit, i: int) -> Hit | None:
    """Return the body joined to that of several («قادة الجيش ‹والشرطة›»), or the club to that of a player."""
    last = phrase.known[-1] if phrase.known else None
    other = _joined(view.at(i, *_BODIES))
    if last is None or other is None or last.last != i or last.kind not in _BODIES or not phrase.closed:
        return None
    if head.form.number not in SEVERAL:
        return other if all(map(_is_club, (last, other))) else None
    return other if other.kind == "organisation" or other.definite or ends_definite(view, other) else None


def _is_club(hit: Hit) -> bool:
    """Say whether a body is a club or team by its entry or by its noun."""
    entry = hit.entry
    return entry.text("org_type") == _SPORT or _SPORT in entry.texts("types") or entry.id == _TEAM


def number_of(view: View, phrase: Phrase, head: Hit, i: int) -> Hit | None:
    """Return the number of definite people behind their noun («الوزراء ‹الثلاثة›»), or None."""
    number = view.at(i, "number_word")
    many = head.kind == "role" and head.form.number == "p" and phrase.closed and not phrase.known
    return number if number is not None and many and number.definite and not view.any(i, "weekday") else None
