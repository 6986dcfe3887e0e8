"""Nouns that are spelt like verbs, and verbs that no lexicon knows: what they stand beside tells."""

from musnad.arabic import AND, ARTICLE, PRESENT_STARTS
from musnad.arabic.letters import ALEF, DAMMA, SIN, TA
from musnad.statements.endings import is_definite
from musnad.statements.scene import SHORT, TO_THE, Scene
from musnad.statements.steps import GOVERN, is_pronoun

FIFTH = frozenset({4, 5})  # letters of a masdar of the form of «توفر» or «تراجع»
_CLOSING = frozenset('»”")')
TENTH = SIN + TA  # behind its first letter, in the present: «تستغرق»


def is_deed_like(scene: Scene, i: int) -> bool:
    """Say whether a word spelt like a verb is what is done («أعلنت الشركة رفع الأسعار», «أكد الوزير تراجع العنف»).

    It has three letters or is of the form of «تراجع» and «توفر», stands right behind somebody or something definite,
    or a day, and before what it is done to.
    """
    norm, after = scene.norms[i], i + 1
    fifth = norm.startswith(TA) and not norm.endswith(TA) and len(norm) in FIFTH
    if not (len(norm) == SHORT or fifth) or any(hit.prefix or hit.suffix for hit in scene.hits.verbs(i)):
        return False
    noun = scene.ending.get(i)
    named = noun is not None and noun.mention.proper is not None
    apart = fifth and (scene.is_comma(i - 1) or scene.norms[i - 1] in _CLOSING)  # «…، أمس، توقف الخدمات»
    behind = named or scene.norms[i - 1].startswith((ARTICLE, TO_THE)) or i in scene.time_before or apart
    return behind and after < len(scene.norms) and scene.units.is_word(after) and not scene.is_function(after)


def tells_of_noun(scene: Scene, i: int) -> bool:
    """Say whether a verb tells of an indefinite word before it («زيارة تستغرق يومين», «ندوة نظمها الصندوق …»)."""
    norm, after = scene.norms[i], i + 1
    if _is_past_behind(scene, i):
        return True
    if scene.norms[i - 1].startswith(ARTICLE) or i in scene.starting or after >= len(scene.norms):
        return False
    if is_tenth(scene, i):
        return True
    told = (scene.norms[after].startswith(ARTICLE) or after in scene.starting) and not scene.is_function(after)
    governed = any(scene.part(at) in GOVERN for at in (i - 2, i - 3)) and scene.is_plain(i - 1)
    verb = all(hit.form.pos == "verb" for hit in scene.hits.at(i))
    return governed and told and verb and is_definite(norm) and i not in scene.ending


def points_back(scene: Scene, i: int) -> bool:
    """Say whether a word is a past verb that points back, behind which its subject stands («في ندوة أقامها حزبه»)."""
    past = any(hit.suffix and hit.form.tense == "past" and not hit.prefix for hit in scene.hits.verbs(i))
    return past and all(hit.form.pos == "verb" for hit in scene.hits.at(i))


def _is_past_behind(scene: Scene, i: int) -> bool:
    """Say whether a past verb stands behind an indefinite noun («لقاء مفتوح نظمته النقابة», «ندوة انتظمت بحلب»)."""
    before, norm = i - 1, scene.norms[i]
    if not scene.is_plain(before) or is_definite(scene.norms[before]) or i in scene.ending or i in scene.time_before:
        return False
    hits = scene.hits.at(i)
    if not hits:
        return norm.startswith(ALEF) and norm.endswith(TA) and not norm.endswith(ALEF + TA)
    return all(hit.form.pos == "verb" and hit.form.tense == "past" and hit.suffix for hit in hits)


def is_tenth(scene: Scene, i: int) -> bool:
    """Say whether a word is spelt like a verb of the tenth form in the present («تستغرق»)."""
    norm = scene.norms[i]
    return norm.startswith(PRESENT_STARTS) and norm[1:].startswith(TENTH)


def is_strange_verb(scene: Scene, i: int) -> bool:
    """Say whether an unknown word with «و» is a verb: feminine («وتوترت»), or before a clause («واتضح أنه»)."""
    norm = scene.norms[i]
    if scene.hits.has(i) or i in scene.starting or len(norm) <= SHORT + 2 or norm.startswith(AND + ARTICLE):
        return False
    feminine = norm.endswith(TA) and not norm.endswith(ALEF + TA)
    return feminine or (i + 1 < len(scene.norms) and scene.hits.has(i + 1, "complementiser"))


def is_told_of(scene: Scene, i: int, at: int, until: int) -> bool:
    """Say whether a verb tells what became of the paper before it («دراسة حديثة | أجريت في …», «بيانات | جمعتها …»)."""
    if _is_vowelled(scene, at):
        return True
    if not scene.hits.has(i, "medium"):  # «معلومات | حصلت عليها الصحيفة»
        got = at == i + 1 and at + 1 < until and is_pronoun(scene, at + 1)
        return got and bool(scene.hits.verbs(at)) and not is_definite(scene.norms[i])
    verbs = [hit for hit in scene.hits.verbs(at) if hit.form.tense == "past" and not hit.prefix]
    if not scene.hits.has(at) and scene.norms[at].endswith(TA) and at + 1 < until and scene.is_function(at + 1):
        return True  # «دراسة | أجريت في …»
    if not verbs or is_definite(scene.norms[i]) or scene.hits.has(at, "adjective"):
        return scene.is_surely_verb(at)
    after = at + 1
    free = after >= until or not scene.is_plain(after) or scene.hits.has(after, "cue_preposition")
    return any(hit.suffix for hit in verbs) or free or scene.is_surely_verb(at)


def _is_vowelled(scene: Scene, i: int) -> bool:
    """Say whether a verb at a token is written with the vowel of a passive («تقرير نُشر أمس»)."""
    return scene.units.surface(i, i + 1)[1:2] == DAMMA and bool(scene.hits.verbs(i))


def is_joined_verb(scene: Scene, i: int) -> bool:
    """Say whether a word can only be a verb with «و», one of four letters or more or a light one («وتم», «وجاء»)."""
    hits = [] if scene.norms[i].startswith(AND + ARTICLE) else scene.hits.at(i)
    verbs = [hit for hit in hits if hit.form.pos == "verb" and hit.prefix == AND]
    if not any(hit.suffix or hit.form.number == "d" for hit in verbs):
        hits = [hit for hit in hits if hit.kind != "context"]  # of events, which tells nothing against a verb
    light = any(hit.kind == "appearing" or hit.entry.flag("agentless") for hit in verbs)
    long = (
        light
        or any(len(hit.form.pattern) > SHORT or is_hollow(hit.form.pattern) for hit in verbs)
        or (bool(verbs) and _has_place(scene, i))
    )
    return long and all(hit.form.pos == "verb" or (light and hit.kind == "function_word") for hit in hits)


def is_hollow(pattern: str) -> bool:
    """Say whether a verb of three letters has a long vowel amid them, as few nouns have («وزار», not «ودعم»)."""
    return len(pattern) == SHORT and pattern[1] == ALEF


def _has_place(scene: Scene, i: int) -> bool:
    """Say whether something definite or a preposition that no noun would have stands behind a word after a mark.

    «…، وحدد فيه …», «…، وحضر إلى …», «…، وحضر اللقاء …»
    """
    if not scene.is_break(i - 1) or i + 1 >= len(scene.norms):
        return False
    definite = scene.norms[i + 1].startswith(ARTICLE) and is_past(scene, i)
    return definite or scene.part(i + 1) in {"to", "within"} or is_pronoun(scene, i + 1)


def is_past(scene: Scene, i: int) -> bool:
    """Say whether a token may be a verb in the past."""
    return any(hit.form.tense == "past" for hit in scene.hits.verbs(i))
