"""The rest of a description: where somebody is, or what his adjective takes («مسؤول في الميناء», «مطلعون على …»)."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, JOINED, LAM, NUNATED, OBLIQUE, before_article
from musnad.arabic.letters import ALEF, HA, TA, YA
from musnad.model import Span
from musnad.statements.endings import is_definite
from musnad.statements.scene import TO_THE, Noun, Scene
from musnad.statements.steps import behind_governed, behind_noun, behind_wish, is_adjective
from musnad.statements.subjects.body_names import behind_body
from musnad.statements.subjects.phrases import idafa_end, phrase, written
from musnad.statements.subjects.strangers import behind_comma
from musnad.statements.told import Told, told_by

_SEATS = frozenset({"place", "organisation", "office"})
_HOUSED = frozenset({"organisation", "office", "agency"})
_SPOTS = ("body", "place_head", "place_opener", "elliptic_body", "name_head")
_DEEDS = ("medium", "trigger", "time_unit", "thing", "day_word", "part_of_period", "phase_verb")
_WRITTEN = {"with": BA, "for": LAM}
_BOUND = {"with": "by", "of": "from"}  # parts of prepositions with a pronoun that are called otherwise
_TOLD = ("group", "role", "body", "agency", "publisher", "press", "title", "country", "source_noun", "elliptic_body")
_PAIR = 2
_PARTS = 3  # of one description
_PLURAL = next(ending for ending in NUNATED if ending != OBLIQUE)
_QUALITIES = ("adjective", "region_adjective", "demonym")
_RELATIONAL = (YA + HA, YA + _PLURAL, YA + OBLIQUE, YA)


def with_description(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody without a name with what tells of him behind a preposition, if that ends before `until`."""
    whole = told
    for _ in range(_PARTS):
        longer = _with_part(scene, whole, until)
        if longer is whole:
            break
        whole = longer
    return behind_comma(scene, _called(scene, whole, until), until)


def _called(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody by the name that «هو» or «يدعى» brings behind his description («متحدث آخر هو سامي حداد»)."""
    span, at = told.speaker.span, told.last
    at += at < until and scene.is_comma(at)
    calls = at < until and (
        scene.part(at) == "there" or any(hit.entry.flag("calls") for hit in scene.hits.at(at, "title"))
    )
    marked = calls and at + 1 < until and at + 1 in scene.quote_at  # «ويدعى "سامي حداد"، …»
    noun = scene.starting.get(at + 1 + marked) if calls else None
    if span is None or noun is None or noun.last > until or noun.mention.kind != "person" or not scene.is_bare(noun):
        return told
    proper, whole = noun.mention.proper, Span(span.start, noun.mention.span.end)
    named = proper is not None and (
        proper.start == noun.mention.span.start or scene.norms[noun.first].startswith(ARTICLE)
    )
    last = noun.last + marked
    over = last >= until or scene.is_comma(last) or scene.hits.has(last, "complementiser")
    if (
        not named
        or not over
        or told.kind not in {"person", "phrase", "group"}
        or told.speaker.name != written(scene, span)
    ):
        return told
    one = told_by(noun, "subject")
    return replace(one, speaker=replace(one.speaker, span=whole))


def _with_part(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody with the next part of his description, or himself where none follows."""
    span, at = told.speaker.span, told.last
    if span is None or at >= until or not _is_as_written(told.speaker.name, written(scene, span)):
        return told
    end = (
        _behind_further(scene, at)
        or behind_taken(scene, at)
        or (behind_spot(scene, at) if _is_open(scene, told, span) else 0)
    )
    end = end or _behind_place(scene, at) or behind_body(scene, at, until) or _behind_purpose(scene, told, span)
    end = end or _behind_quality(scene, told, at) or _behind_loyal(scene, told, at)
    end = end or _behind_second(scene, told, span, until)
    end = end or behind_wish(scene, at + scene.is_comma(at))
    if not at < end <= until or not _is_over(scene, end, until):
        return told
    whole = Span(span.start, scene.units.ends[end - 1])
    name = told.speaker.name + written(scene, whole).removeprefix(written(scene, span))
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=end)


def _is_as_written(name: str, words: str) -> bool:
    """Say whether a name is the words of a phrase, but for the case of a plural («متابعين» is shown as «متابعون»)."""
    return name == words or (words.endswith(OBLIQUE) and name == words.removesuffix(OBLIQUE) + _PLURAL)


def _behind_further(scene: Scene, i: int) -> int:
    """Return the token behind adjectives joined to the one before a token («مصادر طبية | وأمنية»), else 0."""
    at = i
    while at < len(scene.norms) and _is_further(scene, at):
        at += 1
    return at if at > i else 0


def _is_further(scene: Scene, i: int) -> bool:
    """Say whether a relational adjective is joined to one of the same form before it («القوى الغربية | والعربية»)."""
    norm, before = scene.norms[i], scene.norms[i - 1].removeprefix(AND)
    ending = next((end for end in _RELATIONAL if norm.endswith(end) and before.endswith(end)), None)
    definite = before.startswith(ARTICLE)
    if ending is None or not norm.startswith(AND + ARTICLE if definite else AND) or is_definite(before) != definite:
        return False
    adjectives = [hit for hit in scene.hits.at(i, *_QUALITIES) if hit.prefix in {AND, AND + ARTICLE}]
    return bool(adjectives) and scene.hits.has(i - 1, *_QUALITIES) and not scene.hits.verbs(i)


def _behind_purpose(scene: Scene, told: Told, span: Span) -> int:
    """Return the token behind what an unknown place or body of two words is for («بورصة دبي | للطاقة»), else 0."""
    at = told.last
    bare = (
        told.kind == "phrase" and at - scene.units.token_at(span.start) == _PAIR and scene.norms[at].startswith(TO_THE)
    )
    somebody = scene.hits.has(at, *_TOLD) or at in scene.starting or scene.norms[at].endswith(NUNATED)
    first = scene.norms[scene.units.token_at(span.start)]
    return at + 1 if bare and scene.is_plain(at) and not somebody and not is_definite(first) else 0


def _behind_place(scene: Scene, i: int) -> int:
    """Return the token behind the place of a body that many places have («وزارة الدفاع | في النيجر»), else 0."""
    noun = scene.ending.get(i)
    if noun is None or noun.mention.kind not in _HOUSED or noun.last - noun.first <= 1:
        return 0
    if noun.mention.kind == "agency" and not scene.hits.has(noun.last - 1, "press_adjective"):
        return 0  # «وكالة الأنباء الرسمية في الصين», not «صحيفة الضفاف في لندن»
    if any(scene.hits.has(at, "demonym", "country", "place", "known") for at in range(noun.first, noun.last)):
        return 0
    if not scene.hits.has(noun.first, "body") or not scene.norms[noun.last - 1].startswith(ARTICLE):
        return 0
    at = i + 1 if _houses(scene, i) else i
    place = scene.starting.get(at)
    if place is None or place.mention.kind != "place":
        return 0
    written = place.mention.span.start > scene.units.starts[at]
    if (at > i and written) or (at == i and not (written and _is_written(scene, i, BA))):
        return 0
    return place.last


def _behind_quality(scene: Scene, told: Told, i: int) -> int:
    """Return the token behind an adjective of an indefinite source or paper («مصدر | أبخازي»), else 0."""
    norm, before = scene.norms[i], scene.norms[i - 1]
    source = told.number == "s" and scene.hits.has(i - 1, "source_noun", "medium") and not is_definite(before)
    if not source or not scene.is_plain(i) or norm.startswith((ARTICLE, AND)) or i in scene.starting:
        return 0
    feminine = before.endswith((HA, ALEF + TA))
    qualities = (*_QUALITIES, "taking")  # «مصدر | متابع للملف»
    known = any(hit.kind in qualities and not hit.prefix and not hit.suffix for hit in scene.hits.at(i))
    quality = known or (not scene.hits.has(i) and norm.endswith(YA + HA if feminine else YA))
    return i + 1 if quality and norm.endswith(HA) == feminine and not scene.hits.verbs(i) else 0


def _behind_loyal(scene: Scene, told: Told, i: int) -> int:
    """Return the token behind an adjective of indefinite people or sources and what it takes («| موالية لحداد»)."""
    many = told.kind in {"phrase", "group"} or told.number == "p"
    norm, before = scene.norms[i], scene.norms[i - 1]
    alike = any(norm.endswith(end) and before.endswith(end) for end in (HA, *NUNATED))
    if not many or not alike or is_definite(before) or not scene.hits.has(i, "taking") or i in scene.starting:
        return 0
    end = behind_taken(scene, i + 1) if i + 1 < len(scene.norms) else 0
    return end if end > i + 1 else 0


def _behind_kin(scene: Scene, at: int) -> int:
    """Return the token behind whoever the indefinite noun before a token belongs to («مقربة من عائلة | سامي حداد»)."""
    noun = scene.starting.get(at)
    owner = noun is not None and noun.mention.kind == "person" and scene.is_bare(noun)
    free = not is_definite(scene.norms[at - 1]) and at not in scene.ending and at - 1 not in scene.starting
    return noun.last if owner and free and noun is not None else at


def _behind_second(scene: Scene, told: Told, span: Span, until: int) -> int:
    """Return the token behind a second definite noun in idafa («عدد من ملاك الفنادق | والشقق المفروشة»), else 0.

    Only where all that stands before the clause is gone through with it.
    """
    i, first = told.last, scene.units.token_at(span.start)
    noun = scene.ending.get(i)
    many = told.kind == "phrase" or (noun is not None and noun.mention.proper is None and told.number == "p")
    closed = i - first > 1 and scene.norms[i - 1].startswith(ARTICLE) and not scene.norms[first].startswith(ARTICLE)
    if not many or not closed or i in scene.starting or not scene.norms[i].startswith(AND + ARTICLE):
        return 0
    end = i + 1
    while end < until and is_adjective(scene, end):
        end += 1
    free = not scene.hits.verbs(i) and not scene.hits.has(i, *_TOLD)
    return end if scene.is_plain(i) and free and (end == until or scene.hits.has(end, "complementiser")) else 0


def our_own(scene: Scene, i: int, until: int) -> Told | None:
    """Return somebody told by a role with a pronoun («مراسلنا في بغداد»), by his name if that follows."""
    if i in scene.starting or not any(hit.suffix and hit.prefix in BARE for hit in scene.hits.at(i, "role")):
        return None
    end = behind_spot(scene, i + 1) if i + 1 < until else 0
    last = end if i + 1 < end <= until else i + 1
    while last < until and last not in scene.starting and is_adjective(scene, last):
        last += 1  # «أستاذنا الكبير سالم حداد»
    noun = scene.starting.get(last)
    if noun is None and last < until and scene.part(last) == "to":
        noun = scene.starting.get(behind_governed(scene, last))  # «مبعوثنا إلى باريس سالم حداد»
    if noun is not None and noun.last <= until and noun.mention.kind == "person" and scene.is_bare(noun):
        return told_by(noun, "subject")
    return replace(phrase(scene, scene.units.span(i, last), last), kind="person", gender=None)


def _is_over(scene: Scene, at: int, until: int) -> bool:
    """Say whether a description is over at a token, and no word goes on with its last noun."""
    if at == until or not scene.is_plain(at) or scene.norms[at].startswith(tuple(LAM)):
        return True
    noun = scene.starting.get(at)
    there = noun is not None and noun.mention.kind == "place" and not scene.is_bare(noun)  # «… | بصفاقس»
    before = scene.norms[at - 1].startswith(ARTICLE) or scene.hits.has(at - 1, "bound_preposition")
    if noun is not None and before and scene.is_bare(noun):
        return True  # «طالب المشاركون في الندوة | الحكومة بـ…»
    saying = any(hit.suffix for hit in scene.hits.at(at, "cue"))  # «عن مصادر طبية وأمنية | قولها»
    return there or saying or scene.hits.has(at, "complementiser", "clause_opener") or bool(scene.hits.verbs(at))


def _is_open(scene: Scene, told: Told, span: Span) -> bool:
    """Say whether a speaker is people that only their own words tell: indefinite or many, and no name in idafa."""
    first, noun = scene.units.token_at(span.start), scene.ending.get(told.last)
    if noun is not None and (noun.mention.proper is not None or noun.mention.kind not in {"person", "group"}):
        return False
    if noun is None and not (told.kind == "phrase" and scene.hits.has(first, "role", "group", "source_noun", "one_of")):
        return False
    if scene.norms[first].startswith(ARTICLE):
        return noun is not None and noun.entity.number == "p" and told.last == first + 1  # «المسؤولون | في النادي»
    return not is_definite(scene.norms[told.last - 1])


def behind_taken(scene: Scene, i: int) -> int:
    """Return the token behind what the word before a token takes («مطلعان | على المحادثات»), else 0."""
    noun = scene.ending.get(i)
    named = noun is not None and noun.mention.proper is not None and noun.mention.kind == "person"
    for hit in () if named else scene.hits.at(i - 1, "taking"):
        takes = hit.entry.texts("takes")
        if scene.points_back(i, {_BOUND.get(part, part) for part in takes}):
            return i + 1  # «القائمون | عليها»
        if scene.part(i) in takes and _is_at(scene, i):
            sites = (site.last for site in scene.hits.at(scene.particle_end(i), "medium"))
            return max(_behind_kin(scene, behind_governed(scene, i)), *sites, 0)
        if any(_is_written(scene, i, _WRITTEN[part]) for part in takes if part in _WRITTEN):
            noun = scene.starting.get(i)
            return behind_noun(scene, i) if noun is None else noun.last
    return 0


def _is_at(scene: Scene, i: int) -> bool:
    """Say whether a preposition stands before a noun that is no paper, deed or time («خبير | في الطقس»)."""
    after = scene.particle_end(i)
    if after >= len(scene.norms) or after in scene.time_at or not scene.is_plain(after):
        return False
    site = after in scene.starting or scene.hits.has(after, "body")  # «ناشطون على مواقع التواصل»
    site = site or (scene.part(i) != "in" and scene.norms[after].startswith(ARTICLE))  # «الموقعون على العريضة»
    return site or not scene.hits.has(after, "medium", "time_unit", "part_of_period")


def _is_written(scene: Scene, i: int, letters: frozenset[str]) -> bool:
    """Say whether a preposition is written onto the word at a token."""
    noun = scene.starting.get(i)
    if noun is not None and noun.mention.span.start > scene.units.starts[i]:
        return scene.norms[i].startswith(tuple(letters))
    the = (TO_THE,) if TO_THE in letters else tuple(letter + ARTICLE for letter in letters)
    if scene.norms[i].startswith(the):
        return True
    return any(hit.prefix in letters or before_article(hit.prefix) in letters for hit in scene.hits.at(i))


def behind_spot(scene: Scene, i: int) -> int:
    """Return the token behind the place or body in which people are («| في الميناء», «| من المستشفى»), else 0."""
    if _houses(scene, i) or scene.part(i) == "of":
        at = i + 1
        noun = scene.starting.get(at)
        if noun is not None:
            seat = noun.mention.kind in _SEATS or (noun.mention.kind == "group" and scene.part(i) == "of")
            return _end(scene, noun) if seat and scene.is_bare(noun) else 0
        spot = at < len(scene.norms) and (_is_spot(scene, at) or _is_of_source(scene, i))
        return behind_idafa(scene, at) if spot else 0
    noun = scene.starting.get(i)
    if noun is not None and noun.mention.span.start > scene.units.starts[i] and _is_written(scene, i, BA):
        return _end(scene, noun) if noun.mention.kind in _SEATS else 0
    known = any(before_article(hit.prefix) in BA for hit in scene.hits.at(i, *_SPOTS))
    return behind_idafa(scene, i) if known and _is_written(scene, i, BA) else 0


def behind_idafa(scene: Scene, i: int) -> int:
    """Return the token behind a noun with whatever it governs («بمنطقة | أمن الضفاف»)."""
    end = behind_noun(scene, i)
    return idafa_end(scene, end, len(scene.norms)) if end == i + 1 and not is_definite(scene.norms[i]) else end


def _end(scene: Scene, noun: Noun) -> int:
    """Return the token behind a mention with its adjective, or with one more («في الحزب | الحاكم», «من … | وكوريا»)."""
    last = noun.last
    if last >= len(scene.norms):
        return last
    other = scene.starting.get(last)
    if other is not None:
        joined = other.mention.kind in _SEATS and scene.is_bare(other, JOINED - {""})
        return _end(scene, other) if joined else last
    alone = noun.last == noun.first + 1 or scene.hits.has(last, "adjective", "region_adjective")
    return last + 1 if alone and scene.norms[last].startswith(ARTICLE) and scene.is_plain(last) else last


def _is_spot(scene: Scene, i: int) -> bool:
    """Say whether a word is a place or body, and no deed, time or paper."""
    return scene.is_plain(i) and scene.hits.has(i, *_SPOTS) and not scene.hits.has(i, *_DEEDS)


def _is_of_source(scene: Scene, i: int) -> bool:
    """Say whether «of» stands behind a source and before the definite noun of those it is one of."""
    nouns = (i - 1, i - 2)
    source = scene.part(i) == "of" and any(scene.hits.has(at, "source_noun") for at in nouns)
    return source and scene.norms[i + 1].startswith(ARTICLE) and not scene.hits.has(i + 1, *_DEEDS)


def _houses(scene: Scene, i: int) -> bool:
    """Say whether a preposition stands before the place or body in which somebody is («| في الميناء»)."""
    particle = scene.particle(i)
    return particle is not None and particle.last == i + 1 and particle.entry.flag("houses")
