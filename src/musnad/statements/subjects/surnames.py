"""Somebody named again by a part of a name («إلياس جرادة», then «وقال جرادة إن …»)."""

from collections.abc import Iterator
from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BARE, LAM, fold_word
from musnad.arabic.letters import ALEF, HA, SERVANT, TANWIN
from musnad.lexicon import Hit
from musnad.statements.endings import is_definite
from musnad.statements.scene import LONGEST_NAME, SHORT, Noun, Scene
from musnad.statements.told import BODIES, Told, told_by

_LOCAL = "local."
GOD = ARTICLE + min(LAM, key=len) + HA
_SPEAKING = ("role", "body", "source_noun", "medium", "place_head", "title", "press")
_NO_FIRST = ("title", "role", "complementiser", "particle", "connective", "in_name_of")
_PAIR = 2  # words by which a body of more words is named again
_LEAD = 3  # sentences of a title and a lead


def named_by_part(scene: Scene, i: int, until: int, *, sure: bool = False) -> Told | None:
    """Return the person before whom an unknown word right behind a verb names by a part of his name, or None.

    That part stands inside his name, or right behind as much of it as is known. `sure` says that the word is all the
    subject, whatever it may be elsewhere («قال دولي إن …»).
    """
    unknown = _is_unknown(scene, i)
    likely = unknown or sure or _may_be_name(scene, i)
    if not likely or (len(scene.norms[i]) <= SHORT and _goes_on(scene, i + 1, until)):
        return None
    for at in _earlier(scene, i):
        noun = scene.ending.get(at) or _around(scene, at)
        if noun is None or noun.mention.kind != "person" or not _is_in_name(scene, noun, at):
            continue
        if not unknown and noun.last != at + 1:
            continue
        told = told_by(noun, "subject")
        span = scene.units.span(i, i + 1)
        word = scene.units.surface(at, at + 1)
        name = told.speaker.name if noun.last > at else f"{told.speaker.name} {word}"
        speaker = replace(told.speaker, name=name, span=span)
        node = told.node._replace(start=span.start, end=span.end, value=name)
        return replace(told, speaker=speaker, last=i + 1, node=node)
    return None


def with_first_names(scene: Scene, told: Told) -> Told:
    """Return somebody told by one word with the first names that stand before it elsewhere («جينيش كولدير», «كولدير»).

    Only one name may be found so.
    """
    span, name = told.speaker.span, told.speaker.name
    if span is None or " " in name or told.kind not in {"person", "phrase"} or told.number != "s":
        return told
    first, last = scene.units.tokens_of(span.start, span.end)
    i = last - 1
    if scene.norms[i] != fold_word(name) or (last - first > 1 and told.kind == "phrase"):
        return told
    if not (told.kind == "person" or _is_unknown(scene, i)) or scene.hits.has(i, *_SPEAKING, "in_name_of", "group"):
        return told
    found: dict[str, int] = {}
    for at in _places(scene, i):
        begin = _first_names(scene, at, surely=told.kind == "person")
        if begin < at and at != i:
            found.setdefault(" ".join(scene.norms[begin : at + 1]), begin)
    if len(found) != 1:
        return told
    begin = next(iter(found.values()))
    size = len(next(iter(found)).split())
    whole = " ".join(scene.units.surface(begin, begin + size).split())
    return replace(told, speaker=replace(told.speaker, name=whole))


def _places(scene: Scene, i: int) -> Iterator[int]:
    """Yield the places of the word at a token."""
    at = -1
    for _ in range(scene.norms.count(scene.norms[i])):
        at = scene.norms.index(scene.norms[i], at + 1)
        yield at


def _first_names(scene: Scene, i: int, *, surely: bool) -> int:
    """Return the token at which the first names before the last of a name begin, `i` where none do.

    A word that nothing knows is one between a verb of saying or a calling and the name, before what he is, or between
    marks; before what is `surely` a name also behind any other verb.
    """
    at, strange = i, i
    while at > max(0, i - LONGEST_NAME):
        known = next(
            (hit.first for back in (2, 1) if at >= back for hit in _given(scene, at - back) if hit.last == at), at
        )
        if known < at:
            at = strange = known
        elif at == i and _is_strange(scene, at - 1):
            at -= 1
        else:
            break
    led = at < i and scene.norms[at].startswith(ARTICLE)  # «صدر | الدين»: what stands before may belong to it
    if at == i or (strange < i and not led):
        return strange
    before, after = scene.ending.get(at), scene.starting.get(i + 1 + scene.is_comma(i + 1))
    called = scene.hits.has(at - 1, "title", "demonym") or (before is not None and before.mention.kind == "person")
    apposed = after is not None and after.mention.kind == "person" and after.mention.proper is None
    said = any(hit.form.pos == "verb" for hit in scene.hits.at(at - 1, "cue"))
    said = said or (surely and any(not hit.suffix for hit in scene.hits.verbs(at - 1)) and scene.is_plain(at - 1))
    quote = scene.quote_at.get(at - 1)  # «قالت "جيمو بورجين" الباحثة في …»
    marked = quote is not None and scene.units.tokens_of(quote.start, quote.end)[1] == i + 2
    called = called or marked
    return at if called or said or (apposed and not led) or (led and not scene.units.is_word(at - 1)) else i


def _given(scene: Scene, i: int) -> list[Hit]:
    """Return the first names at a token with nothing written onto them."""
    hits = [] if scene.hits.has(i, *_NO_FIRST) else scene.hits.at(i, "given_name")
    return [hit for hit in hits if hit.prefix in BARE | {ARTICLE} and not hit.suffix]


def _is_strange(scene: Scene, i: int) -> bool:
    """Say whether nothing is known of a word, or written onto it."""
    norm = scene.norms[i]
    plain = scene.is_plain(i) and len(norm) >= SHORT and not norm.isdigit()
    return plain and not scene.hits.has(i) and not norm.startswith((ARTICLE, AND, *LAM))


def _is_unknown(scene: Scene, i: int) -> bool:
    """Say whether a word is nothing that is known as it stands: «حكمي» may be «my judgement», and no name is."""
    norm = scene.norms[i]
    if not scene.is_plain(i) or norm in LAM:
        return False  # «وقال لـ«رويترز»»
    known = any(hit.prefix in BARE and not hit.suffix for hit in scene.hits.at(i))
    return not known and not (norm.endswith(ALEF) and TANWIN in scene.units.span(i, i + 1).of(scene.units.text))


def _may_be_name(scene: Scene, i: int) -> bool:
    """Say whether a definite word that is known may be the last of somebody's name («صالح السلوك», then «السلوك»)."""
    plain = scene.is_plain(i) and scene.norms[i].startswith(ARTICLE) and i not in scene.starting
    return plain and not scene.hits.has(i, *_SPEAKING)


def _is_in_name(scene: Scene, noun: Noun, at: int) -> bool:
    """Say whether a token stands inside the proper name of a mention, or right behind a mention that ends in it."""
    proper = noun.mention.proper
    if proper is None:
        return False
    inside = proper.start <= scene.units.starts[at] < proper.end
    return inside or (noun.last == at and proper.end == noun.mention.span.end)


def _goes_on(scene: Scene, i: int, until: int) -> bool:
    """Say whether a plain word follows, so that the word before it is hardly the whole subject."""
    return i < until and scene.is_plain(i)


def _earlier(scene: Scene, i: int) -> Iterator[int]:
    """Yield the places of a word before a token."""
    at = -1
    for _ in range(scene.norms[:i].count(scene.norms[i])):
        at = scene.norms.index(scene.norms[i], at + 1)
        yield at


def _around(scene: Scene, i: int) -> Noun | None:
    """Return the mention of several words that a token belongs to."""
    near = (scene.starting.get(at) for at in range(i, max(-1, i - LONGEST_NAME * 2), -1))
    return next((noun for noun in near if noun is not None and noun.last > i), None)


def in_full(scene: Scene, own: Told, first: int, last: int) -> Told | None:
    """Return the body that was named in full before two of its words («إدارة مستشفى الضفاف», then «إدارة المستشفى»)."""
    second = first + 1
    if last - first != _PAIR or own.kind not in BODIES | {"phrase"} or scene.head(second) == scene.norms[second]:
        return None
    if own.speaker.name != scene.units.surface(first, last) or is_definite(scene.norms[first]):
        return None
    for noun in reversed(scene.heads.get(scene.norms[first], [])):
        fuller = noun.first < first and noun.last > noun.first + _PAIR and noun.mention.kind in BODIES
        if fuller and scene.norms[noun.first + 1] == scene.head(second):
            return told_by(noun, "again")
    return None


def in_short(scene: Scene, own: Told, first: int, last: int) -> Told | None:
    """Return the body that was named in full before its head and a quality («الوكالة الدولية», «الصحيفة الفرنسية»).

    The quality stands in that name, or tells the land of the only one that has a name of its own («الشركة الكورية»).
    """
    second, entity = first + 1, own.speaker.entity
    if last - first != _PAIR or own.kind not in BODIES | {"phrase"} or (entity or _LOCAL)[: len(_LOCAL)] != _LOCAL:
        return None
    head, quality = scene.head(first), scene.norms[second]
    if head == scene.norms[first] or not quality.startswith(ARTICLE) or own.number != "s":
        return None
    fuller = [noun for noun in scene.heads.get(head, []) if noun.first < first and noun.entity.id != entity]
    fuller = [noun for noun in fuller if noun.mention.kind in BODIES and _is_fuller(scene, noun)]
    found = [noun for noun in fuller if _has_quality(scene, noun, quality)]
    if not found and fuller and scene.hits.has(second, "demonym", "country"):
        lands = any(scene.hits.has(i, "demonym", "country") for noun in fuller for i in range(noun.first, noun.last))
        own_names = not any(scene.norms[noun.first + 1].startswith(ARTICLE) for noun in fuller)
        found = fuller if own_names and not lands else []
    return told_by(found[-1], "again") if len({noun.entity.id for noun in found}) == 1 else None


def begun(scene: Scene, own: Told, first: int, last: int) -> Told | None:
    """Return the only body whose longer name begins with the words of a speaker («مركز الضفاف» for «… للدراسات»).

    It was named before; what stands in a title may be told in full in the lead.
    """
    size, entity = last - first, own.speaker.entity
    if size < _PAIR or own.kind not in BODIES or not (entity or "").startswith(_LOCAL):
        return None
    met = min((at for at, noun in scene.starting.items() if noun.entity.id == entity), default=first)
    if not scene.units.sentence_of[met]:
        met = scene.units.sentences[:_LEAD][-1].last
    head, rest = fold_word(own.speaker.name).split(maxsplit=1)[0], scene.norms[first + 1 : last]
    fuller = [noun for at, noun in scene.starting.items() if at < met and noun.mention.kind in BODIES]
    fuller = [noun for noun in fuller if scene.norms[noun.first + 1 : noun.first + size] == rest]
    fuller = [noun for noun in fuller if noun.entity.id != entity and fold_word(noun.surface).split()[:1] == [head]]
    longer = (noun for noun in fuller if noun.last > noun.first + size and _goes_with(scene, noun.first + size))
    found = [noun for noun in longer if AND + head not in scene.norms[noun.first : noun.last]]  # «وزارة … ووزارة …»
    return told_by(found[-1], "again") if len({noun.entity.id for noun in fuller}) == 1 and found else None


def _goes_with(scene: Scene, i: int) -> bool:
    """Say whether a word goes on with the name of a body: a purpose or a definite quality («للدراسات», «المشتركة»)."""
    if scene.norms[i].startswith(tuple(LAM)):
        return not scene.hits.has(i, "role", "group", "title")
    if not scene.norms[i].startswith(ARTICLE) or scene.hits.has(i, "binding"):
        return False
    if scene.hits.has(i, "demonym", "region_adjective"):
        return True
    tied = scene.is_function(i + 1) or "".join(scene.norms[i + 1 : i + 2]).startswith(tuple(LAM))  # «القريبة من …»
    return scene.hits.has(i, "adjective") and not tied


def _is_fuller(scene: Scene, noun: Noun) -> bool:
    """Say whether a body has more words than its head and a quality, or a name of its own («شركة تويوتا»)."""
    size = noun.last - noun.first
    return size > _PAIR or (size == _PAIR and not scene.norms[noun.first + 1].startswith(ARTICLE))


def _has_quality(scene: Scene, noun: Noun, quality: str) -> bool:
    """Say whether a longer name has a quality right behind its head with more behind it, or ends in it."""
    second, third = noun.first + 1, noun.first + 2
    if noun.last <= third:
        return False
    if scene.norms[second] != quality:
        return scene.norms[noun.last - 1] == quality and not is_definite(scene.norms[noun.first])
    somebody = scene.hits.has(third, "role", "group", "title")
    purpose = scene.norms[third].startswith(tuple(LAM)) and not somebody
    return purpose or scene.hits.has(third, "demonym", "country", "purpose")


def by_part(scene: Scene, own: Told, first: int, last: int) -> Told | None:
    """Return the only person whose name begins or ends in the words of a speaker, or who has them within it.

    «ابن حجر», «ليلى»; «العواد» for «كمال عواد», «هايف» for «سالم هايف الحداد».
    """
    words = scene.norms[first:last]
    if own.kind != "phrase" or last - first > _PAIR or scene.hits.has(first, "medium", "thing", "body", "group"):
        return None
    if words[-1] == GOD or (last - first == 1 and scene.hits.has(first, "name_particle")):
        return None
    found: dict[str, Noun] = {}
    for noun in scene.starting.values():
        if noun.mention.kind != "person" or noun.mention.proper is None:
            continue
        name = tuple(fold_word(word) for word in noun.entity.name.split())
        size = len(words)
        if len(name) <= size:
            continue
        begins = name[:size] == words and not words[0].startswith(ARTICLE) and not scene.hits.has(first, "role")
        ends = name[-size:] == words and name[-size - 1] != SERVANT
        if (begins and noun.first < first) or ends or _is_family_within(scene, first, words, name):
            found[noun.entity.id] = noun
    if len(found) != 1:
        return None
    told = told_by(next(iter(found.values())), "again")
    return replace(told, gender=told.gender or own.gender)


def _is_family_within(scene: Scene, i: int, words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Say whether a lone word that is no first name stands behind the first of a name, its article aside."""
    word = words[0].removeprefix(ARTICLE)
    if len(words) > 1 or len(word) <= SHORT or scene.hits.has(i, "given_name", "role", "title", "adjective", "demonym"):
        return False
    places = [at for at in range(1, len(name)) if name[at].removeprefix(ARTICLE) == word]
    return any(name[at - 1] != SERVANT for at in places)


def is_whole_name(scene: Scene, told: Told) -> bool:
    """Say whether a speaker is one person with all his name, known or not («سامي حداد», «العجمي العتيري»)."""
    words, entity = told.speaker.name.split(), told.speaker.entity
    if told.number != "s" or not 1 < len(words) <= LONGEST_NAME:
        return False
    if told.kind == "phrase":
        return words[0].startswith(ARTICLE)
    nouns = scene.starting.values() if told.kind == "person" else ()
    return any(noun.entity.id == entity and noun.mention.proper is not None for noun in nouns)
