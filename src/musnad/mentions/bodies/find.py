"""Organisations, offices and agencies where they stand: known ones, headed ones, and ministries by their field."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, LAM_ARTICLE, PRONOUNS
from musnad.arabic.letters import HA, TA_MARBUTA, YA
from musnad.lexicon import Hit
from musnad.mentions.bodies.believed import is_other_noun
from musnad.mentions.bodies.headed import NAMED_BY, headed, noun_of
from musnad.mentions.found import Found
from musnad.mentions.phrases.agreement import of_men, of_other_land
from musnad.mentions.phrases.brackets import bracket, short_name
from musnad.mentions.phrases.own_names import known_name
from musnad.mentions.phrases.reach import extend
from musnad.mentions.view import CLOSING, OPENING, View, node_of, same_as

_OF = min(LAM, key=len)
_THEIRS = tuple(pronoun for pronoun in PRONOUNS if len(pronoun) > 1)
_NEAR = 40  # tokens between the name of a club and a sign of one
_OF_STATES = "igo"
_ADJECTIVES = 3  # behind a known body
_OF_BODIES = ("public", "official")  # flags of adjectives that tell bodies apart
_ROOT = 3  # letters of an adjective that only ends like one of belonging
_TELLING = 10  # tokens between what is said and the newspaper to which


def body_at(view: View, i: int) -> Found | None:
    """Return the organisation, office or agency whose noun phrase starts at a token, or None."""
    here = view.here(i)
    known = max((here[k] for k in NAMED_BY if k in here and _is_meant(view, here[k])), key=_length, default=None)
    head = here.get("body")
    if known is not None and (head is None or known.last >= head.last):
        return _unquoted(view, _known(view, known, head))
    land = view.land(i) if head is not None else None
    if head is not None and land is not None and land.last > head.last:
        return None  # «الاتحاد السوفيتي السابق»
    if head is not None and "place_head" in here and _is_land(view, here["place_head"]):
        return None  # «ولاية كاليفورنيا الأميركية»
    if head is not None and not is_other_noun(view, head):
        found = headed(view, head)
        return None if found is None else _unquoted(view, found)
    elliptic = here.get("elliptic_body")
    if elliptic is not None and not _follows_noun(view, i):
        return _elliptic(view, elliptic)
    return None


def _is_meant(view: View, hit: Hit) -> bool:
    """Say whether a known name means the body where it stands."""
    if of_other_land(view, hit):
        return False
    alone = hit.last == hit.first + 1 and hit.form.article
    if alone and hit.first and view.hits.has(hit.first - 1, "demonstrative"):
        return False  # «هذه القاعدة»
    if hit.prefix == AND and any(word.kind == "ordinary_word" and not word.prefix for word in view.all(hit.first)):
        return False  # «وابل من النار»
    if hit.entry.flag("ambiguous"):
        return _sure(view, hit)
    return not (hit.kind == "organisation" and _is_city(view, hit))


def _is_land(view: View, head: Hit) -> bool:
    """Say whether a known place stands behind a head that bodies and places have."""
    place = view.land(head.last) or view.at(head.last, "place")
    return place is not None and place.prefix in BARE and not head.definite


def _is_city(view: View, hit: Hit) -> bool:
    """Say whether the name of a club is rather that of its city: where somebody is, in a sentence without sport."""
    if hit.entry.text("org_type") != "sport" or not view.any(hit.first, "place"):
        return False
    there = view.at(hit.first - 1, "role_preposition") if hit.first else None
    inside = hit.prefix in BA or (there is not None and not (there.entry.flag("office") or there.entry.flag("members")))
    return inside and not any(view.same_sentence(hit.first, i) for i in view.tokens("club_sign"))


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
    if view.norms[i - 1].endswith(_THEIRS) and not view.any(i - 1, "function_word", "role_preposition"):
        return True  # «انقساماتها الداخلية»
    return view.has_article(i - 1) or view.any(i - 1, "role", "body", "ordinary_word", "trigger", "head_of")


def _known(view: View, hit: Hit, head: Hit | None) -> Found:
    """A known body, with the demonym, adjective and bracketed abbreviation behind it."""
    last, nodes = hit.last, [node_of(hit)]
    for i in range(hit.last, min(hit.last + _ADJECTIVES, len(view.norms))):
        adjective = view.country(i) or view.at(i, "adjective")
        if adjective is None or not adjective.definite or adjective.prefix not in BARE:
            break
        if not _agrees(view, hit, adjective):
            break
        nodes.append(node_of(adjective))
        last = i + 1
    last = bracket(view, last)
    entry = hit.entry
    agency = entry.kind == "agency"
    if agency and head is not None:
        last = short_name(view, last)
    apart = head is not None and head.entry.flag("apart") and view.at(head.last, *NAMED_BY)
    own = apart if apart and (apart.entry is entry or apart.last == hit.last) else hit
    first, own_last = known_name(view, own, head if own is hit else None)
    if head is not None and head.entry.flag("whole") and first == head.last:
        first, own = head.first, hit  # «تنظيم القاعدة»
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
        repeats=noun_of(view, head) if head is not None else None,
        number="s" if head is None or head.form.number == "s" else "p",
        known=same_as(entry),
        country=entry.text("country") or None,
        sector="MED" if agency else entry.text("sector") or None,
        gender="f" if agency else _gender(view, hit, head, last),
        definite=True,
    )


def _gender(view: View, hit: Hit, head: Hit | None, last: int) -> str | None:
    """Return the gender of a known body: of its head noun, of the adjective in or behind its name, or of its ending."""
    if head is not None:
        return "f" if head.form.number == "p" else head.form.gender or None
    adjective = view.country(last - 1) or view.at(last - 1, "adjective")
    if adjective is not None and last > hit.last:
        return adjective.form.gender or None
    text, ends = view.units.text, view.units.ends
    if text[: ends[hit.first]].endswith(TA_MARBUTA):
        return "f"
    # «الصليب ‹الأحمر›», «الأمم ‹المتحدة›»
    described = hit.last == hit.first + 2 and view.has_article(hit.first) and view.has_article(hit.last - 1)
    if not described:
        return None
    return "f" if text[: ends[hit.last - 1]].endswith(TA_MARBUTA) else "m"


def _agrees(view: View, hit: Hit, adjective: Hit) -> bool:
    """Say whether what stands behind a known body may be its adjective: not of men («انتقد حزب البعث | المعارضين»).

    A feminine one that is no demonym wants a feminine word in its name. What does not tell which body it is, belongs
    to another noun («التزام الاتحاد الأوروبي | القوي») or says nothing of its name («نادي الشباب | السابق»). Many
    states have no two bodies of one name («مفوضية الأمم المتحدة | السامية»).
    """
    norm = view.norms[adjective.first]
    of_states = adjective.kind == "adjective" and hit.entry.text("org_type") == _OF_STATES
    of_states = of_states and not view.norms[adjective.first - 1].startswith(LAM_ARTICLE)  # «وكالة … للطاقة النووية»
    if of_states or of_men(view, adjective.first):
        return False
    if adjective.kind == "adjective" and not (_relational(norm) or any(map(adjective.entry.flag, _OF_BODIES))):
        return False
    feminine = adjective.kind == "adjective" and norm.endswith(HA)
    return not feminine or any(view.norms[k].endswith(HA) for k in range(hit.first, hit.last))


def _relational(norm: str) -> bool:
    """Say whether a definite adjective is one of belonging: «الشعبي», no «القوي»."""
    stem = norm.removeprefix(ARTICLE).removesuffix(HA)
    return stem.endswith(YA) and len(stem) > _ROOT


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
