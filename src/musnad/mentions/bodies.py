"""Organisations, offices and agencies: known ones, and those that a head noun and its complement name."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM
from musnad.arabic.letters import HA, TA_MARBUTA
from musnad.lexicon import Hit
from musnad.mentions.brackets import bracket
from musnad.mentions.fields import purposes
from musnad.mentions.found import Found
from musnad.mentions.names import announced, before_person
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.own_names import is_plural, known_name, unknown_name, without_demonym
from musnad.mentions.phrase import extend
from musnad.mentions.shared_names import bearer_at
from musnad.mentions.view import CLOSING, OPENING, View, node_of, of_other_land, same_as
from musnad.model import Node

_OF = min(LAM, key=len)
_NEAR = 40  # tokens between the name of a club and a sign of one
_ADJECTIVES = 3  # behind a known body
_TELLING = 10  # tokens between what is said and the newspaper to which
_HEADS = {"outlet": "MED", "firm": "company", "club": "sport"}
_NAMED_BY = ("organisation", "agency")


def body_at(view: View, i: int) -> Found | None:
    """Return the organisation, office or agency whose noun phrase starts at a token, or None."""
    here = view.here(i)
    known = max((here[k] for k in _NAMED_BY if k in here and _is_meant(view, here[k])), key=_length, default=None)
    head = here.get("body")
    if known is not None and (head is None or known.last >= head.last):
        return _unquoted(view, _known(view, known, head))
    if head is not None and not (_of_leader(view, head) or _is_rank(view, head)):
        found = _headed(view, head)
        return None if found is None else _unquoted(view, found)
    elliptic = here.get("elliptic_body")
    if elliptic is not None and not _follows_noun(view, i):
        return _elliptic(view, elliptic)
    return None


def _is_meant(view: View, hit: Hit) -> bool:
    """Say whether a known name means the body where it stands."""
    if of_other_land(view, hit):
        return False
    if hit.prefix == AND and any(word.kind == "ordinary_word" and not word.prefix for word in view.all(hit.first)):
        return False  # «وابل من النار»
    return not hit.entry.flag("ambiguous") or _sure(view, hit)


def _length(hit: Hit) -> int:
    return hit.last - hit.first


def _unquoted(view: View, found: Found) -> Found:
    """Add the demonym behind a name in quotation marks («"لجنة التحقيق" الروسية»): marks are no part of the name."""
    before, after = found.first - 1, found.last
    if before < 0 or after + 1 >= len(view.norms) or view.norms[before] not in OPENING:
        return found
    if view.norms[after] not in CLOSING or not view.same_sentence(before, after + 1):
        return found
    demonym = view.country(after + 1)
    if demonym is None or not demonym.definite or demonym.prefix not in BARE:
        return found
    units = view.units
    name = " ".join(f"{units.text[found.start : found.end]} {units.surface(after + 1, after + 2)}".split())
    return found._replace(
        first=before,
        last=after + 2,
        start=units.starts[before],
        end=units.ends[after + 1],
        country=found.country or view.code(demonym),
        nodes=(*found.nodes, node_of(demonym)),
        label=found.label or name,
    )


def _sure(view: View, hit: Hit) -> bool:
    """Say whether an ambiguous name is the body: without an adjective, a club only beside a sign of one."""
    if hit.kind == "agency":
        body, role = view.at(hit.first - 1, "body"), view.at(hit.first - 1, "role")
        if hit.prefix and hit.prefix in LAM:
            return _is_told(view, hit)
        told = (role is not None and not role.definite) or (
            body is not None and body.entry.flag("agency") and not body.definite
        )
        return told and hit.prefix not in BA
    if hit.last - hit.first > 1 and hit.last < len(view.norms) and view.norms[hit.last].startswith(_OF):
        return False  # «الاتحاد السعودي للمبارزة»
    if hit.entry.text("org_type") != "sport":
        return hit.last >= len(view.norms) or not view.definite(hit.last)
    if not hit.first or _is_quality(view, hit):
        return False
    before = hit.first - 1
    demonym = view.country(hit.last)
    masculine = demonym is not None and demonym.definite and demonym.form.gender == "m"
    if masculine and not hit.definite:
        return True  # «ليفربول الإنجليزي»: a city would be feminine
    body = view.at(before, "body")
    club = body is not None and "sport" in body.entry.texts("types")
    marked = view.quoted(before) == hit.last + 1 and not hit.prefix.startswith(tuple(BA))
    if club or view.any(before, "club_sign") or marked or view.any(hit.last, "club_sign"):
        return True
    if body is not None and body.entry.text("sector") == "GOV":
        return False  # «حكومة الوحدة»
    if hit.prefix in BA or view.any(before, "role_preposition", "place_head") or view.definite(hit.last):
        return False
    signs = sum(view.same_sentence(hit.first, i) for i in view.tokens("club_sign") if abs(i - hit.first) < _NEAR)
    return signs > hit.definite


def _is_told(view: View, hit: Hit) -> bool:
    """Say whether something is said to a paper or channel («في حديث للجزيرة»): «to life» is none («عودته للحياة»)."""
    before = range(max(hit.first - _TELLING, 0), hit.first)
    told = any(view.same_sentence(k, hit.first) and view.any(k, "cue", "medium") for k in before)
    return told or view.any(hit.last, "complementiser")


def _is_quality(view: View, hit: Hit) -> bool:
    """Say whether a name is rather the adjective of the definite noun before it («مشواره العربي»)."""
    i = hit.first
    if hit.prefix in LAM or not (view.any(i, "adjective") or view.country(i)) or not view.same_sentence(i - 1, i):
        return False
    nouns = view.all(i - 1)
    owned = any(noun.suffix.startswith(HA) and noun.form.pos != "verb" for noun in nouns)
    owned = owned or (not nouns and view.units.surface(i - 1, i).endswith(HA))
    return owned or (view.has_article(i - 1) and not view.any(i - 1, "organisation", "body"))


def _follows_noun(view: View, i: int) -> bool:
    """Say whether a definite noun or a role stands right before, so that a word is its adjective or complement."""
    if not i or not view.same_sentence(i - 1, i) or view.is_verb(i - 1):
        return False
    return view.has_article(i - 1) or view.any(i - 1, "role", "body", "ordinary_word", "trigger", "head_of")


def _known(view: View, hit: Hit, head: Hit | None) -> Found:
    """A known body, with the demonym, adjective and bracketed abbreviation behind it."""
    last, nodes = hit.last, [node_of(hit)]
    for i in range(hit.last, min(hit.last + _ADJECTIVES, len(view.norms))):
        adjective = view.country(i) or view.at(i, "adjective")
        if adjective is None or not adjective.definite or adjective.prefix not in BARE:
            break
        if adjective.kind == "adjective" and not _agrees(view, hit, i):
            break
        nodes.append(node_of(adjective))
        last = i + 1
    last = bracket(view, last)
    entry = hit.entry
    agency = entry.kind == "agency"
    apart = head is not None and head.entry.flag("apart") and view.at(head.last, *_NAMED_BY)
    own = apart if apart and (apart.entry is entry or apart.last == hit.last) else hit
    first, own_last = known_name(view, own, head if own is hit else None)
    return Found(
        first=hit.first,
        last=last,
        start=hit.start,
        end=view.units.ends[last - 1] if last > hit.last else hit.end,
        kind="agency" if agency else "organisation",
        subkind=entry.text("role") or entry.text("org_type") or None,
        rule="mentions.body.known",
        nodes=tuple(nodes),
        name=None if entry.flag("described") else (first, own_last),
        name_start=own.start if first == own.first else view.units.starts[first],
        head=entry.id,
        repeats=_noun_of(view, head) if head is not None else None,
        known=same_as(entry),
        country=entry.text("country") or None,
        sector="MED" if agency else entry.text("sector") or None,
        gender="f" if agency else _gender(view, hit, head, last),
        definite=True,
    )


def _gender(view: View, hit: Hit, head: Hit | None, last: int) -> str | None:
    """Return the gender of a known body: of its head noun, of the demonym behind it, or of its ending."""
    if head is not None:
        return "f" if head.form.number == "p" else head.form.gender or None
    adjective = view.country(last - 1) or view.at(last - 1, "adjective")
    if adjective is not None and last > hit.last:
        return adjective.form.gender or None
    return "f" if view.units.text[: view.units.ends[hit.first]].endswith(TA_MARBUTA) else None


def _agrees(view: View, hit: Hit, i: int) -> bool:
    """Say whether an adjective may belong to a known body: a feminine one wants a feminine word in its name."""
    feminine = view.norms[i].endswith(HA)
    return not feminine or any(view.norms[k].endswith(HA) for k in range(hit.first, hit.last))


def _headed(view: View, head: Hit) -> Found | None:
    entry = head.entry
    phrase = extend(view, head)
    plural = head.form.number in {"p", "d"} and not entry.flag("alone")
    complete = phrase.last > head.last or (phrase.closed and not head.definite)
    name: tuple[int, int] | None = None
    if not phrase.closed and not plural and entry.flag("named") and phrase.last < len(view.norms):
        name = _proper(view, head, phrase)
        if name is not None and not (entry.flag("apart") or view.norms[name[0] - 1] in OPENING):
            name = (head.first, name[1])
    elif entry.flag("doubtful") and not _of_press(view, head, phrase):
        return None
    elif complete and not plural and not entry.flag("generic"):
        name = (head.last if entry.flag("apart") and not head.definite else head.first, phrase.last)
    if not complete and name is None and not head.definite:
        return None
    if plural and not complete:
        return None
    if _is_adjective(view, head) or (not complete and _is_verbal(view, head)):
        return None
    inner = None if plural else _inner(view, phrase, head)
    if inner is not None and name is None:
        name = (inner.first, inner.last)
    _behind_name(view, phrase)
    whole = name is not None and phrase.last == name[1] and inner is None
    if entry.flag("named") and phrase.closed and purposes(view, phrase, head) and whole and name is not None:
        name = (name[0], phrase.last)
    if name is not None:
        described = inner is None and _is_described(view, head, phrase)
        sport = inner is not None and inner.entry.text("org_type") == "sport"
        name = None if described else (name[0], without_demonym(view, *name, known=sport))
    slip = _lost_alef(view, head)
    agency = entry.flag("agency")
    return Found(
        first=head.first,
        last=phrase.last,
        start=head.start if slip is None else view.units.starts[head.first],
        end=view.units.ends[phrase.last - 1],
        kind="agency" if agency else "office" if entry.flag("office") else "organisation",
        subkind="composed",
        rule="mentions.body.headed",
        nodes=(node_of(head), *phrase.nodes),
        name=name,
        name_start=0 if name is None else head.start if name[0] == head.first else view.units.starts[name[0]],
        head=entry.id,
        repeats=_noun_of(view, head),
        known=same_as(inner.entry) if inner is not None else None,
        country=phrase.country,
        sector=entry.text("sector") or None,
        gender="f" if head.form.number == "p" else head.form.gender or None,
        number="p" if head.form.number == "p" else "s",
        definite=head.definite or complete,
        bare=not complete and name is None,
        alone=entry.flag("alone"),
        definite_head=head.definite,
        label=slip and slip + view.units.text[head.start : view.units.ends[phrase.last - 1]],
    )


def _is_described(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether a definite head that no name includes has only demonyms behind it («الصحيفة الإسرائيلية»)."""
    if not (head.definite and head.entry.flag("apart")):
        return False
    return all(view.country(i) is not None for i in range(head.last, phrase.last))


def _of_press(view: View, head: Hit, phrase: Phrase) -> bool:
    """Say whether a site, network or station is an outlet: it is named, of a country or the press, or stands alone."""
    if phrase.last == head.last or _inner(view, phrase, head) is not None or view.country(head.last) is not None:
        return True
    return any(view.any(i, "press_adjective") for i in range(head.last, phrase.last))


def _is_adjective(view: View, head: Hit) -> bool:
    """Say whether a head is rather the adjective of the noun before it («العلاقات الدبلوماسية»)."""
    before = head.first - 1
    if before < 0 or not head.entry.flag("adjectival") or head.prefix != ARTICLE:
        return False
    return view.same_sentence(before, head.first) and view.has_article(before) and not view.is_verb(before)


def _is_verbal(view: View, head: Hit) -> bool:
    """Say whether a bare head is rather a verbal noun («القضاء على»)."""
    behind = view.at(head.last, "role_preposition")
    return head.entry.flag("verbal") and behind is not None and behind.entry.flag("office")


def _of_leader(view: View, head: Hit) -> bool:
    """Say whether a verbal noun says who leads, and names no body («برئاسة وزير الداخلية», «بقيادة المدرب»)."""
    leader = view.at(head.last, "role")
    if leader is None or head.definite or head.form.number != "s" or not head.entry.flag("verbal"):
        return False
    joined = view.same_sentence(head.first, leader.first) and (leader.prefix in BARE or leader.prefix == ARTICLE)
    return joined and leader.form.number == "s"


def _is_rank(view: View, head: Hit) -> bool:
    """Say whether a head is rather the place that somebody comes in («المركز الثاني»)."""
    ordinal = view.at(head.last, "number_word") if head.entry.flag("counted") and head.definite else None
    return ordinal is not None and ordinal.definite


def _noun_of(view: View, head: Hit) -> str:
    """Return the head noun that alone would mean a body again: the first word of «مجلس الوزراء»."""
    nouns = [hit for hit in view.all(head.first) if hit.kind == "body"]
    return nouns[-1].entry.id if nouns else head.entry.id


def _behind_name(view: View, phrase: Phrase) -> None:
    """Take the demonym and adjective behind a proper name («صحيفة "دي تليغراف" الهولندية»)."""
    for i in range(phrase.last, min(phrase.last + _ADJECTIVES, len(view.norms))):
        hit = view.country(i) or view.at(i, "adjective")
        if not phrase.closed or hit is None or not hit.definite or hit.prefix not in BARE:
            break
        if hit.kind == "country":
            phrase.country = phrase.country or view.code(hit)
        phrase.take(hit, closes=True)
    phrase.last = bracket(view, phrase.last)


def _inner(view: View, phrase: Phrase, head: Hit) -> Hit | None:
    """Return the known body that a headed name consists of («وكالة رويترز», «وكالة "سبوتنيك"»).

    A head that is a part of names has one only in quotation marks, and of its own type («منظمة "أطباء بلا حدود"»).
    """
    apart = head.entry.flag("agency") or head.entry.flag("apart")
    for hit in phrase.known:
        if (hit.kind in _NAMED_BY or _is_bearer(head, hit)) and hit.first <= head.last + 1:
            marked = view.norms[head.last] in OPENING and hit.last == phrase.last - 1
            if apart or (marked and hit.entry.text("org_type") in head.entry.texts("types")):
                return hit
    return None


def _is_bearer(head: Hit, hit: Hit) -> bool:
    """Say whether a shared name behind a head is that of the sort of body that the head says."""
    return hit.kind == "shared_name" and _HEADS[hit.entry.text("bearer")] in {
        *head.entry.texts("types"),
        head.entry.text("sector"),
    }


def _lost_alef(view: View, head: Hit) -> str | None:
    """Return the article where a slip cut its alef («لرئاسة الإيرانية»): definite adjectives want definite nouns."""
    if head.prefix != _OF or head.last >= len(view.norms):
        return None
    demonym = view.country(head.last)
    return ARTICLE if demonym is not None and demonym.definite else None


def _proper(view: View, head: Hit, phrase: Phrase) -> tuple[int, int] | None:
    """Take the proper name behind a head («شركة سامسونج», «حركة نداء تونس», «تنظيم "داعش"»); return its tokens."""
    units, first = view.units, phrase.last
    if (after := view.quoted(first)) != 0:
        phrase.nodes.append(Node("quote", "quote", units.starts[first], units.ends[after - 1]))
        phrase.known += [h for i in range(first, after - 1) if (h := view.at(i, *_NAMED_BY)) is not None]
        if (bearer := bearer_at(view, first + 1)) is not None and bearer.last == after - 1:
            phrase.known.append(bearer)
        phrase.last, phrase.closed = after, True
        return first + 1, after - 1
    inner = view.at(first, *_NAMED_BY, "place")
    if inner is not None and inner.prefix in BARE:
        phrase.known.append(inner)
        phrase.take(inner, closes=True)
        return inner.first, inner.last
    if (last := unknown_name(view, head, first)) > first:
        phrase.nodes += [Node("name", "unknown", units.starts[k], units.ends[k]) for k in range(first, last)]
        phrase.last, phrase.closed = last, True
        return first, last
    name = announced(view, first)
    if name is None or (name.last == first + 1 and is_plural(view, first)):
        return None
    name = before_person(view, name)
    phrase.nodes += name.nodes
    phrase.last, phrase.closed = name.last, True
    return name.first, name.last


def _elliptic(view: View, hit: Hit) -> Found | None:
    """«الخارجية الإيرانية»: a ministry named by its field; some fields need the demonym."""
    phrase = extend(view, hit)
    if hit.entry.flag("weak") and phrase.country is None:
        return None
    return Found(
        first=hit.first,
        last=phrase.last,
        start=hit.start,
        end=view.units.ends[phrase.last - 1],
        kind="office",
        subkind="ministry",
        rule="mentions.body.elliptic",
        nodes=(node_of(hit), *phrase.nodes),
        head=hit.entry.id,
        repeats=hit.entry.id,
        country=phrase.country,
        sector=hit.entry.text("sector") or None,
        gender="f",
        definite=True,
        bare=phrase.last == hit.last,
        alone=True,
    )
