"""Whom a relative clause speaks of: the noun before its pronoun."""

from musnad.arabic import AND, ARTICLE
from musnad.arabic.letters import ALEF, HA, TA
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import Noun, Scene
from musnad.statements.subjects.fronted import quoted_end
from musnad.statements.subjects.issuers import creator
from musnad.statements.subjects.phrases import phrase
from musnad.statements.told import KINDS, Told, agrees, told_by

SOURCES = ("medium", "role", "body", "group", "source_noun", "relation", "given_name", "title", "taking")
"""Kinds of words that can speak."""

CLAUSE = 24  # tokens of a relative clause before a second one of the same noun
_ANNOUNCE = "cue.announce"
_ABOUT = "bound_preposition.about"
NEAR = 2  # tokens from whom a relative pronoun means to the verb behind it
RELATED = 12  # tokens between a person or body and the relative clause that tells what it said


def related(scene: Scene, cue: Cue) -> Told | None:
    """Return the nearest person or body that a relative clause can speak of («المتهم بالتصوير، الذي اعترف بأن …»)."""
    first, _ = scene.region(cue.first)
    last = cue.first - 2 if scene.is_comma(cue.first - 2) else cue.first - 1
    named = quoted_end(scene, last)
    single = cue.hit is not None and cue.hit.form.number == "s"
    if named is not None and single:
        return named
    papers = [hit for hit in scene.hits.at(last - 1, "medium") if hit.definite and hit.entry.flag("document")]
    if papers and single and not scene.has_pronoun(cue.first):
        return creator(scene, last - 1, last, papers)  # «وفق البيان الذي أوضح أن …»
    alone = single and last > first and scene.units.is_word(last - 1)
    alone = alone and last not in scene.ending and not scene.norms[last - 1].startswith(AND + ARTICLE)
    alone = alone and not scene.norms[last - 1].isdigit()  # «المجلة الصادرة عام 2015 التي أكدت أن …»
    if alone and not scene.hits.has(last - 1) and not is_definite(scene.norms[last - 1]):
        return phrase(scene, scene.units.span(last - 1, last), last)
    for at in range(cue.first - 1, max(first, cue.first - RELATED), -1):
        noun = scene.ending.get(at)
        if noun is None or noun.first < first or noun.mention.kind not in KINDS - {"place"}:
            continue
        told = told_by(noun, "subject_before")
        if agrees(cue, told) or (noun.last == last and last < cue.first - 1 and noun.mention.proper is not None):
            return told  # behind a comma only what stands right before it can be meant
    return None


def means_another(scene: Scene, cue: Cue) -> bool:
    """Say whether a relative pronoun is not the subject of the verb behind it («الذين أشاد بهم», «الذي قالت إنه …»).

    Before its own subject a verb is singular; behind it, it agrees.
    """
    pronoun = scene.particle(cue.first - 1)
    if cue.hit is None or cue.family != "verb" or pronoun is None or pronoun.last != cue.first:
        return False
    refers, form = pronoun.entry.text("refers"), cue.hit.form
    if refers and any(hit.entry.id == _ABOUT for hit in scene.hits.at(cue.last, "bound_preposition")):
        return True  # «الذي قالت عنه إنه …»
    if not refers or form.number != "s" or form.person == 1:
        return False
    return refers == "p" or (bool(form.gender) and form.gender != refers)


def is_right_before(scene: Scene, cue: Cue) -> bool:
    """Say whether the relative pronoun before a verb stands for a mention right before it."""
    at = cue.first - NEAR if scene.is_comma(cue.first - NEAR) else cue.first - 1
    noun = scene.ending.get(at)
    return noun is not None and is_meant(scene, cue, told_by(noun, ""))


def means_thing(scene: Scene, cue: Cue) -> bool:
    """Say whether the relative pronoun before a verb stands for a thing, which says nothing.

    «عملية الحزب التي تهدد …»: the head of a body that the pronoun does not fit. «النقاط التي وردت فيه والتي تشير …»:
    what another relative clause before it tells of. «النتائج التي أعلنت اليوم»: what was announced.
    """
    pronoun = scene.particle(cue.first - 1)
    refers = "" if pronoun is None or pronoun.last != cue.first else pronoun.entry.text("refers")
    if cue.family != "verb" or not refers or means_another(scene, cue):
        return False
    last = cue.first - 1 - scene.is_comma(cue.first - 2)
    if scene.norms[cue.first - 1].startswith(AND) and (before := _relative_before(scene, last, refers)) is not None:
        last = before - scene.is_comma(before - 1)
        return last not in scene.ending and _is_thing(scene, last - 1)
    noun = scene.ending.get(last)
    if noun is None and (cue.last in scene.time_at or scene.part(cue.last) == "by"):
        return cue.hit is not None and cue.hit.entry.id == _ANNOUNCE and _is_thing(scene, last - 1)
    if noun is None or noun.mention.kind == "person" or noun.entity.number != "s" or _fits(scene, noun, refers):
        return False
    head = noun.first - 1
    alike = "f" if scene.norms[head].endswith((HA, ALEF + TA)) else "m"
    return alike == refers and not scene.norms[head].startswith(ARTICLE) and _is_thing(scene, head)


def _relative_before(scene: Scene, i: int, refers: str) -> int | None:
    """Return where a relative clause of the same gender begins before a token in its sentence, or None."""
    first = scene.region(i)[0]
    for at in range(i - 1, max(first, i - CLAUSE), -1):
        pronoun = scene.particle(at)
        if pronoun is not None and pronoun.entry.text("refers"):
            return at if pronoun.entry.text("refers") == refers else None
    return None


def _fits(scene: Scene, noun: Noun, refers: str) -> bool:
    """Say whether a relative pronoun can stand for a body or place, where its gender is unknown by its first word."""
    gender = told_by(noun, "").gender
    if gender is None and scene.hits.has(noun.first, "body"):
        gender = "f" if scene.norms[noun.first].endswith((HA, ALEF + TA)) else "m"
    return gender in {None, refers}


def _is_thing(scene: Scene, i: int) -> bool:
    """Say whether a plain noun stands at a token that is nobody's name or calling and no paper."""
    return scene.is_plain(i) and i not in scene.named and not scene.hits.has(i, *SOURCES)


def goes_on(scene: Scene, cue: Cue) -> bool:
    """Say whether a relative clause tells of a person before it, whatever governs him («جماعة حداد الذي يقول …»)."""
    noun = scene.ending.get(cue.first - 1 - scene.is_comma(cue.first - 2))
    plain = cue.family == "verb" and not cue.suffixed and scene.part(cue.first - 1) == "relative"
    if not plain or noun is None or noun.mention.kind != "person":
        return False
    return is_right_before(scene, cue) and not means_another(scene, cue)


def is_meant(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether the relative pronoun before a verb can stand for somebody right before it."""
    pronoun = scene.particle(cue.first - 1)
    if pronoun is None or not 0 < cue.first - told.last <= NEAR:
        return False
    refers = pronoun.entry.text("refers")
    if refers == "f" and told.number == "p" and told.kind not in {"person", "group"}:
        return True  # «الأحزاب السياسية، التي قال إنها …»
    if refers == "p" or told.number != "s":
        return refers == "p" and told.number != "s"
    return told.gender in {None, refers}


def _has_title(scene: Scene, noun: Noun) -> bool:
    """Say whether a person is told by a calling and one name, so that a word behind it goes on with the name."""
    proper = noun.mention.proper
    if proper is None:
        return False
    first, last = scene.units.tokens_of(proper.start, proper.end)
    return last - first == 1 and first > noun.first and last == noun.last


def extended(scene: Scene, i: int, low: int) -> Told | None:
    """Return a person with the unknown words of his name before a relative clause («القاضي صلواتي، الذي أكد …»)."""
    for at in range(i - 1, low, -1):
        noun = scene.ending.get(at)
        named = noun is not None and noun.mention.kind == "person"
        titled = named and at == i - 1 and noun is not None and _has_title(scene, noun)
        if not scene.units.is_word(at) or scene.is_function(at) or (scene.hits.has(at) and not titled):
            return None
        if titled and (is_definite(scene.norms[at]) or scene.hits.verbs(at)):
            return None
        if noun is not None and named:
            return phrase(scene, scene.units.span(noun.first, i), i)
    return None
