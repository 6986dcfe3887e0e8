"""Asides between a cue and its content, and marked words that are the content without being said."""

from musnad.arabic import AND, ARTICLE, BA
from musnad.statements.content.later_deeds import heads_apposition, is_told
from musnad.statements.content.objects import DOERS, is_object, proclitic
from musnad.statements.cues.find import Cue
from musnad.statements.endings import has_pronoun, is_definite
from musnad.statements.scene import DASHES, LONGEST_NAME, Scene
from musnad.statements.steps import begins, ends_aside

RELATIVE = 24  # tokens of a relative clause between two marks
ASIDE = 9  # tokens of an aside between two commas
_LISTING = "naming_noun.listing"
_NICKNAME = 4  # tokens of a name of two words in marks
_ONE = 3  # tokens of one word in marks
_ABSTRACT = frozenset({"onset_noun", "status_word", "thing", "trigger"})
_STOPS = frozenset("؛;؟?!.")
_OPENING = frozenset({"in", "beside", "about", "of", "by"})


def behind_aside(scene: Scene, cue: Cue, i: int, end: int, *, bare: int | None = None) -> int:
    """Return the mark that closes the aside which one at `i` opens («نفى حداد، عن حزب الأمل، …»), or `i`.

    An aside begins with a preposition that does not bring the content of the cue, or with what tells more of who
    speaks. Behind a definite noun at `bare`, which may be an object, only a clause or a quotation shows it.
    """
    at = i + 1
    dash = scene.norms[i] in DASHES
    if at >= end or not (dash or scene.is_comma(i)):
        return i
    if (dash and not _closes(scene, cue, i)) or _tells_of_sayer(scene, cue, at):
        return _behind_description(scene, cue, i, end, sure=bare is not None)
    if dash or bare is not None or at in scene.named or scene.hits.has(at, "complementiser"):
        return i
    part = scene.part(at)
    led = part in _OPENING and part not in cue.frames
    under = "with" not in cue.frames and any(hit.prefix in BA for hit in scene.hits.at(at))  # «برئاسة سامي حداد»
    if not (led or under):
        return i
    for last in range(at + 1, min(end, at + ASIDE)):
        if scene.is_comma(last):
            sure = not cue.flag("weak") or scene.hits.has(last + 1, "complementiser")
            return last if sure else i
        if begins(scene, last) or scene.is_surely_verb(last) or last in scene.quote_at or scene.hits.has(last, "cue"):
            return i
    return i


def _closes(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a dash is the second of two behind a cue («لفت حداد -مالك مزرعة- إلى أن …»)."""
    return sum(scene.norms[at] in DASHES for at in range(cue.last, i)) % 2 == 1


def _tells_of_sayer(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word behind a mark begins what tells more of who speaks: a relative clause, an apposition.

    «، التي تعمل …،», «، وهو عضو سابق …،», «، إحدى شركات …،», «، أكبر نقابات البلاد،», «، المنعقد بطنجة،».
    """
    if scene.part(i) == "relative" or (scene.part(i) == "there" and scene.norms[i].startswith(AND)):
        return True
    if heads_apposition(scene, i):
        return True
    noun = scene.starting.get(i)
    if cue.flag("target") or (noun is not None and (noun.mention.proper is not None or noun.mention.kind != "person")):
        return False  # «وصف حداد، القرار الجديد، بالكارثة»
    definite = scene.norms[i].startswith(ARTICLE) and scene.is_plain(i) and not has_pronoun(scene.norms[i])
    doer = scene.norms[i].startswith(DOERS)  # «المنعقد»
    deed = (hit.form.pos == "masdar" or (not doer and hit.kind in _ABSTRACT) for hit in scene.hits.at(i))
    return definite and not any(deed)


def _behind_description(scene: Scene, cue: Cue, i: int, end: int, *, sure: bool) -> int:
    """Return the mark behind which what is said follows a description between two alike, or `i`.

    «تتوقع الهيئة -التي يقول خصومها إنها متفائلة- أن …»: no clause inside the aside is what the cue brings.
    """
    dash = scene.norms[i] in DASHES
    if dash and scene.part(i + 1) == "in" and not sure:  # «يقول -في «طريق البحر القديم»- إن …»
        return next((last for last in range(i + 2, min(end, i + RELATIVE)) if scene.norms[last] in DASHES), i)
    plain = i
    for last in range(i + 2, min(end, i + RELATIVE)):
        joined = scene.norms[last].startswith(AND) and scene.is_verb(last, "cue") and not scene.is_function(last)
        speech = scene.speech_at.get(last)
        if speech is not None and speech.inner_last - speech.inner > LONGEST_NAME:
            break  # «، أحد لاعبي الفريق «…»»
        if scene.norms[last] in _STOPS or (joined and scene.part(i + 1) != "relative"):
            break  # «ثمن والد الشهيد، العزاء والمواساة وقال: "…"»
        after = last + 1
        if not dash and scene.norms[last] == ":" and after in scene.speech_at and not scene.is_title(last):
            return last
        if not (scene.norms[last] in DASHES if dash else scene.is_comma(last)):
            continue
        if after in scene.speech_at or any(hit.prefix == "" for hit in scene.hits.at(after, "complementiser")):
            return last
        if not sure and after < end and _brings(scene, cue, after):
            return last
        if dash:
            break
        if plain == i and not sure and after < end and heads_apposition(scene, i + 1) and is_object(scene, cue, after):
            plain = last
    return plain


def _brings(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether what a cue brings without a clause stands at a token: its preposition, or a deed."""
    particle = scene.particle(i)
    if particle is not None:
        meant = particle.prefix == "" and particle.entry.text("part") in cue.frames
        return meant and (not cue.flag("weak") or scene.hits.has(particle.last, "complementiser"))
    if cue.flag("weak"):
        return False
    if "with" in cue.frames and proclitic(scene, i, "with"):
        return i not in scene.starting and not scene.hits.has(i, "body", "place_head")
    if "object" not in cue.frames or not is_object(scene, cue, i):
        return False
    deed = any(hit.form.pos == "masdar" and not (hit.prefix or hit.definite) for hit in scene.hits.at(i))
    return deed or is_told(scene, i) or has_pronoun(scene.norms[i]) or scene.has_pronoun(i)


def is_marked_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether words in marks behind whoever speaks are what he speaks of («نفى الوزير "الشائعات" التي …»)."""
    quote = scene.quote_at.get(i)
    if quote is None or "object" not in cue.frames or cue.suffixed or cue.family != "verb":
        return False
    if cue.flag("own"):
        return False  # «أبدى المقاتلون مقاومة في "الشرق"»
    apart = i in scene.ending or i in scene.time_before or scene.is_comma(i - 1) or scene.norms[i - 1] == ")"
    begins = cue.first in scene.ending if i == cue.last else apart
    if not begins:
        return False
    after = scene.units.tokens_of(quote.start, quote.end)[1]
    if after >= len(scene.norms) or scene.is_function(after):
        return True
    body = scene.ending.get(i)
    if scene.is_comma(after) and after - i <= _NICKNAME and body is not None and body.mention.kind != "person":
        return False  # «أعلنت هيئة المعارض "أفق"، أمس، بدء …»
    headed = after - i == _ONE and scene.norms[after].startswith(ARTICLE)  # «تستنكر "تفرد" الرئيس بالقرار»
    return headed or not scene.units.is_word(after)


def is_marked(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether few words in marks are whom or what a cue speaks of («متهمة «مجموعات مندسة» بمهاجمة …»)."""
    if is_marked_object(scene, cue, i):
        return True
    quote = scene.short_quote(i, len(scene.norms)) if cue.flag("target") and not cue.suffixed else None
    if quote is None or (i == cue.last and cue.family == "verb"):
        return False
    after = scene.units.tokens_of(quote.start, quote.end)[1]
    return after < len(scene.norms) and proclitic(scene, after, "with") > 0


def names_in_marks(scene: Scene, i: int, until: int) -> bool:
    """Say whether few words in marks are a name behind which the clause follows («أعلنت عصابة "…" (…) أنها …»)."""
    speech = scene.speech_at[i]
    at = speech.last
    if speech.inner_last - speech.inner > LONGEST_NAME or not scene.units.is_word(i - 1):
        return False
    bodies = scene.hits.at(i - 1, "body") if at < until and scene.hits.verbs(i - 2) else []
    if any(not (hit.definite or hit.suffix) for hit in bodies):
        return True  # «طالبت هيئة "…"، في بيان لها، بـ…»
    if at < until and scene.norms[at] == "(":
        at = next((i + 1 for i in range(at, until) if scene.norms[i] == ")"), at)
    return at < until and any(hit.prefix == "" for hit in scene.hits.at(at, "complementiser"))


def hides_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether no object of a cue follows a token: «ذلك» is it, or a clause of an aside begins («، وكان …»)."""
    part = scene.part(i)
    if i <= cue.last or part not in {"this", "auxiliary"}:
        return False
    if part == "this":
        return i + 1 >= len(scene.norms) or not scene.norms[i + 1].startswith(ARTICLE)
    return scene.is_break(i - 1) and scene.norms[i].startswith(AND)


def lists(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a colon announces a list and no speech («قطاعات منها: …», «وهم: …», «الأسئلة التالية: …»).

    Behind a verb that seldom tells words it may do so in another clause («استبعد …، وتم تعويضهم بالحكام: …»).
    """
    before = i - 1
    some = any(hit.entry.text("part") == "from" for hit in scene.hits.at(before, "bound_preposition"))
    if before >= cue.last and (some or scene.part(before) == "there"):
        return True
    if cue.flag("utters"):
        return False
    apart = any(
        scene.is_break(at - 1) and scene.norms[at].startswith(AND) and _is_done(scene, at) for at in range(cue.last, i)
    )
    words = [hit for at in (before - 1, before) for hit in scene.hits.at(at, "naming_noun")]
    return apart or any(hit.last == i and hit.entry.id == _LISTING for hit in words)


def _is_done(scene: Scene, i: int) -> bool:
    """Say whether a verb at a token tells that something was done by nobody in particular («وتم …»)."""
    return any(hit.entry.flag("agentless") for hit in scene.hits.verbs(i))


def behind_maker(scene: Scene, cue: Cue, i: int, limit: int) -> int:
    """Return the token where is over who made a paper by the verb at a token.

    A preposition of the cue may bring the content («أشار تقرير أعدته الوزارة | إلى تراجع …»).
    """
    end = next((at for at in range(i + 1, limit) if ends_aside(scene, at) or _is_deed(scene, at)), limit)
    near, asked = range(i + 2, end), cue.text("stance") == "demand" and "to" in cue.frames
    led = [at for at in near if scene.part(at) in cue.frames and scene.particle_end(at) == at + 1]
    led += [at for at in near if asked and proclitic(scene, at, "for")]  # «دعا في كلمة نقلتها القناة | لنبذ …»
    later = begins(scene, end)  # «كشف تقرير نشرته الصحيفة عن الأزمة أن …»
    return end if later else next(iter(led), end)


def _is_deed(scene: Scene, i: int) -> bool:
    """Say whether a deed stands behind who sent a paper or where («في بيان نشرته على موقعها الإلكتروني وفاة …»).

    So does anything indefinite behind the day («في بيان أصدره اليوم تقارير عن …»).
    """
    if i in scene.time_before and scene.is_plain(i) and i not in scene.starting:
        return not is_definite(scene.norms[i]) and not scene.hits.verbs(i)
    return (i in scene.ending or scene.norms[i - 1].startswith(ARTICLE)) and is_told(scene, i)
