"""Places: countries, known cities and regions, and those that a head noun names."""

from musnad.arabic import AND, BA, BARE, LAM_ARTICLE
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, MIM, TA, TA_MARBUTA, TANWIN, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.found import Found, unknown
from musnad.mentions.phrases.place_names import opened
from musnad.mentions.proper.bounds import BY_THE
from musnad.mentions.proper.names import announced
from musnad.mentions.proper.shapes import THEIRS, served, shaped
from musnad.mentions.view import View, node_of, same_as
from musnad.mentions.word_shapes import like_present
from musnad.model import Node

_CITIES = frozenset({"capital", "city", "town", "village"})
_WIDE = frozenset({"area", "continent"})
KNOWN_PLACE = "mentions.place.known"
REALM = "mentions.place.realm"
CAPITAL = "mentions.place.capital"
_CAPITAL = "place_head.capital"
_PLACED = frozenset({*NAME_WORDS, "place", "country", "place_head"})
_DAYS = ("weekday", "day_word", "day_noun", "month", "part_of_day", "vague")
_PEOPLE = ("role", "title", "group", "function_word")
_AMID = "side.middle"  # the side that is also «amid», and a line of players
_LONGEST = 3  # words of an unknown place name behind its head
_SHORTEST = 4  # letters of an unknown name behind a town
_ADJECTIVE = 5  # letters of «active» and «great» in the feminine


def place_at(view: View, i: int) -> Found | None:
    """Return the place whose noun phrase starts at a token, or None."""
    here = view.here(i)
    head, place = here.get("place_head"), here.get("place")
    land = view.land(i) if "country" in here else None
    best = land if place is None or (land is not None and land.last >= place.last) else place
    if best is not None and (head is None or best.last >= head.last):
        word = here.get("ordinary_word")
        if word is not None and word.last > best.last:
            return None  # «مسقط رأسه»
        demonym = view.country(i)
        twofold = best is land and demonym is not None and demonym.form.gender == "f"  # «سورية»
        twofold = (twofold or "adjective" in here) and best.last == i + 1  # «الأقصى»
        if (best.entry.flag("ambiguous") or twofold) and not _in_place(view, i, best):
            return None
        return known_place(view, best)
    return None if head is None else _headed(view, head)


def _in_place(view: View, i: int, hit: Hit) -> bool:
    """Say whether an ambiguous name stands where a place would: behind a preposition of place, not a noun."""
    if hit.entry.flag("ambiguous"):
        head = view.at(i - 1, "place_head") if i else None
        word = view.at(i - 1, "role_preposition") if i else None
        placed = hit.prefix in BA or (word is not None and not word.entry.flag("delegates"))
        placed = placed or (head is not None and not head.definite) or _beside(view, i, hit)  # «المناطق الرطبة»
        return placed and (hit.kind == "country" or not _is_noun(view, i, hit.last))
    before = view.norms[i - 1] if i and view.same_sentence(i - 1, i) else ""
    return hit.prefix not in BARE or not before[:1].isalpha() or view.is_verb(i - 1) or view.any(i - 1, "function_word")


def _beside(view: View, i: int, hit: Hit) -> bool:
    """Say whether a side stands right before a name: «north of | X»; amid anything but a country may be a player."""
    side = view.at(i - 1, "side") if i and not hit.prefix else None
    return side is not None and (hit.kind == "country" or side.entry.id != _AMID)


def _is_noun(view: View, i: int, after: int) -> bool:
    """Say whether a place that is another word too is rather that, with what it governs or is described by.

    «معسكر فريقه», «صور القراء», «بحجة أن», «صور تناقلتها …», but «صور اللبنانية», «صور أمس»; one with the article is
    where something else definite that is no demonym stands behind it («الباب الثاني»). Where the lexicon knows no
    other word, only «that» and a noun with a pronoun tell.
    """
    if not view.same_sentence(i, after) or not view.norms[after][0].isalpha():
        return False
    if view.any(after, *_DAYS) or view.norms[after].startswith(AND):
        return False
    if view.any(after, "complementiser"):
        return not view.has_article(i)
    if all(hit.kind in _PLACED for hit in view.all(i)):
        return any(hit.suffix and hit.prefix in BARE for hit in view.all(after))
    if view.any(after, "function_word") or view.is_verb(after):
        return False
    if view.definite(after):
        return not (view.country(after) is not None or view.any(after, "place_head"))
    return not (view.has_article(i) or _prefixed(view, after))


def _prefixed(view: View, i: int) -> bool:
    """Say whether a word stands behind a preposition or conjunction."""
    hits = view.all(i)
    return bool(hits) and all(hit.prefix not in BARE for hit in hits)


def known_place(view: View, hit: Hit) -> Found:
    """Return the place of the knowledge base that a hit names."""
    entry = hit.entry
    name = _inner(view, hit)
    country = entry.text("code") or entry.text("country") or None
    kind = "country" if entry.kind == "country" else entry.text("place_type")
    known = f"country.{entry.text('code')}" if entry.kind == "country" else same_as(entry)
    return Found(
        first=hit.first,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        kind="place",
        subkind=kind,
        rule=KNOWN_PLACE,
        nodes=(node_of(hit),),
        name=(name.first, name.last),
        name_start=name.start,
        head=entry.id,
        known=known,
        country=country,
        sector="GOV" if entry.kind == "country" or entry.flag("metonym") else None,
        gender=_gender(view, hit),
        definite=True,
    )


def _gender(view: View, hit: Hit) -> str | None:
    """Return the gender of a known place: of its head noun, else of a country or city; None for seas and mountains."""
    here = view.here(hit.first)
    if "place_head" in here and hit.last > hit.first + 1:
        return here["place_head"].form.gender or None
    if hit.kind == "country":
        return "m" if "masculine_land" in here else "f"
    return "f" if hit.entry.text("place_type") in _CITIES else None


def _inner(view: View, hit: Hit) -> Hit:
    """Return the name proper inside a known name: without a common noun, a side of the sky, or an epithet.

    «قطاع غزة», «مدينة نصر», «جنوب لبنان», «مكة المكرمة».
    """
    first, last = hit.first + 1, hit.last
    if first >= last:
        return hit
    if view.any(hit.first, "place_head"):
        inner = next((i for i in (view.land(first), view.at(first, "place")) if i is not None and i.last == last), None)
        return hit if inner is None else inner
    if hit.kind != "place":
        return hit  # «جنوب السودان»
    if view.any(hit.first, "side"):
        side = view.land(first) or view.at(first, "place")
        wide = side is not None and side.last == last and (side.kind == "country" or _is_wide(side))
        return side if side is not None and wide else hit
    if not view.any(last - 1, "place_epithet"):
        return hit
    return next((h for h in view.all(hit.first) if h.entry is hit.entry and h.last == last - 1), hit)


def _is_wide(hit: Hit) -> bool:
    """Say whether a place is no city or province, so that a side of it is no place of that name."""
    return hit.entry.text("place_type") in _WIDE


def _headed(view: View, head: Hit) -> Found | None:
    """«محافظة مأرب», «بلدة الفخاري»: the head and the name behind it, known or not."""
    i = head.last
    if _is_realm(view, head):  # which one, the article and its publisher tell
        realm = _place(view, head, (head.first, head.last), head.last, (node_of(head),))
        return realm._replace(rule=REALM, name_start=head.start, sector="GOV")
    if head.form.number in {"p", "d"} or i >= len(view.norms) or not view.same_sentence(head.first, i):
        return None
    capital = _capital(view, head) if head.entry.id == _CAPITAL else None
    if capital is not None:
        return capital
    if _is_misspelt(view, head):
        return None
    if (after := view.quoted(i)) and not (head.definite or head.entry.flag("known_only") or view.norms[i] == "("):
        quote = Node("quote", "quote", view.units.starts[i], view.units.ends[after - 1])
        return _place(view, head, (i + 1, after - 1), after, (node_of(head), quote))
    land, place = view.land(i), view.at(i, "place")
    best = max((h for h in (land, place) if h is not None), key=lambda h: h.last, default=None)
    if best is not None and best.prefix in BARE:
        last = best.last
        nodes: tuple[Node, ...] = (node_of(head), node_of(best))
        known: str | None = same_as(best.entry) if best.entry.kind == "place" else None
        country = best.entry.text("country") or best.entry.text("code") or None
        name_first = best.first
    else:
        last, nodes = _unknown(view, head, i)
        known, country, name_first = None, None, i
        if last == i or head.entry.flag("known_only"):
            return None
    found = _described(view, head, _place(view, head, (name_first, last), last, nodes))
    return found._replace(known=known, country=country)


def _capital(view: View, head: Hit) -> Found | None:
    """Return the city that an adjective of its state means: «the Qatari capital», no name of it behind."""
    i = head.last
    state, after = view.country(i), i + 1
    told = after < len(view.norms) and view.same_sentence(i, after) and view.any(after, "place", "country")
    if not head.definite or head.suffix or state is None or not state.definite or state.form.gender != "f" or told:
        return None
    city = state.entry.text("capital")
    if not city:
        return None
    found = _place(view, head, (head.first, after), after, (node_of(head), node_of(state)))
    country = state.entry.text("code")
    return found._replace(rule=CAPITAL, name=None, known=f"place.{city}", country=country, sector="GOV")


def _described(view: View, head: Hit, found: Found) -> Found:
    """Take the adjective behind the name of what is international or regional («مطار الملك خالد ‹الدولي›»)."""
    i = found.last
    adjective = view.at(i, "adjective") if head.entry.flag("classed") and view.same_sentence(head.first, i) else None
    if adjective is None or head.definite or not adjective.definite or adjective.prefix not in BARE:
        return found
    if view.norms[i].endswith(HA) != (head.form.gender == "f"):
        return found
    return found._replace(last=i + 1, end=view.units.ends[i], nodes=(*found.nodes, node_of(adjective)))


def _is_realm(view: View, head: Hit) -> bool:
    """Say whether a noun alone with its article is a country that has its name elsewhere («المملكة»)."""
    if not head.definite or head.suffix or head.form.number in {"p", "d"} or not head.entry.texts("lands"):
        return False
    after = head.last
    if not view.same_sentence(head.first, after) or not view.has_article(after):
        return True
    told = view.any(after, "role", "title", "group", "organisation", "body", "place", "weekday", *NAME_WORDS)
    return told or view.is_verb(after)  # no «المملكة الحديثة», «المملكة المغربية»


def _is_misspelt(view: View, head: Hit) -> bool:
    """Say whether a head noun is another word as it is written: «بلده», «بنى», and «حيا»."""
    text, form = view.units.text, head.form.pattern
    last = text[head.end - 1]
    his = form[-1] == HA == last and not head.suffix and TA_MARBUTA in text
    return his or (form[-1] == YA and last == ALEF_MAQSURA) or (form[-1] == ALEF != head.entry.headword[-1])


def _place(view: View, head: Hit, name: tuple[int, int], last: int, nodes: tuple[Node, ...]) -> Found:
    """Return the place that a head noun and a name behind it are."""
    units = view.units
    return Found(
        first=head.first,
        last=last,
        start=head.start,
        end=units.ends[last - 1],
        kind="place",
        subkind=head.entry.id.split(".", 1)[1],
        rule="mentions.place.headed",
        nodes=nodes,
        name=name,
        name_start=units.starts[name[0]],
        head=head.entry.id,
        gender=head.form.gender or None,
        definite=True,
    )


def _unknown(view: View, head: Hit, i: int) -> tuple[int, tuple[Node, ...]]:
    """Take up to three words that may be a name: not definite adjectives of the head, no verbs or function words."""
    units = view.units
    nodes = [node_of(head)]
    last = view.behind_titles(i)
    honoured = announced(view, last) if last > i else None
    if honoured is not None and not head.definite:  # «المدير في المدينة | الدكتور سالم كامل»
        return honoured.last, (*nodes, *honoured.nodes)  # «مدينة الملك عبدالله»
    if view.norms[i].startswith(BY_THE):
        return i, tuple(nodes)  # «كل مدينة بالعد»
    last = i if head.definite else opened(view, i)
    nodes += unknown(units, i, last)
    if last > i:
        return last, tuple(nodes)
    if head.entry.flag("term") and _is_family(view, last):
        return last, tuple(nodes)
    while last < len(units) and last - i < _LONGEST and view.same_sentence(head.first, last):
        known = view.any(last, *NAME_WORDS)
        if not known and (_ends(view, head, last) or view.country(last) is not None):
            break
        if not known and last > i and not (view.any(last - 1, *NAME_WORDS) and view.norms[last][0] not in BA):
            break  # «الأنفاق الممتدة», «الخضراء ببغداد»
        if (
            head.definite
            or not (known or view.definite(last) or shaped(view, last) or (last == i and _is_toponym(view, head, i)))
            or view.norms[last].startswith(AND)
        ):
            break
        nodes += unknown(units, last, last + 1)
        last += 1
        if not known and not view.definite(last - 1):
            break
    return last, tuple(nodes)


def _ends(view: View, head: Hit, i: int) -> bool:
    """Say whether a token cannot be the name of a place: common words with the article can («محافظة العقيق»).

    Behind a quarter or village so can any noun that is for nobody («حي الميدان»).
    """
    if not view.ends_name(i):
        return False
    if not view.definite(i) or (head.entry.flag("office") and view.any(i, "common_word")):
        return True
    if head.entry.flag("any_name"):
        return view.any(i, *_PEOPLE)
    return any(hit.kind != "common_word" for hit in view.all(i))


def _is_toponym(view: View, head: Hit, i: int) -> bool:
    """Say whether a word of which nothing is known can only be the name behind a town, not what it is like.

    An adjective would be feminine as the head is («مدينة مارجا», not «قرية منسية»); what ends as adjectives do is one
    where it has no shape of them («بلدة شلاطة»).
    """
    norm = view.norms[i]
    if head.form.gender != "f" or len(norm) < _SHORTEST or view.any(i) or norm.startswith((AND, LAM_ARTICLE)):
        return False
    surface = view.units.surface(i, i + 1)
    if like_present(norm) or served(norm, surface) or norm.endswith((TA, *THEIRS)) or surface.endswith(TANWIN + ALEF):
        return False
    if not norm.endswith(HA):
        return True
    quality = norm.startswith(MIM) or norm.endswith(YA + HA) or (len(norm) == _ADJECTIVE and norm[1] == ALEF)
    quality = quality or (len(norm) == _ADJECTIVE and norm[2] == YA)
    return surface.endswith(TA_MARBUTA) and len(norm) >= _ADJECTIVE and not quality


def _is_family(view: View, i: int) -> bool:
    """Say whether a token is a known family name and neither a given name nor bears the article («ولاية ترمب»)."""
    return view.any(i, "family_name") and not view.any(i, "given_name") and not view.definite(i)
