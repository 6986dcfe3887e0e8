"""Subjects that are told by their number: «14 خبيرا», «52 في المئة من السكان», people to whom a plural belongs."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, NUNATED, OBLIQUE
from musnad.arabic.letters import ALEF, NUN, TA, WAW
from musnad.model import Sentence
from musnad.statements.cues.find import Cue
from musnad.statements.draft import Draft
from musnad.statements.scene import Scene, is_with
from musnad.statements.steps import is_pronoun
from musnad.statements.subjects.phrases import phrase
from musnad.statements.told import Told, told_by

PERCENT = ("%", "٪")
FEW = 2  # people from which a verb behind them is plural
LONGEST = 6  # words behind a number that may say who is counted
FARTHEST = 14  # words that may tell of whom a share is
_THEY = AND + ALEF, NUNATED[0]  # how a verb in the plural ends
_THEMSELVES = WAW + NUN  # how many who do something end («المشاركون»)
_THINGS = ALEF + TA  # how a plural ends that people hardly have («منظمات»)
_DOZENS, _STATES = "one_of.some", "group.states"
NEAR = 14  # tokens between people who are counted and a verb of theirs with «و»


def counted(scene: Scene, i: int, until: int) -> Told | None:
    """Return the people whose number stands at a token, up to `until` («نحو 60 % من السكان»), or None."""
    near = [hit for hit in scene.hits.at(i, "approximate") if not hit.prefix]
    at = near[0].last if near else i
    if at >= until or not scene.norms[at].isdigit() or at in scene.time_at:
        return None
    first = _behind_share(scene, at + 1, until)
    share = first > at + 1
    if share and not _is_defined(scene, first, until):
        return None
    if not share and (scene.hits.has(first, "number_word") or scene.norms[first].startswith(AND)):
        return None  # «12 مليار دينار», «20 وربما 30»
    if not share and not _is_people(scene, first):
        return None  # «وحذر 3 مرات من …»
    last = _end(scene, first, until) if share else _behind_counted(scene, first, until)
    if last == first or (not share and (int(scene.norms[at]) <= FEW or scene.norms[first].startswith(ARTICLE))):
        return None
    return replace(phrase(scene, scene.units.span(i, last), last), gender=None, number="p")


def share(scene: Scene, i: int, until: int) -> Told | None:
    """Return the share that stands at a token, with those of whom it is («40 % فقط من المشاركين | إن …»), or None.

    Before a clause that can only be what they say, they end where that begins.
    """
    near = [hit for hit in scene.hits.at(i, "approximate") if not hit.prefix]
    at = near[0].last if near else i
    if at >= until or not scene.norms[at][0].isdigit() or at in scene.time_at:
        return None
    last = _behind_percent(scene, at + 1, until)
    if last == at + 1:
        return None
    of = last + (scene.part(last) == "adverb")  # «فقط»
    if of < until and is_pronoun(scene, of):
        last = of + 1  # «17 % منهم»
    elif of < until and scene.part(of) in {"of", "relative"}:
        sure = any(not is_with(hit) for hit in scene.hits.at(until, "complementiser"))
        sure = sure or "relative" in {scene.part(of), scene.part(of + 1)}
        end = next((k for k in range(of, until) if not _is_of_people(scene, k)), until)
        last = end - scene.is_function(end - 1) if sure and end - of <= FARTHEST else _end(scene, of + 1, until)
    return replace(phrase(scene, scene.units.span(i, last), last), gender=None, number="p")


def _is_of_people(scene: Scene, i: int) -> bool:
    """Say whether a token may tell of whom some are counted: no mark, time or word of what is said."""
    return scene.units.is_word(i) and i not in scene.time_at and not scene.hits.has(i, "complementiser")


def counted_before(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the people who are counted right behind a verb before a plural one («حدده 14 خبيرا … وتوقعوا أن …»)."""
    hit = draft.cue.hit
    if draft.family != "verb" or hit is None or hit.form.number != "p" or not hit.prefix.startswith(AND):
        return None
    for i in range(draft.cue.first - 1, max(first, draft.cue.first - NEAR), -1):
        if scene.norms[i].isdigit() and scene.hits.verbs(i - 1):
            return counted(scene, i, draft.cue.first)
    return None


def share_before(scene: Scene, cue: Cue, first: int) -> Told | None:
    """Return the share of people with which a clause begins before its plural verb («أن 60 % من السكان يرون أن …»)."""
    if cue.hit is None or cue.hit.prefix or cue.hit.form.number != "p":
        return None
    at = next(
        (i for i in range(cue.first - FEW, max(first, cue.first - NEAR) - 1, -1) if scene.norms[i].isdigit()), None
    )
    if at is None or at in scene.time_at:
        return None
    start = at - any(hit.last == at for hit in scene.hits.at(at - 1, "approximate"))
    before = start - 2 if start - 1 in scene.quote_at else start - 1
    if not (start == first or scene.is_that(before) or scene.part(before) == "contrast"):
        return None
    told = counted(scene, start, cue.first)
    behind = range(cue.first if told is None else told.last, cue.first)
    plain = all(scene.units.is_word(i) and not scene.hits.verbs(i) for i in behind)
    return told if told is not None and plain and (not behind or scene.part(behind.start) == "in") else None


def many_before(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the people right behind a verb of its sentence to whom a plural cue belongs («غادر الركاب …، مشيدين»)."""
    hit = draft.cue.hit
    if draft.family not in {"verb", "participle"} or hit is None or hit.form.number != "p" or draft.told is not None:
        return None
    return _many(scene, first, draft.cue.first)


def many_between(scene: Scene, sent: Sentence) -> Told | None:
    """Return the last people right behind a verb of a sentence («مع ما قاله سابقا بعض العاملين فيه»), or None."""
    return _many(scene, sent.first, sent.last)


def _many(scene: Scene, first: int, last: int) -> Told | None:
    """Return the last people right behind a verb of a stretch, or None."""
    for i in range(last - 1, first, -1):
        noun = scene.starting.get(i)
        some = noun is None and scene.norms[i].startswith(ARTICLE) and i not in scene.time_at
        dozens = any(hit.entry.id == _DOZENS for hit in scene.hits.at(i, "one_of"))
        some = some and (dozens or scene.norms[i].endswith(_THEMSELVES))
        if scene.norms[i - 1].endswith(_THEY):
            continue  # «واحتجزوا العشرات», «يريدون المزيد»: whom it is done to
        if some and _leads_many(scene, i - 1):
            named = phrase(scene, scene.units.span(i, i + 1), i + 1)
            return replace(named, number="p", gender=None)  # «تظاهر العشرات», «ورفع المشاركون الأعلام»
        people = noun is not None and noun.mention.kind in {"person", "group"} and noun.entity.number == "p"
        done = _leads_many(scene, i - 1) or (_leads_many(scene, i - 2) and i - 1 not in scene.starting)
        things = scene.norms[i].endswith(_THINGS) or any(hit.entry.id == _STATES for hit in scene.hits.at(i, "group"))
        if noun is not None and people and scene.is_bare(noun) and done and not things:
            return told_by(noun, "subject")
    return None


def _leads_many(scene: Scene, i: int) -> bool:
    """Say whether a verb stands at a token whose subject people behind it can be."""
    return bool(scene.hits.verbs(i)) and not scene.is_function(i)  # «حول» is «about» too


def _is_people(scene: Scene, i: int) -> bool:
    """Say whether a noun behind a number can be people: known as such, a sound plural, or in the accusative."""
    known = i in scene.starting or scene.hits.has(i, "role", "body", "group", "relation", "source_noun", "press")
    return known or scene.norms[i].endswith((ALEF, OBLIQUE))


def _is_defined(scene: Scene, i: int, until: int) -> bool:
    """Say whether those of whom some are counted are definite («السكان», «أعضاء المجلس»)."""
    return any(scene.norms[at].startswith(ARTICLE) for at in range(i, min(until, i + 2)))


def _behind_share(scene: Scene, i: int, until: int) -> int:
    """Return the token behind «% من», «في المئة من» or only «من» at a token, else that token itself."""
    at = _behind_percent(scene, i, until)
    return at + 1 if at < until and scene.part(at) == "of" else i


def _behind_percent(scene: Scene, i: int, until: int) -> int:
    """Return the token behind «%» or «في المئة» at a token, else that token itself."""
    if i < until and scene.norms[i] in PERCENT:
        return i + 1
    return scene.hits.at(i, "percent")[0].last if i < until and scene.hits.has(i, "percent") else i


def _behind_counted(scene: Scene, i: int, until: int) -> int:
    """Return the token behind a noun that is counted, with its adjectives («14 خبيرا اقتصاديا»)."""
    last = min(_end(scene, i, until), i + 1)
    noun = scene.starting.get(i)
    if last > i and noun is not None and noun.last <= until:
        last = noun.last
    while i < last < until and scene.units.is_word(last) and scene.norms[last].endswith(ALEF):
        last += 1
    return last


def _end(scene: Scene, i: int, until: int) -> int:
    """Return the token behind the words for who is counted: up to a verb, a function word, a time or a mark."""
    last = i
    while last < min(until, i + LONGEST) and scene.units.is_word(last) and last not in scene.time_at:
        if scene.is_function(last) or scene.hits.has(last, "complementiser", "clause_opener", "medium"):
            break
        if scene.is_surely_verb(last) or (last > i and scene.hits.verbs(last)):
            break
        last += 1
    return last
