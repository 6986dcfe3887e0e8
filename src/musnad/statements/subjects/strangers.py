"""Names that nothing knows behind a role («الناطق باسم الوزارة مات تشادلر»)."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BARE, LAM
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, TA_MARBUTA, TANWIN
from musnad.lexicon import Hit
from musnad.model import Span
from musnad.statements.endings import is_accusative
from musnad.statements.scene import DASHES, SHORT, TO_THE, Noun, Scene
from musnad.statements.steps import is_adjective
from musnad.statements.subjects.phrases import phrase
from musnad.statements.told import Told, told_by

LONGEST = 3  # words of a name that nothing knows
_PAIR = 2
_NO_NAME = (
    "adjective",
    "role",
    "title",
    "body",
    "medium",
    "place",
    "country",
    "demonym",
    "group",
    "cue",
    "common_verb",
)
_NO_PART = (
    "relation",
    "one_of",
    "another",
    "then_word",
    "source_noun",
    "function_word",
    "press",
    "taking",
    "time_unit",
)
_OF_NAME = frozenset({"given_name", "family_name", "name_particle", "organisation"})


def behind_role(scene: Scene, told: Told, noun: Noun, until: int) -> Told | None:
    """Return somebody whose definite role stands before a name that nothing knows, by that name, or None."""
    first, words = noun.last, scene.norms
    one = noun.mention.kind == "person" and noun.mention.proper is None and noun.entity.number == "s"
    if not one or told.last != first or first >= until or not words[first - 1].startswith(ARTICLE):
        return None
    apart = scene.is_comma(first)  # «الناطق باسم الرئيس، كالوي اخيلغوف»
    first += apart
    last = _end(scene, first, until)
    lone = last == first + 1 and (apart or last < until)
    if last == first or lone or not _is_over(scene, last, until):
        return None
    span = Span(noun.mention.span.start, scene.units.ends[last - 1])
    name = " ".join(scene.units.span(first, last).of(scene.units.text).split())
    return replace(told, speaker=replace(told.speaker, name=name, span=span), last=last)


def named_behind(scene: Scene, told: Told, at: int, until: int) -> Told | None:
    """Return one person without a name by the words of a name, known or not, that stand at a token, or None.

    Where he is may stand before them («المتحدث باسم أجهزة الأمن | في الضفاف | رخات سليمانوف»).
    """
    span, place = told.speaker.span, scene.starting.get(at + 1)
    if span is None or told.kind != "person" or told.number != "s" or at >= until:
        return None
    if place is not None and scene.part(at) == "in" and place.mention.kind == "place" and scene.is_bare(place):
        at = place.last
    closed = scene.norms[at - 1].startswith((ARTICLE, AND + ARTICLE)) or scene.hits.has(at - 1, "place", "country")
    last = _end(scene, at, until) if closed and at < until else at
    over = last < until and any(hit.prefix in LAM for hit in scene.hits.at(last))
    if last - at < _PAIR or not (over or _is_over(scene, last, until)):
        return None
    name = " ".join(scene.units.span(at, last).of(scene.units.text).split())
    whole = Span(span.start, scene.units.ends[last - 1])
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=last)


def named_surely(scene: Scene, told: Told, at: int, until: int) -> Told | None:
    """Return one person by the words that are all between his office or where that is and his words, or None.

    Of such words, two or three, not all need be unknown («مديرة الجمعية بالضفاف | أمال رزيق أن …»).
    """
    span = told.speaker.span
    if span is None or told.kind != "person" or told.number != "s" or not 1 < until - at <= LONGEST:
        return None
    if not scene.hits.has(until, "complementiser") or scene.hits.has(scene.units.token_at(span.start), "source_noun"):
        return None
    definite = scene.norms[at - 1].startswith((ARTICLE, AND + ARTICLE)) or scene.hits.has(at - 1, "place", "country")
    words = range(at, until)
    strange = any(not scene.hits.has(i) or scene.hits.has(i, "given_name", "family_name") for i in words)
    free = not any(scene.has_pronoun(i) or scene.norms[i].startswith((TO_THE, *LAM)) for i in words)
    first = _is_spelt(scene, at) or _is_further_name(scene, at, at)
    if not (definite and strange and free and first and all(_is_further_name(scene, i, at) for i in words[1:])):
        return None
    name = " ".join(scene.units.span(at, until).of(scene.units.text).split())
    whole = Span(span.start, scene.units.ends[until - 1])
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=until)


def _is_spelt(scene: Scene, i: int) -> bool:
    """Say whether a function word is spelt like a first name («منى»)."""
    return scene.hits.has(i, "given_name") and scene.units.is_word(i) and scene.part(i) is None


def behind_comma(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody told by his role alone by the name, known or not, that a comma sets apart behind it.

    «مدير متحف "الضفاف"، تاكو فيبرتس، في بيان», «وزيرة الفنون الجميلة، فورنا ساليكا، …»: a mark stands behind it too.
    """
    span, at = told.speaker.span, told.last
    if span is None or told.number != "s" or told.kind not in {"person", "phrase"} or at >= until:
        return told
    head = scene.units.token_at(span.start)
    one = any(hit.entry.flag("single") for hit in scene.hits.at(head, "one_of"))  # «أحد أصحاب المحال، سامي حداد، …»
    if not (scene.hits.has(head, "role") or one) or told.speaker.name != " ".join(span.of(scene.units.text).split()):
        return told
    while at < until and is_adjective(scene, at) and scene.norms[at - 1].startswith(ARTICLE):
        at += 1
    if at + 1 >= until or not scene.is_comma(at):
        return told
    first = at + 1
    rank = scene.norms[first].startswith(ARTICLE) and scene.is_plain(first)  # «…، الأدميرال سامي حداد، …»
    noun = scene.starting.get(first) or (scene.starting.get(first + 1) if rank else None)
    if noun is not None:
        proper, last = noun.mention.proper, noun.last
        if (
            noun.mention.kind != "person"
            or proper is None
            or not (scene.is_bare(noun) and _is_closed(scene, last, until))
        ):
            return told
        named = told_by(noun, told.speaker.basis)
        return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))
    last = _end_apart(scene, first, until)
    if last == first or not _is_closed(scene, last, until):
        return told
    name = " ".join(scene.units.span(first, last).of(scene.units.text).split())
    whole = Span(span.start, scene.units.ends[last - 1])
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=last)


def behind_first_name(scene: Scene, i: int, until: int) -> int:
    """Return the token behind one or two words that can only go on with a lone name («محمد | أكبر بركزاي»), else `i`.

    Behind them the clause begins, a mark, a preposition or who that is.
    """
    last = i
    while last < min(until, i + _PAIR) and _is_further_name(scene, last, i):
        last = _behind_dash(scene, last + 1, until)
    while last > i:
        role = last < until and last in scene.starting and scene.starting[last].mention.kind == "person"
        clause = last == until and scene.hits.has(until, "complementiser")
        if clause or role or (last < until and _is_over(scene, last, until) and last not in scene.quote_at):
            return last
        last -= 1
    return i


def with_family_name(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody told by a first name with the word that is all between that and his clause.

    Whatever that is elsewhere, it is his family name («المزارع أحمد | القاضي أن …»), also behind another first name or
    without the article («محمد كمال | الغربي أن …», «عثمان | كبير إن …»).
    """
    span = told.speaker.span
    if span is None or " " in told.speaker.name or told.kind != "person" or told.number != "s":
        return told
    noun = scene.starting.get(scene.units.token_at(told.node.start))
    proper = None if noun is None else noun.mention.proper
    if noun is None or proper is None:
        return told
    first = scene.units.tokens_of(proper.start, proper.end)[1]  # «المدرب يوسف | القائد»
    second = first + 1 < until and scene.hits.has(first, "given_name")
    last = first + second
    last += last < until and (scene.norms[last].startswith(ARTICLE) or scene.hits.has(last, "adjective"))
    plain = first < last and all(scene.is_plain(i) and not scene.hits.has(i, *_NO_PART) for i in range(first, last))
    if not plain or is_accusative(scene.norms[last - 1]):
        return told
    clause = (last == until or (scene.is_comma(last) and last + 1 == until)) and scene.hits.has(until, "complementiser")
    if not (clause or _is_office(scene, last, until) or (second and _is_closed_name(scene, last, until))):
        return told
    name = f"{told.speaker.name} {' '.join(scene.units.surface(first, last).split())}"
    whole = Span(span.start, scene.units.ends[last - 1])
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=last)


def _is_office(scene: Scene, i: int, until: int) -> bool:
    """Say whether what somebody is begins at a token: an office of several words («سالم الشاعر | مدير عام الميناء»)."""
    noun = scene.starting.get(i) if i < until else None
    role = noun is not None and noun.mention.kind == "person" and noun.mention.proper is None
    return role and noun is not None and noun.last > i + 1 and not scene.norms[i].startswith(ARTICLE)


def _is_closed_name(scene: Scene, last: int, until: int) -> bool:
    """Say whether several words of a name end before a token, the last of them nobody and no body."""
    other = scene.hits.has(last - 1, "body", "group", "country", "place", "place_head", "press", "medium")
    return not other and (last == until or _is_over(scene, last, until))


def _behind_dash(scene: Scene, i: int, until: int) -> int:
    """Return the token behind the second half of a name if a dash without space joins it («مولتن | -ليث»), else `i`."""
    units = scene.units
    joined = i + 1 < until and scene.norms[i] in DASHES and units.is_word(i + 1)
    return i + 2 if joined and units.ends[i - 1] == units.starts[i] and units.ends[i] == units.starts[i + 1] else i


def _is_further_name(scene: Scene, i: int, first: int) -> bool:
    """Say whether a word behind a name, whatever else it means, may be a part of that: no calling, state or deed."""
    norm, hits = scene.norms[i], scene.hits.at(i)
    if not scene.is_plain(i) or scene.hits.has(i, *_NO_NAME, *_NO_PART) or scene.has_pronoun(i):
        return False
    known = any(hit.kind in _OF_NAME and hit.prefix in BARE for hit in hits)
    if norm.startswith(tuple(LAM)) and any(hit.prefix in LAM for hit in hits):
        return False
    if norm.isdigit() or len(norm) < SHORT or is_accusative(norm):
        return known
    if _has_article(scene, i):
        return i > first and not hits
    return known or not scene.units.surface(i, i + 1).endswith(TA_MARBUTA)


def titled(scene: Scene, i: int, until: int) -> Told | None:
    """Return somebody whose name, unknown, stands behind his title («د. الضفافي», «الدكتورة عدلة السامر»)."""
    title = next((hit for hit in scene.hits.at(i, "title") if _is_title(scene, hit)), None)
    if title is None or title.last >= until:
        return None
    last = first = title.last
    if title.definite and first + 1 < until and scene.is_plain(first) and scene.hits.has(first + 1, "family_name"):
        last += _PAIR  # «الدكتور غرامة الشهري»: before a family name stands a name, whatever that word is elsewhere
    while last < min(until, first + LONGEST) and _is_of_titled(scene, last, first):
        last += 1
    noun = scene.ending.get(last)
    if last == first or (noun is not None and noun.first == first):
        return None
    over = _is_over(scene, last, until) or _is_office(scene, last, until)
    if title.definite and (last - first < _PAIR or not over):
        return None  # «طالب الدكتور زملاءه بـ…»
    name = " ".join(scene.units.span(first, last).of(scene.units.text).split())
    told = phrase(scene, scene.units.span(i, last), last)
    return replace(told, speaker=replace(told.speaker, name=name), kind="person", gender=None)


def _is_title(scene: Scene, hit: Hit) -> bool:
    """Say whether a title is written short («د.»), or is one word with its article («الدكتورة»)."""
    short = not hit.prefix and hit.last > hit.first + 1 and not scene.units.is_word(hit.last - 1)
    return short or (hit.prefix == ARTICLE and hit.last == hit.first + 1 and hit.first not in scene.starting)


def recurring(scene: Scene, i: int, until: int) -> Told | None:
    """Return a name spelt like an adverb, or with a preposition, that stands elsewhere too («وقال ويزا إن …»), or None.

    It is all between a verb that takes no object and its clause, a mark or whoever is told.
    """
    norm = scene.norms[i] if i < until else ""
    spelt = is_accusative(norm) or norm.startswith(WRITTEN_PREPOSITIONS[0])
    if not spelt or len(norm) <= SHORT or not scene.is_plain(i) or scene.has_pronoun(i):
        return None
    if any(hit.prefix in BARE or hit.last > i + 1 for hit in scene.hits.at(i)) or TANWIN in scene.units.surface(
        i, i + 1
    ):
        return None
    last = i + 1
    over = last == until or not scene.units.is_word(last) or scene.part(last) in {"to", "in", "on", "about"}
    over = over or any(hit.prefix in LAM for hit in scene.hits.at(last))
    return phrase(scene, scene.units.span(i, last), last) if over and scene.norms.count(norm) > 1 else None


def _is_of_titled(scene: Scene, i: int, first: int) -> bool:
    """Say whether a word behind a title is unknown, or known as a part of names only."""
    known = [hit for hit in scene.hits.at(i) if hit.prefix in BARE and hit.kind not in _OF_NAME]
    written = i > first and scene.norms[i].startswith(WRITTEN_PREPOSITIONS)
    return scene.is_plain(i) and not known and not written and not is_accusative(scene.norms[i])


def _is_closed(scene: Scene, at: int, until: int) -> bool:
    """Say whether a mark or a clause follows what a comma set apart."""
    return at == until or (at < until and (scene.is_comma(at) or scene.norms[at] == ":" or at in scene.time_at))


def _end_apart(scene: Scene, first: int, until: int) -> int:
    """Return the token behind two or three words of which all but the first are unknown, else `first` itself."""
    last = first
    while last < min(until, first + LONGEST) and scene.is_plain(last) and not scene.norms[last].isdigit():
        norm, hits = scene.norms[last], [hit for hit in scene.hits.at(last) if hit.kind not in _OF_NAME]
        other = hits and (last > first or scene.hits.has(last, *_NO_NAME) or all(hit.prefix for hit in hits))
        written = norm.startswith(AND if last > first else tuple(LAM)) or (norm.startswith(ARTICLE) and bool(hits))
        if other or written or scene.units.surface(last, last + 1).endswith(TA_MARBUTA):
            return first
        last += 1
    whole = last > first + 1 and not is_accusative(scene.norms[first])
    return last if whole else first


def _end(scene: Scene, first: int, until: int) -> int:
    """Return the token behind the words from a token on that may be a name."""
    last = first
    while last < min(until, first + LONGEST) and _may_be_name(scene, last, first):
        last += 1
    closes = first < last == until - 1 and scene.hits.has(until, "complementiser") and _has_article(scene, last)
    return last + 1 if closes and scene.is_plain(last) and not scene.hits.has(last, "adjective", "demonym") else last


def _has_article(scene: Scene, i: int) -> bool:
    """Say whether a word begins with the article, and no other vowel is written on its alef («ألكسندرا»)."""
    return scene.norms[i].startswith(ARTICLE) and scene.units.text[scene.units.starts[i]] == ALEF


def _may_be_name(scene: Scene, i: int, first: int) -> bool:
    """Say whether a word is unknown, or known only as a part of names, with nothing written onto it."""
    norm = scene.norms[i]
    known = [hit for hit in scene.hits.at(i) if hit.prefix in BARE or hit.form.pos == "verb"]
    article = _has_article(scene, i) and (i == first or bool(known))
    if not scene.is_plain(i) or norm.isdigit() or article or len(norm) < SHORT:
        return False
    if norm.startswith(AND) and scene.hits.has(i, *_NO_NAME):
        return False  # «وزير الدفاع | ورئيس الأركان»
    if known:
        alone = i == first and not scene.hits.has(i + 1) and len(norm) <= SHORT  # «مات تشادلر»
        verb = alone and all(hit.form.pos == "verb" or hit.kind == "death_word" for hit in known)
        return verb or all(hit.kind in _OF_NAME and not hit.prefix and not hit.suffix for hit in known)
    written = norm.startswith(AND if i > first else WRITTEN_PREPOSITIONS)
    return not written and not scene.has_pronoun(i) and not (i == first and is_accusative(norm))


def _is_over(scene: Scene, at: int, until: int) -> bool:
    """Say whether a name is over at a token: the clause begins, or a mark, a day or a preposition stands there."""
    return at == until or not scene.units.is_word(at) or at in scene.time_at or scene.is_function(at)
