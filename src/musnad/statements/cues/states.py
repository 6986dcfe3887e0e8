"""Participles that say how somebody speaks («مؤكدا …»), and no noun, attribute or predicate."""

from musnad.arabic import AND, ARTICLE, BA, CONJUNCTIONS, LAM, PRESENT_STARTS, STATE_ENDINGS
from musnad.arabic.letters import ALEF, HA
from musnad.lexicon import Hit
from musnad.statements.cues.nominal import opens_clause
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import Scene
from musnad.statements.steps import behind_noun

TOLD = 6  # tokens up to the mark behind the name of whom it is told
NOUN_BEFORE = frozenset({"to", "on", "about", "of", "in", "beside"})


def is_state(scene: Scene, hit: Hit, before: str | None) -> bool:
    """Say whether a participle is a state («مؤكدا») and no noun («لكن متحدثا باسمها», «أسفه»)."""
    at = hit.first
    endings = (ALEF, HA) if hit.form.number == "s" else STATE_ENDINGS  # «مطمئن» and «مبين» are no plurals
    if not hit.form.pattern.endswith(endings) or hit.suffix or hit.prefix not in CONJUNCTIONS:
        return False
    if before in NOUN_BEFORE | {"contrast", "auxiliary", "negation"} or scene.hits.has(at - 1, "complementiser"):
        return False  # «كان متهما بالإعداد» and «ليس مستغربا» are predicates
    sure = brings_clause(scene, hit)
    if not sure and scene.part(at - 2) == "auxiliary" and scene.units.is_word(at - 1) and at not in scene.ending:
        return False  # «تكون فائدتها مؤكدة، تعود على …»
    if _is_attribute(scene, at) and not sure and (not _introduces(scene, hit) or scene.hits.has(at - 1, "cue")):
        return False  # «حضورا لافتا في اللقاء»
    if hit.entry.flag("target") and (scene.norms[at - 1].isdigit() or scene.hits.has(at - 1, "number_word")):
        return False  # «23 متهما»
    if scene.units.text[hit.end - 1] == HA:
        return False
    if hit.form.number == "p":
        return sure or not scene.units.is_word(at - 1) or _follows(scene, hit)
    if hit.form.gender != "f":
        return True
    if scene.hits.has(at, "thing") and scene.units.is_word(at - 1) and at not in scene.ending:
        return False  # «من المهم ملاحظة أن …»
    plain = hit.entry.flag("support") and is_definite(scene.norms[at - 1])  # «نسخة النظارة موجهة للشركات»
    named = at in scene.ending and scene.ending[at].mention.proper is not None
    free = named or at in scene.opened or not scene.units.is_word(at - 1)
    said = hit.last in scene.speech_at and hit.entry.flag("utters")  # «نشرت رسالة مطولة مضيفة "…"»
    led = sure and not (scene.is_that(at - 2) or scene.part(at - 2) == "auxiliary")  # «كانت الأرقام مشيرة إلى أن …»
    behind_word = not scene.is_function(at - 1) or scene.part(at - 1) == "this"
    said = said or scene.hits.has(hit.last, "complementiser")
    if (said or (led and behind_word)) and not scene.hits.has(at - 1, "common_verb"):
        return behind_word  # «… بالتجسس مؤكدة أن …», «بعد ذلك مبينة أن»
    if (
        _owns(scene, hit)
        or _follows(scene, hit)
        or (_points(scene, hit) and scene.units.is_word(at - 2) and not scene.is_that(at - 2))
    ):
        return True  # «… القطاعين العام والخاص مشيرة إلى …»
    predicate = not free and not _brings(scene, hit)
    return opens_clause(scene, hit) and not plain and not predicate  # «عقوبات مشددة على …», «إن الحكومة مطالبة بـ…»


def _points(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle with the «إلى» of its frame stands behind a definite word, whose adjective it is not."""
    to = scene.part(hit.last) == "to" and "to" in hit.entry.texts("frames")
    return to and scene.norms[hit.first - 1].removeprefix(AND).startswith(ARTICLE)


def _follows(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle behind a definite word tells whom it asks («… الأسعار مطالبة التجار بـ…»), or what for.

    Several people also go on with the preposition alone («… الأمطار محذرين من …»), but that with «ب» is a predicate.
    """
    before, at, frames = hit.first - 1, hit.last, hit.entry.texts("frames")
    if hit.prefix or not (before in scene.ending or is_definite(scene.norms[before])) or scene.is_function(before):
        return False
    if hit.form.number == "p" and scene.part(at) in frames:
        return True
    if hit.entry.text("addressee") != "object" or at >= len(scene.norms) or not scene.norms[at].startswith(ARTICLE):
        return False
    after = behind_noun(scene, at)
    written = after < len(scene.norms) and scene.norms[after].startswith(tuple(BA)) and "with" in frames
    return at < after and (scene.part(after) in frames or (written and scene.part(after) is None))


def _owns(scene: Scene, hit: Hit) -> bool:
    """Say whether what is told of oneself stands behind a participle («نفت التهم المنسوبة إليها مؤكدة براءتها»)."""
    i = hit.last
    owned = i < len(scene.norms) and not scene.norms[i].startswith(ARTICLE) and is_definite(scene.norms[i])
    owned = owned and scene.is_plain(i) and not scene.norms[i].startswith(PRESENT_STARTS[0])  # «معتبرة يضعها …»
    return owned and "object" in hit.entry.texts("frames") and not hit.entry.flag("target")


def _introduces(scene: Scene, hit: Hit) -> bool:
    """Say whether what brings the content of a participle stands right behind it, be that «ب» on a word."""
    i = hit.last
    return _brings(scene, hit) or (i < len(scene.norms) and scene.norms[i].startswith(tuple(BA)))


def brings_clause(scene: Scene, hit: Hit) -> bool:
    """Say whether a complementiser stands right behind a cue, or behind a preposition of its frame there.

    Whom it is told may stand between («مؤكدين لـ«الضفة» أن …»).
    """
    i = scene.particle_end(hit.last) if scene.part(hit.last) in hit.entry.texts("frames") else hit.last
    if i < len(scene.norms) and scene.norms[i] in LAM and not scene.units.is_word(i + 1):
        i = next((at for at in range(i + 2, min(i + TOLD, len(scene.norms))) if not scene.units.is_word(at)), i) + 1
    return i < len(scene.norms) and scene.hits.has(i, "complementiser")


def _brings(scene: Scene, hit: Hit) -> bool:
    """Say whether a mark, a complementiser or a preposition of its frame stands right behind a participle."""
    i = hit.last
    marked = i < len(scene.norms) and not scene.units.is_word(i)
    return marked or scene.part(i) in hit.entry.texts("frames") or scene.hits.has(i, "complementiser")


def _is_attribute(scene: Scene, at: int) -> bool:
    """Say whether a word stands behind an indefinite accusative that it may tell of («حضورا لافتا»)."""
    if not at or not scene.units.is_word(at - 1) or at in scene.ending or at in scene.time_before:
        return False
    before = scene.norms[at - 1]
    return is_accusative(before) and not is_definite(before) and not scene.is_function(at - 1)
