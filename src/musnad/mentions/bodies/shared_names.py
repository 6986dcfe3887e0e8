"""Bodies whose names are ordinary words, places or months too, believed where what stands beside them tells.

A paper in quotation marks where it is told something, or in a dateline («قال لـ"الوطن"», «عمان - الرأي: …»); a firm
behind its goods or shares, in marks or not («سهم إعمار», «سيارات نيسان»); a club beside those who play for it or
against it («حارس روما», «قطر القطري»).
"""

from musnad.arabic import BA, BARE, JOINED, LAM
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.view import View, in_marks, node_of

_TELLING = 12  # tokens between what is said and the paper to which
_HEAD = 4  # tokens of a sentence before the name of the paper in a dateline
_NEAR = 3  # tokens between two clubs that play each other
_SIGNS = 2  # words of sport in a sentence about it
_TO = LAM | BA
_BESIDE = BARE | JOINED | LAM
_MARKS = frozenset(":-–—")
_KINDS = {"outlet": "agency", "firm": "organisation", "club": "organisation"}
_TYPES = {"outlet": "outlet", "firm": "company", "club": "sport"}
_SECTORS = {"outlet": "MED", "firm": "BUS", "club": "CVL"}


def shared_name_at(view: View, i: int) -> Found | None:
    """Return the body of a shared name at a token, or None where nothing tells that it is meant."""
    hit = _hit(view, i)
    if hit is None:
        return _credited(view, i)
    if hit.suffix or not i:
        return None
    bearer = hit.entry.text("bearer")
    if not {"outlet": _is_outlet, "firm": _is_firm, "club": _is_club}[bearer](view, hit):
        return None
    return Found(
        first=hit.first,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        kind=_KINDS[bearer],
        subkind=_TYPES[bearer],
        rule="mentions.body.shared",
        nodes=(node_of(hit),),
        name=(hit.first, hit.last),
        name_start=hit.start,
        head=hit.entry.id,
        known=hit.entry.text("same_as") or None,
        country=hit.entry.text("country") or None,
        sector=_SECTORS[bearer],
        gender="m" if bearer == "club" else "f",
        definite=True,
    )


def _credited(view: View, i: int) -> Found | None:
    """Return the agency whose one-word abbreviation stands in a dateline («الدوحة - قنا: …»)."""
    hit = view.at(i, "agency_credit")
    known = hit.entry.text("agency") if hit is not None and hit.last == i + 1 else ""
    if hit is None or not known or not (_dates(view, i) and _is_mark(view, hit.last)):
        return None
    return Found(
        first=i,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        kind="agency",
        subkind="agency",
        rule="mentions.body.credited",
        nodes=(node_of(hit),),
        name=(i, hit.last),
        name_start=hit.start,
        head=hit.entry.id,
        known=known,
        sector=_SECTORS["outlet"],
        gender="f",
        definite=True,
    )


def _is_mark(view: View, i: int) -> bool:
    return i < len(view.norms) and view.norms[i] in _MARKS


def bearer_at(view: View, i: int) -> Hit | None:
    """Return the word at a token that is the name of one body only, whatever stands around it, or None."""
    hit = _hit(view, i)
    return hit if hit is not None and hit.prefix in BARE and hit.entry.text("same_as") else None


def _hit(view: View, i: int) -> Hit | None:
    """Return the longest shared name at a token; no other question is asked of such words, so no view holds them."""
    return max(view.hits.at(i, "shared_name"), key=lambda hit: hit.last, default=None)


def _is_outlet(view: View, hit: Hit) -> bool:
    if hit.prefix not in BARE:
        return False
    if in_marks(view.norms, hit.first, hit.last):
        sure = hit.entry.flag("marked")
        return sure or _is_told(view, hit) or _tells(view, hit) or _dates(view, hit.first - 1)
    return _dates(view, hit.first) and _is_mark(view, hit.last)


def _is_told(view: View, hit: Hit) -> bool:
    """Say whether something is said to the paper, or according to it."""
    to = hit.first - 2
    if to < 0 or not view.same_sentence(to, hit.first):
        return False
    if view.any(to, "source_noun") or view.hits.has(to, "cue_preposition"):
        return True
    if view.any(to, "cue") and view.any(hit.last + 1, "complementiser"):
        return True
    if view.norms[to] not in _TO:
        return False
    before = range(max(to - _TELLING, 0), to)
    told = any(view.same_sentence(k, hit.first) and view.any(k, "cue", "medium") for k in before)
    return told or view.any(hit.last + 1, "complementiser", "cue")


def _tells(view: View, hit: Hit) -> bool:
    """Say whether a verb of saying in the feminine follows, and no noun that could own the name stands before."""
    cue = view.at(hit.last + 1, "cue")
    says = cue is not None and cue.form.pos == "verb" and cue.form.gender == "f"
    return says and not view.any(hit.first - 2, "role", "body", "ordinary_word")


def _dates(view: View, i: int) -> bool:
    """Say whether a mark behind the place of a dateline stands right before a token."""
    mark = i - 1
    if mark < 1 or view.norms[mark] not in _MARKS:
        return False
    places = range(max(mark - _HEAD, 0), mark)
    return any(
        view.same_sentence(k, mark) and (place := view.at(k, "place", "country")) is not None and place.last == mark
        for k in places
    )


def _is_firm(view: View, hit: Hit) -> bool:
    """Say whether goods or shares of a firm stand right before its name, or before the marks around it."""
    if hit.prefix not in BARE:
        return False
    before = hit.first - 1 - in_marks(view.norms, hit.first, hit.last)
    return before >= 0 and view.same_sentence(before, hit.first) and view.hits.has(before, "firm_sign")


def _is_club(view: View, hit: Hit) -> bool:
    if hit.prefix not in _BESIDE:
        return False
    before = hit.first - 1
    there = view.at(before, "role_preposition")
    if not view.same_sentence(before, hit.first) or view.any(before, "place_head"):
        return False
    if there is not None and not there.entry.flag("office"):
        return False  # «في روما»
    if _is_masculine(view, hit):
        return True
    if hit.entry.flag("state"):
        return False
    if hit.prefix in BARE and view.hits.has(before, "player"):
        return True
    return _plays(view, hit) and _is_sport(view, hit)


def _is_masculine(view: View, hit: Hit) -> bool:
    """Say whether the demonym of its state in the masculine follows («قطر القطري»): a state or city is feminine."""
    demonym = view.country(hit.last)
    if demonym is None or not demonym.definite or view.has_article(hit.first):
        return False
    his = (demonym.form.gender, demonym.form.number) == ("m", "s")
    return his and view.code(demonym) == hit.entry.text("country")


def _plays(view: View, hit: Hit) -> bool:
    """Say whether another club stands beside a name, with no more than a mark or particle between them."""
    near = (*range(max(hit.first - _NEAR, 0), hit.first), *range(hit.last, min(hit.last + _NEAR, len(view.norms))))
    return any(_is_other_club(view, k) for k in near if view.same_sentence(k, hit.first))


def _is_other_club(view: View, i: int) -> bool:
    club = view.at(i, "organisation")
    return club is not None and club.entry.text("org_type") == "sport"


def _is_sport(view: View, hit: Hit) -> bool:
    """Say whether the sentence of a name is about sport."""
    signs = sum(view.same_sentence(hit.first, i) for i in view.tokens("club_sign"))
    return signs >= _SIGNS
