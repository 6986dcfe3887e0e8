"""The subject beside a cue: the noun phrase behind or before the verb."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, OUR, OWNED_ENDINGS, PRONOUN_ENDINGS
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, MIM, TA, TANWIN, YA
from musnad.lexicon import Hit
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative
from musnad.statements.scene import SHORT, TO_THE, Noun, Scene, is_with
from musnad.statements.steps import behind_governed, is_adjective, is_pronoun
from musnad.statements.subjects.callings import SOMEBODY, with_title
from musnad.statements.subjects.companions import (
    around,
    named_one,
    names_of,
    press,
    with_another,
    with_second,
)
from musnad.statements.subjects.completed import completed
from musnad.statements.subjects.counted import share
from musnad.statements.subjects.descriptions import our_own, with_description
from musnad.statements.subjects.issuers import creator
from musnad.statements.subjects.papers import headed
from musnad.statements.subjects.phrases import (
    GOVERNING,
    idafa_end,
    phrase,
    unknown,
    with_quoted,
)
from musnad.statements.subjects.preceding import SKIPPED
from musnad.statements.subjects.quoted import quoted_name
from musnad.statements.subjects.shared_owner import with_owner
from musnad.statements.subjects.strangers import titled, with_family_name
from musnad.statements.subjects.surnames import GOD, named_by_part
from musnad.statements.subjects.tails import with_others, with_tail
from musnad.statements.told import KINDS, Told, agrees, told_by

RENEW = "phase_verb.renew"
_SOMEBODY_OF_HIS = ("relation", "role", "group", "title", "given_name", "family_name", "one_of")
_RELATIVE = 8  # tokens of a clause that tells who one of several is
_ONE_WOMAN = "one_of.one_woman"
_SHE, _THESE = "pointing.she", "pointing.people"
CARRIED = 12  # tokens between a masdar and the verb that carries it
UNKNOWN = 3  # tokens of a name that nothing knows before the part that is known


def behind(scene: Scene, cue: Cue, until: int, *, believe: bool = True) -> Told | None:
    """Return the subject that follows a verb, between it and the token where its content opens.

    Words that no mention knows are taken for the subject only if `believe` says that they cannot be the object.
    """
    if (some := share(scene, cue.last, until)) is not None:
        return some
    told = _behind(scene, cue, until, believe=believe)
    if told is None:
        return None
    if told.kind == "phrase" and _is_adverbial(scene, scene.units.token_at(told.node.start)):
        return None
    told = with_owner(scene, cue, with_family_name(scene, told, until), until)
    return with_others(scene, cue, with_tail(scene, cue, completed(scene, cue, told, until), until), until)


def _is_adverbial(scene: Scene, i: int) -> bool:
    """Say whether a word behind a verb is written in the accusative, as no subject is («وعلمت يقينًا أن …»)."""
    word = scene.units.surface(i, i + 1)
    return TANWIN + ALEF in word or word.endswith(TANWIN)


def _behind(scene: Scene, cue: Cue, until: int, *, believe: bool) -> Told | None:
    """Return the subject that follows a verb as far as its words are surely its."""
    start = cue.last + (cue.last < until and _is_this(scene, cue, until))
    start = _behind_so_called(scene, start)
    i = behind_informed(scene, cue, start, until)
    while i < until:
        noun = scene.starting.get(i)
        if noun is not None and noun.mention.proper is None and _is_state(scene, noun):
            noun = None  # «وأضاف متحدثا عن …»
        if scene.part(i) == "adverb":
            noun = None  # «قال لي المسؤول»
        if (made := _made(scene, cue, i, until)) is not None:
            return made
        if noun is not None and noun.last <= until and noun.mention.kind in KINDS and scene.is_bare(noun):
            return _whole(scene, cue, noun, until)
        if (one := _one_of(scene, i, until) or _titled(scene, i, until)) is not None:
            return named_one(scene, with_description(scene, named_one(scene, one, until), until), until)
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif scene.part(i) == "there" and scene.norms[i].startswith(AND):
            return None  # «قال وهو يبتسم»
        elif scene.part(i) in SKIPPED or scene.is_comma(i) or is_pronoun(scene, i) or scene.hits.has(i, "then_word"):
            i = scene.particle_end(i)
        else:
            break
    if i >= until or scene.part(i) == "honour" or _is_prayed_to(scene, cue, i):
        return None
    owned = cue.flag("own") and i + 1 < until and scene.has_pronoun(i + 1)  # «أبدى "انزعاجه" من …»
    if (named := None if owned else quoted_name(scene, i, until)) is None and i == start:
        named = named_by_part(scene, i, until)
    named = named or titled(scene, i, until)
    told = named or (unknown(scene, i, until, sure=i == start) if believe else None) or _ours(scene, cue, i, until)
    told = told if told is None or named is not None else with_another(scene, with_title(scene, told, until), until)
    sayer = told is not None and _is_sayer(scene, cue, told.last, until)  # «وأكد الباعة أن …»
    done = told is not None and i == start and ((_is_done_to(scene, cue, told) and not sayer) or _is_how(scene, told))
    return None if done or told is None else with_description(scene, told, until)


def _whole(scene: Scene, cue: Cue, noun: Noun, until: int) -> Told:
    """Return the subject that a mention behind a verb begins, with all who belong to it."""
    aimed = cue.text("addressee") == "object" or cue.flag("target")  # «اتهم المتظاهرون سامي حداد وكريم جابر»
    if not aimed and (names := names_of(scene, noun, until)) is not None:
        return names
    known = with_another(scene, named_one(scene, with_second(scene, noun, until), until), until)
    return with_description(scene, _as_one(scene, noun, known), until)


def _behind_so_called(scene: Scene, i: int) -> int:
    """Return the token of what is so called by a writer («قالت ما تسمى هيئة الإنقاذ إن …»), else the same one."""
    called = scene.part(i) == "what" and any(hit.entry.flag("calls") for hit in scene.hits.at(i + 1, "title"))
    return i + 2 if called else i


def behind_informed(scene: Scene, cue: Cue, i: int, until: int) -> int:
    """Return the token of who informs an outlet that stands before him («وأبلغ "الرياض" مدير الميناء أن …»), or `i`."""
    if not informs(cue) or i >= until:
        return i
    quote = scene.short_quote(i, until)
    first = i if quote is None else i + 1
    outlet = scene.starting.get(first)
    known = outlet is not None and outlet.mention.kind == "agency"
    known = known or (quote is not None and scene.hits.has(first, "publisher", "agency"))
    last = scene.units.tokens_of(quote.start, quote.end)[1] if quote is not None else (outlet.last if outlet else i)
    who = scene.starting.get(last) if known and last < until else None
    return last if who is not None and who.mention.kind == "person" and scene.is_bare(who) else i


def informs(cue: Cue) -> bool:
    """Say whether somebody is told something by a verb, right behind it or behind its subject («أبلغ»)."""
    return cue.flag("needs_addressee") and "that" in cue.frames


def _as_one(scene: Scene, noun: Noun, told: Told) -> Told:
    """Return one man whose calling is also spelt like many, as no subject is («قال محامي المتهم إن …»)."""
    spelt = told.number == "p" and scene.norms[noun.first].endswith(YA)
    if spelt and any(h.form.number == "s" and not h.suffix for h in scene.hits.at(noun.first, "role")):
        return replace(told, number="s", kind="person")
    group = told.number == "p" and noun.mention.kind == "group" and told.speaker.span is not None
    whole = group and told.last == noun.last  # no others are joined to him
    one = [h for h in scene.hits.at(noun.first, "one_of") if h.entry.flag("single")] if whole else []
    if one:  # «قال أحد سكان الحي إن …. وأضاف أن …»
        return replace(told, number="s", gender="f" if one[0].entry.id == _ONE_WOMAN else "m")
    alone = [h for h in scene.hits.at(noun.first, "group") if h.form.number == "s"] if whole else []
    return replace(told, number="s", gender=alone[0].form.gender or told.gender) if alone else told  # «قال مواطن إن …»


def _is_prayed_to(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether God stands at a token as whom is asked («وسألت الله أن …», «ودعا المولى عز وجل أن …»)."""
    holy = i + 1 < len(scene.norms) and scene.part(i + 1) == "holy"
    return (holy and cue.text("addressee") == "object") or (scene.norms[i] == GOD and not holy)


def _is_state(scene: Scene, noun: Noun) -> bool:
    """Say whether a mention is one indefinite accusative, and not a role of somebody («رئيسها»)."""
    owned = any(hit.suffix for hit in scene.hits.at(noun.first, "role"))
    return noun.last == noun.first + 1 and is_accusative(scene.norms[noun.first]) and not owned


def _made(scene: Scene, cue: Cue, i: int, until: int) -> Told | None:
    """Return whose document, who beside somebody, or what press a token shows to be the subject, or None."""
    made = creator(scene, i, until) or headed(scene, i, until) or around(scene, i, until) or our_own(scene, i, until)
    return made or (press(scene, i, until) if i == cue.last and not _is_masculine(cue) else None)


def _is_this(scene: Scene, cue: Cue, until: int) -> bool:
    """Say whether «this» stands behind a verb before somebody with whom it agrees («تقول هذه الناشطة إن …»).

    Before a content that has an opening of its own it may be anybody («وقد كشفت هذه الدراسة أن …»).
    """
    pointing = scene.hits.at(cue.last, "pointing")
    if not pointing or cue.hit is None:
        return False
    at = cue.last + 1
    noun = scene.starting.get(at)
    if noun is None:
        aimed = cue.text("addressee") == "object" or cue.flag("target")  # «ودعا هؤلاء الشباب إلى …»
        shown = cue.flag("finding") and pointing[0].entry.id == _THESE  # «أثبت هؤلاء الأبطال أن …»
        fits = cue.hit.form.gender == ("f" if pointing[0].entry.id == _SHE else "m")  # not «أكد هذه المعاني»
        plain = at < until and scene.norms[at].startswith(ARTICLE) and scene.is_plain(at)
        return plain and fits and not (aimed or shown)
    return noun.mention.kind in KINDS - {"place"} and agrees(cue, told_by(noun, "subject"))


def _ours(scene: Scene, cue: Cue, i: int, until: int) -> Told | None:
    """Return an unknown word of ours that is all between a verb and its clause («وقالت مصادرنا إن …»), or None.

    One man is who spoke before («وأكد محدثنا أن …»).
    """
    ours = scene.norms[i].endswith(OUR) and len(scene.norms[i]) > SHORT + 1 and scene.is_plain(i)
    if not ours or i > cue.last or _is_masculine(cue) or not _is_sayer(scene, cue, i + 1, until):
        return None
    return replace(phrase(scene, scene.units.span(i, i + 1), i + 1), gender="f")


def _is_sayer(scene: Scene, cue: Cue, last: int, until: int) -> bool:
    """Say whether what ends right before the clause of a verb that addresses nobody can only be its subject."""
    if last != until or cue.text("addressee") == "object":
        return False
    return any(not is_with(hit) for hit in scene.hits.at(until, "complementiser"))  # not «وصف النتيجة بأنها …»


def _is_done_to(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether a feminine noun right behind a masculine verb is its object («كشف الحقيقة», «نفى الاتهامات»).

    So is one of his («يروي حكايته»), unless that is somebody.
    """
    if told.speaker.span is None or not _is_masculine(cue):
        return False
    at = scene.units.token_at(told.speaker.span.start)
    things = scene.norms[at].endswith(ALEF + TA) and scene.hits.has(at, "thing")
    owned = scene.norms[at].endswith(OWNED_ENDINGS) and scene.is_plain(at) and not scene.hits.has(at, *_SOMEBODY_OF_HIS)
    return told.gender == "f" or things or owned


def _is_how(scene: Scene, told: Told) -> bool:
    """Say whether an unknown word only says how somebody speaks («وتساءلت مخاطبة نظيرها: …»)."""
    span = told.speaker.span
    if span is None or told.kind != "phrase" or told.gender != "f":
        return False
    at = scene.units.token_at(span.start)
    norm, following = scene.norms[at], scene.norms[at + 1] if at + 1 < len(scene.norms) else ""
    if any(hit.prefix in BARE for hit in scene.hits.at(at, *SOMEBODY)):
        return False
    addressing = norm.startswith(MIM) and norm[2:3] in {ALEF, TA}  # «مخاطبة», «مستشهدة»
    return addressing and (following.endswith(PRONOUN_ENDINGS) or following.startswith(tuple(BA)))


def _is_masculine(cue: Cue) -> bool:
    return cue.hit is not None and cue.hit.form.gender == "m"


def _titled(scene: Scene, i: int, until: int) -> Told | None:
    """Return the person behind a definite word that no list of titles has («الفنان حداد», «الدولي المصري حداد»)."""
    at = i + 1
    if at < until and at not in scene.starting and scene.hits.has(at, "demonym", "region_adjective", "adjective"):
        at += scene.norms[at].startswith(ARTICLE)
    noun = scene.starting.get(at)
    first = scene.hits.has(i, "title") and noun is None and at < until and _is_of_name(scene, at)
    noun = scene.starting.get(at + 1) if first else noun  # «السيدة منى | الحداد»
    if noun is None or noun.last > until or noun.mention.proper is None or noun.mention.kind != "person":
        return None
    if not scene.norms[i].startswith(ARTICLE) or scene.is_function(i) or i in scene.time_at or not scene.is_bare(noun):
        return None
    told = told_by(noun, "subject")
    if first and noun.mention.proper.start == scene.units.starts[noun.first]:
        name = f"{scene.units.surface(at, at + 1)} {told.speaker.name}"
        told = replace(told, speaker=replace(told.speaker, name=name))
    return replace(told, speaker=replace(told.speaker, span=Span(scene.units.starts[i], noun.mention.span.end)))


def _one_of(scene: Scene, i: int, until: int) -> Told | None:
    """Return the subject that is one or some of those behind a word («إحدى الصحف المحلية»)."""
    counts = scene.hits.at(i, "one_of", "approximate")
    if not counts or counts[0].prefix not in BARE | {ARTICLE} or i in scene.time_at:
        return None  # «قال الأحد الماضي إن …»
    if counts[0].kind != "one_of" and counts[0].last not in scene.starting:
        return None
    start, at = scene.units.starts[i] if counts[0].prefix == ARTICLE else counts[0].start, counts[0].last
    noun = scene.starting.get(at)
    if noun is not None and noun.last <= until and noun.mention.kind in KINDS:
        return phrase(scene, Span(start, noun.mention.span.end), noun.last)
    if scene.part(at) == "relative" and 1 < until - at <= _RELATIVE:
        return phrase(scene, scene.units.span(i, until), until)  # «أحد الذين التقيناهم»
    if at >= until or scene.is_function(at):
        return None
    if not scene.norms[at].startswith(ARTICLE):
        last = idafa_end(scene, at, until)
        owned = last > at + 1 and all(hit.suffix for hit in scene.hits.verbs(at))
        return phrase(scene, Span(start, scene.units.ends[last - 1]), last) if owned else None
    last = at + 1
    while (
        last < until and scene.norms[last].startswith(ARTICLE) and scene.norms[last].endswith((HA, scene.norms[at][-1]))
    ):
        last += 1
    return phrase(scene, Span(start, scene.units.ends[last - 1]), last)


def carrier(scene: Scene, cue: Cue) -> Hit | None:
    """Return the verb that carries a masdar of saying («واصلت … تحذير …», «سارعت … إلى اتهام …»), or None."""
    first, _ = scene.region(cue.first)
    if scene.part(cue.first - 1) in {"in", "beside"}:
        return None  # «أثار موجة انتقادات وسط تشكيك في …»
    for at in range(cue.first - 1, max(first, cue.first - CARRIED) - 1, -1):
        verbs = [hit for hit in scene.hits.at(at, "phase_verb") if hit.form.pos in {"verb", "participle"}]
        if verbs:
            renews = verbs[0].entry.id == RENEW and cue.hit is not None and cue.hit.prefix.startswith(tuple(BA))
            return None if renews or scene.part(at - 1) == "negation" else verbs[0]
        if scene.hits.has(at, "cue", "complementiser") or scene.norms[at] in {"؛", ":"}:
            return None
    return None


def interposed(scene: Scene, cue: Cue, until: int) -> Told | None:
    """Return the subject behind what stands between it and its verb («وأكد لوكالة الضفاف الوزير أن …»), or None."""
    i, told = cue.last, False
    while i < until and (after := _aside(scene, i, until)) > i:
        i, told = after, scene.norms[i].startswith(tuple(LAM))
    noun = scene.starting.get(i)
    if i == cue.last or i >= until:
        return None
    if noun is not None and noun.last <= until and noun.mention.kind in KINDS - {"place"} and scene.is_bare(noun):
        return with_second(scene, noun, until)
    if (known := _one_of(scene, i, until) or _titled(scene, i, until)) is not None:
        return known
    return unknown(scene, i, until) if told and not scene.norms[i].startswith(AND) else None


def named_within(scene: Scene, cue: Cue, until: int) -> Told | None:
    """Return the name behind a verb of which only the end is known («وذكر يزيد بن | فهد حداد، أن …»), or None."""
    for i in range(cue.last, min(until, cue.last + UNKNOWN)):
        noun = scene.starting.get(i)
        if scene.is_function(i):
            return None
        if noun is not None:
            named = noun.mention.kind == "person" and noun.mention.proper is not None and noun.last <= until
            if not named or not scene.is_bare(noun):
                return None
            whole = phrase(scene, scene.units.span(cue.last, noun.last), noun.last)
            unknown_words = all(_is_of_name(scene, at) for at in range(cue.last, i))
            known = i == cue.last or not unknown_words
            return told_by(noun, "nearest") if known else replace(whole, kind="person", gender=None)
        if not scene.units.is_word(i) or i in scene.time_at or scene.norms[i] in LAM:
            return None
    return None


def _is_of_name(scene: Scene, i: int) -> bool:
    """Say whether a word may be a part of a name: known as one, or not known at all, and nothing written before it."""
    written = scene.units.text[scene.units.ends[i] - 1]
    if scene.norms[i].startswith(tuple(LAM)) or (scene.hits.has(i, "function_word") and written != ALEF_MAQSURA):
        return False  # «منى» is a name, «مني» is none
    return not scene.hits.has(i) or scene.hits.has(i, "given_name", "family_name", "name_particle")


def _aside(scene: Scene, i: int, until: int) -> int:
    """Return the token behind a day, an adverb, whoever is told, or a preposition with a whole noun; else `i`."""
    if i in scene.time_at:
        return max(scene.time_at[i], i + 1)
    if scene.part(i) in SKIPPED or scene.is_comma(i) or is_pronoun(scene, i):
        return scene.particle_end(i)
    noun = scene.starting.get(i)
    if noun is not None:
        return noun.last if scene.is_bare(noun, LAM) else i
    if scene.norms[i] in LAM:
        marked = with_quoted(scene, i + 1, until)
        return marked if marked > i + 1 else i
    if scene.norms[i].startswith(TO_THE):
        i += 1
        while i < until and is_adjective(scene, i) and scene.hits.has(i, "adjective", "region_adjective", "demonym"):
            i += 1  # «للندوة | الدولية»
        return i
    if scene.part(i) not in GOVERNING:
        return i
    at = scene.particle_end(i)
    if at >= until:
        return i
    after = behind_governed(scene, i)
    told = after < until and scene.norms[after].startswith(tuple(LAM))  # «في تصريح للصحيفة»
    return after if after > at + 1 or told or at in scene.starting or _is_whole(scene, at) else i


def _is_whole(scene: Scene, i: int) -> bool:
    """Say whether a noun takes no other in idafa: a definite one, or the paper of whoever speaks («في كلمته»)."""
    known = scene.hits.at(i)
    owned = any(hit.suffix and hit.kind == "medium" for hit in known)
    return owned or (scene.norms[i].startswith(ARTICLE) and not any(hit.prefix in BARE for hit in known))
