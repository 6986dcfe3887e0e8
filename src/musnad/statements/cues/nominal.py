"""Words spelt like a verb of saying that are nouns, or other verbs, where they stand."""

from musnad.arabic import AND, ARTICLE, PRONOUN_ENDINGS
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, NOUN_SIGNS, SHADDA, TA_MARBUTA, TANWIN
from musnad.lexicon import Hit
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import Scene

DEMAND = "cue.demand"
_PROMISE = "cue.promise"
NEAR = 6  # tokens between a verb and its clause
_BEFORE_NOUN = frozenset({"to", "on", "about", "in", "beside"})  # «من» is «who» as well («من يقول إن …»)


def comes_after(scene: Scene, hit: Hit, before: str | None) -> bool:
    """Say whether a word spelt like a present verb is the noun of a preposition («عن تطلع …», «على تذكر …»)."""
    return before in _BEFORE_NOUN and not hit.prefix and hit.first - 1 not in scene.named


def is_other_present(scene: Scene, hit: Hit) -> bool:
    """Say whether a word is the present of another verb, for a feminine noun before it («أول شركة توقع اتفاقية»)."""
    if hit.form.tense != "past" or hit.form.gender != "m" or hit.prefix or hit.suffix or hit.first == 0:
        return False
    noun, norm = scene.ending.get(hit.first), scene.norms[hit.first - 1]
    feminine = norm.endswith(HA) and scene.units.surface(hit.first - 1, hit.first).endswith(TA_MARBUTA)
    feminine = noun.entity.gender == "f" if noun is not None and noun.entity.gender else feminine
    present = [h.form for h in scene.hits.verbs(hit.first) if h.form.tense == "present" and h.entry is not hit.entry]
    return feminine and any(form.gender == "f" for form in present)


def is_between(scene: Scene, hit: Hit) -> bool:
    """Say whether a word is a preposition before two nouns («العلاقة بين حداد وناديه»), and no verb of its own."""
    noun = scene.starting.get(hit.last)
    if hit.prefix or hit.suffix or noun is None or not scene.hits.has(hit.first, "between"):
        return False
    last = noun.last
    joined = last < len(scene.norms) and scene.norms[last].startswith(AND) and not scene.hits.verbs(last)
    return joined and hit.first > scene.region(hit.first)[0] and scene.units.is_word(hit.first - 1)


def names_sayer(scene: Scene, hit: Hit) -> bool:
    """Say whether a word like a past verb right behind one of saying is the name of who speaks («قال هونت إن …»)."""
    if hit.prefix or hit.suffix or hit.form.tense != "past":
        return False
    before = scene.hits.at(hit.first - 1, "cue") if hit.first else []
    return any(h.entry.flag("utters") and h.form.pos == "verb" and not h.suffix for h in before)


def gives_name(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb spelt like one of claiming tells how somebody is called («متظاهر يدعى سامي حداد»)."""
    noun = scene.starting.get(hit.last + (hit.last in scene.quote_at))  # «ويدعى "سامي حداد"»
    if hit.suffix or scene.units.text[hit.end - 1] != ALEF_MAQSURA or hit.form.tense == "past":
        return False
    called = noun is not None and noun.mention.kind == "person"
    apart = scene.is_comma(hit.first - 1) and is_indefinite(scene, hit.last)  # «شاهد، يدعى راجا أنيس، إن …»
    return (called or apart) and scene.hits.has(hit.first, "naming_noun")


def is_indefinite(scene: Scene, i: int) -> bool:
    """Say whether a noun stands at a token that has neither article, preposition nor pronoun («خطوة», «خبرا»)."""
    if i >= len(scene.norms) or not scene.units.is_word(i) or scene.is_function(i) or i in scene.starting:
        return False
    norm = scene.norms[i]
    return not norm.startswith((ARTICLE, *WRITTEN_PREPOSITIONS)) and not norm.endswith(PRONOUN_ENDINGS[1:])


def is_plain(scene: Scene, i: int) -> bool:
    """Say whether a word is indefinite and no accusative («أمر معيب»)."""
    return is_indefinite(scene, i) and not scene.norms[i].endswith(ALEF)


def is_counted(scene: Scene, at: int) -> bool:
    """Say whether a word is a role that is counted, or joined to one, or one of all («470 طالب وطالبة», «كل طالب»)."""
    if at <= scene.region(at)[0]:
        return False
    behind = at - 2 if at > 1 and scene.norms[at].startswith(AND) and scene.hits.has(at - 1, "role") else at - 1
    number = behind >= 0 and (scene.norms[behind].isdigit() or scene.hits.has(behind, "number_word"))
    return (number and scene.hits.has(at, "role")) or scene.hits.has(at - 1, "every")


def is_student(scene: Scene, hit: Hit) -> bool:
    """Say whether a word like «demanded» tells what somebody is («طالب دكتوراه», «900 طالب مستجد»)."""
    form = hit.form
    bare = (hit.prefix, hit.suffix, form.tense, form.gender, form.number) == ("", "", "past", "m", "s")
    return hit.entry.id == DEMAND and bare and is_plain(scene, hit.last)


def is_vowelled(scene: Scene, hit: Hit) -> bool:
    """Say whether a vowel sign at the end of a word says that it is a noun («لكل فردٍ», «كان طالباً»)."""
    word = scene.units.span(hit.first, hit.last).of(scene.units.text)
    return word[-1] in NOUN_SIGNS or TANWIN in word[-2:]


def is_other_spelt(scene: Scene, hit: Hit) -> bool:
    """Say whether a word is written as another one is («موجة», not «موجه»; «وعدّ», not «وعد»)."""
    text = scene.units.text
    wave = text[hit.end - 1] == TA_MARBUTA and hit.form.gender == "m" and hit.form.pattern.endswith(HA)
    holds = hit.entry.id == _PROMISE and hit.entry.headword[-1] + SHADDA in text[hit.start : hit.end]
    return wave or holds


def is_masdar_of(scene: Scene, hit: Hit) -> bool:
    """Say whether a word with a pronoun is the masdar behind a verb that it is spelt as («يتم وصفها بـ…»)."""
    at = hit.first - 1
    alike = hit.suffix and any(h.entry is hit.entry and h.form.pos == "masdar" for h in scene.hits.at(hit.first))
    return bool(alike) and at >= 0 and not scene.is_function(at) and bool(scene.hits.verbs(at))


def opens_clause(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb stands where a clause or its predicate begins, not behind a noun that it might complete."""
    at = hit.first
    first, _ = scene.region(at)
    if (
        hit.prefix
        or at == first
        or scene.leads(at - 1)
        or not scene.units.is_word(at - 1)
        or scene.norms[at - 1] == AND
        or (scene.part(at - 1) == "relative" and scene.is_that(hit.last))  # «… الذي بين أن …»
        or (_tells_that(scene, hit) and any(other.suffix for other in scene.hits.at(at - 1, "complementiser")))
    ):
        return True
    if at in scene.ending or at in scene.time_before or is_definite(scene.norms[at - 1]):
        return True  # behind a definite noun no second noun can follow in idafa
    led = at - 1 == first and is_accusative(scene.norms[first])  # «محليا أعلن المركز …»
    return led or at in scene.opened


def _tells_that(scene: Scene, hit: Hit) -> bool:
    """Say whether a clause stands near behind a verb that mostly says something («وإنه صرح أمس بأن …»)."""
    near = range(hit.last, min(hit.last + NEAR, len(scene.norms)))
    told = not (hit.entry.flag("weak") or hit.entry.flag("heard"))
    return told and any(scene.hits.has(i, "complementiser") for i in near)
