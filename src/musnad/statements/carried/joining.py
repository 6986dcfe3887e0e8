"""The subject of an earlier verb in its sentence to which a verb with «و» or a participle goes on: people, states."""

from musnad.arabic import AND, CONJUNCTIONS, SO
from musnad.statements.carried.datelines import behind_dateline
from musnad.statements.content.appositions import is_affected
from musnad.statements.cues.find import Cue
from musnad.statements.draft import Draft
from musnad.statements.scene import SHORT, Noun, Scene
from musnad.statements.steps import VERBS, is_pronoun
from musnad.statements.subjects.companions import with_second
from musnad.statements.told import KINDS, Told, agrees, told_by

CLAUSE = 20  # tokens between a participle and the verb that governs it
_LEADING = frozenset({"auxiliary", "subordinator", "contrast"})
_MEANWHILE = "connective.meanwhile"


def joined_to(scene: Scene, first: int, draft: Draft) -> Told | None:
    """Return the subject right behind the verb to which a verb with «و» is joined («هاجم الرئيس خصومه واتهم …»)."""
    hit = draft.cue.hit
    # «ولم يوضح الموقع عمره، ولكن ذكر أن …», «صدق الوزير حين قال إن …»
    led = scene.part(draft.cue.first - 1) in {"contrast", "subordinator"}
    if draft.family != "verb" or hit is None or not (led or hit.prefix.startswith((AND, SO))):
        return None
    for i in range(draft.cue.first - 1, max(first, draft.cue.first - CLAUSE) - 1, -1):
        if (told := topic(scene, first, i, draft)) is not None:
            return told
        noun = scene.starting.get(i + 2 if is_pronoun(scene, i + 1) else i + 1)  # «حدده لنا الوزير؛ فقال إن …»
        if (
            _is_main_verb(scene, first, i)
            and noun is not None
            and not is_affected(scene, noun)
            and (noun.mention.kind != "place" or _has_object(scene, i) or acts(scene, i, noun, draft.cue))
            and noun.mention.kind in KINDS
            and scene.is_bare(noun)
        ):
            two = draft.cue.hit is not None and draft.cue.hit.form.number == "d"
            both = with_second(scene, noun, draft.cue.first) if two else None  # «اتفق حداد ونصر على …، وأكدا أن …»
            return both if both is not None and both.number == "d" else told_by(noun, "governing")
    return None


def meanwhile(scene: Scene, draft: Draft, before: Draft | None) -> Told | None:
    """Return who does something else meanwhile, and goes on («…، في حين غادر المدير القاعة، مؤكدا أن …»)."""
    hit, first = draft.cue.hit, scene.region(draft.cue.first)[0]
    goes_on = hit is not None and draft.family in {"verb", "participle"} and scene.is_comma(draft.cue.first - 1)
    for i in range(draft.cue.first - 1, max(first, draft.cue.first - CLAUSE), -1) if goes_on else ():
        if before is not None and before.cue.first >= i:
            return None
        if scene.is_comma(i - 1) and any(one.entry.id == _MEANWHILE for one in scene.hits.at(i, "connective")):
            at = scene.particle_end(i)
            noun = scene.starting.get(at + 1) if scene.hits.verbs(at) else None
            speaks = noun is not None and noun.mention.kind in KINDS - {"place", "group"} and scene.is_bare(noun)
            told = told_by(noun, "governing") if noun is not None and speaks else None
            return told if told is not None and agrees(draft.cue, told) else None
    return None


def topic(scene: Scene, first: int, i: int, draft: Draft) -> Told | None:
    """Return the subject before a verb with which its clause begins («لكن الوزير هاجم الحزب وقال إن …»)."""
    noun = scene.ending.get(i) or scene.ending.get(i - 1)
    if noun is None or noun.mention.kind not in KINDS or not scene.hits.verbs(i):
        return None
    first_words = noun.first <= first + 1  # not «ما إذا كانت فنلندا ستوافق، وقالت …»
    if noun.mention.kind == "place" and not (_is_state(noun) and _is_hers(scene, i) and first_words):
        return None
    if noun.last < i and scene.part(i - 1) != "auxiliary":
        return None
    begins = noun.first == first or scene.part(noun.first - 1) in _LEADING
    told = told_by(noun, "governing")
    return told if begins and scene.is_bare(noun, CONJUNCTIONS) and agrees(draft.cue, told) else None


def acts(scene: Scene, i: int, noun: Noun, cue: Cue) -> bool:
    """Say whether a country right behind a feminine verb does it, its object behind it («دانت فرنسا القصف، داعية»)."""
    hers = noun.last < len(scene.norms) and _is_hers(scene, i) and agrees(cue, told_by(noun, ""))
    alike = cue.hit is not None and cue.hit.form.gender == "f" and _is_state(noun)
    alike = alike and (noun.mention.subkind == "country" or scene.is_verb(i, "trigger"))  # not «شهدت هلسنكي …»
    first = behind_dateline(scene, scene.units.sentence(i).first)
    led = scene.part(i - 1) in _LEADING  # «وقد رفضت …», «فيما رفضت …», «كما رفضت …»
    begins = any(at == first or scene.is_break(at - 1) or scene.norms[at].startswith(AND) for at in (i, i - led))
    follows = scene.is_plain(noun.last) and not scene.norms[noun.last].startswith(AND)
    return hers and alike and begins and follows and scene.is_bare(noun)


def _is_state(noun: Noun) -> bool:
    """Say whether a place is a country, or the capital that speaks for one."""
    return noun.mention.subkind in {"country", "capital"}


def _is_hers(scene: Scene, i: int) -> bool:
    """Say whether a verb of one woman stands at a token, as that of a state does («رفضت إيران …»)."""
    return any(hit.form.gender == "f" and hit.form.number == "s" for hit in scene.hits.verbs(i))


def _has_object(scene: Scene, i: int) -> bool:
    """Say whether a verb has its object written onto it, so that even a place behind it is its subject."""
    return any(hit.suffix for hit in scene.hits.verbs(i))


def _is_main_verb(scene: Scene, first: int, i: int) -> bool:
    """Say whether a verb of no relative clause stands at a token, a short one only where a clause begins («كشف …»)."""
    verbs = [hit for hit in scene.hits.at(i, *VERBS) if hit.form.pos == "verb"]
    if not verbs or scene.part(i - 1) in {"relative", "what"}:
        return False
    begins = i == first or bool(verbs[0].prefix) or scene.is_break(i - 1) or scene.part(i - 1) is not None
    return begins or len(verbs[0].form.pattern) > SHORT
