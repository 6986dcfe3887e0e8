"""Who made a document, by the words that stand at it: in idafa, behind «of» or «issued by», behind a verb of making."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BARE, JOINED, LAM, PRONOUN_ENDINGS
from musnad.arabic.letters import ALEF, HA, MIM, TA, YA
from musnad.lexicon import Hit
from musnad.statements.cues.nominal import is_plain
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import BRACKETS, TO_THE, Noun, Scene
from musnad.statements.steps import is_adjective, is_of_paper, is_pronoun
from musnad.statements.subjects.phrases import GOVERNING, behind_letter, governed, phrase
from musnad.statements.subjects.quoted import quoted_name
from musnad.statements.told import BODIES, KINDS, Told, told_by

ISSUED = 7  # tokens between a definite document and what says who made it
MAKER = 4  # tokens between a document and who made it
FAR = 16  # tokens between a document with what it is about and a verb of making that can only be its own
_COME_OUT = "making.come_out"
_SPEECH = "speech"
_BETWEEN = frozenset({None, "about", "of", "auxiliary", "adverb"})  # «تقرير أعدته | أخيرا الوزارة»
_SENT = frozenset({"letter", "phone_call"})
_TALKS = frozenset({"remarks", "interview", "phone_call"})


def creator(scene: Scene, i: int, until: int, papers: Sequence[Hit] = ()) -> Told | None:
    """Return who made the document at a token («بيان وزارة …», «بيان صادر عن …», «بيان ل…»), or None.

    A definite one («البيان»), or one whose sender is dropped, is returned as it stands: its maker was named before.
    """
    papers = papers or [hit for hit in scene.hits.at(i, "medium") if hit.entry.flag("document")]
    papers = sorted(papers, key=lambda hit: -hit.last)  # «بيان مشترك»
    if not papers or papers[0].suffix:
        return None
    if papers[0].definite and (made := issued_by(scene, papers[0].last, until)) is not None:
        return made
    if (source := _got_from(scene, papers[0].last, until)) is not None:
        return source
    made = named_maker(scene, papers[0]) if papers[0].definite and papers[0].prefix in BARE else None
    if made is not None and made.kind != "agency":
        return made
    if papers[0].definite and papers[0].entry.flag("counts"):
        return None  # «الأرقام» are nobody's paper that was told before
    dropped = scene.part(papers[0].last + 1) in GOVERNING  # «تدوينة نشرها على حسابه بمنصة …»
    if papers[0].definite or (dropped and is_of_paper(scene, papers[0].last)):
        last = papers[0].last
        plain = papers[0].prefix in BARE | JOINED
        named = phrase(scene, scene.units.span(i, last), last) if plain else behind_letter(scene, i, last)
        whole = f"{named.speaker.name} {_qualities(scene, papers[0], until)}".strip()
        return replace(named, speaker=replace(named.speaker, name=whole, basis="document"))
    return _maker(scene, papers[0], until)


def _got_from(scene: Scene, i: int, until: int) -> Told | None:
    """Return from whom somebody got a paper before a token («أرقام | حصلت عليها الصحيفة من الوزارة»), or None."""
    i += i < until and is_adjective(scene, i)
    if i + 1 >= until or not scene.hits.verbs(i) or not is_pronoun(scene, i + 1):
        return None
    outlet = scene.starting.get(i + 2)
    at = i + 3 if outlet is None else outlet.last
    return _sender(scene, at + 1, until) if at + 1 < until and scene.part(at) == "of" else None


def _qualities(scene: Scene, paper: Hit, until: int) -> str:
    """Return the definite adjectives behind a definite paper («التقارير | الصحفية», «البيان | العسكري السوري»)."""
    head = scene.norms[paper.last - 1]
    feminine = head.endswith((HA, ALEF + TA)) or paper.form.number == "p"
    end = paper.last
    while paper.definite and end < until and is_adjective(scene, end) and scene.norms[end].endswith(HA) == feminine:
        known = scene.hits.has(end, "adjective", "region_adjective", "demonym", "press_adjective")
        done = end > paper.last and end + 1 == until and scene.norms[end].startswith(ARTICLE + MIM)  # «… | المسربة أن»
        if not (known or done) and not scene.norms[end].endswith((YA, YA + HA)):
            break
        end += 1
    return scene.units.surface(paper.last, end).strip() if end > paper.last else ""


def issued_by(scene: Scene, i: int, until: int) -> Told | None:
    """Return who made the definite document before a token, or None.

    «البيانات الأخيرة الصادرة عن هيئة الإحصاء», «التقرير الذي أعده سامي حداد».
    """
    for at in range(i, min(until, i + ISSUED)):
        led = scene.part(at) == "relative"  # «التقرير الذي | صدر عن الهيئة»
        if sender := _behind_issued(scene, at) or (led and _behind_issued(scene, at + 1)):
            return _sender(scene, sender, until) if sender < until else None
        makes = [hit for hit in scene.hits.at(at + 1, "making") if hit.suffix] if led else []
        if makes:
            return _made_by(scene, at + 2, makes[0])
        further = scene.is_plain(at) and scene.norms[at].startswith((ARTICLE, AND + ARTICLE, TO_THE, *LAM))
        counted = scene.norms[at] in BRACKETS or scene.norms[at].isdigit() or scene.norms[at] == ARTICLE
        if not further and not counted and not (at == i and scene.is_comma(at)):
            return None
    return None


def _made_by(scene: Scene, i: int, verb: Hit) -> Told | None:
    """Return the subject of a verb of making, behind an adverb or not; outlets only print («التي نشرتها | الوزارة»)."""
    i += i in scene.time_at or (i < len(scene.norms) and is_accusative(scene.norms[i]))
    noun = scene.starting.get(i + (i in scene.quote_at))
    made = noun is not None and noun.mention.kind in KINDS - {"place"} and scene.is_bare(noun)
    printed = noun is not None and noun.mention.kind == "agency" and verb.entry.flag("prints")
    return told_by(noun, "creator") if made and noun is not None and not printed else None


def _maker(scene: Scene, paper: Hit, until: int) -> Told | None:
    """Return who made a document by the noun behind it, in idafa, behind «of» or behind the verb that tells it."""
    if is_given_to_press(scene, paper):
        return None
    paper = _with_title(scene, paper)
    if (speaker := _delivering(scene, paper, until)) is not None:
        return speaker
    for at in range(paper.last, min(until, paper.last + MAKER)):
        noun = scene.starting.get(at)
        if noun is not None and (
            tells_which(scene, paper.last - 1, noun)
            or _is_topic(scene, paper, noun)
            or _is_receiver(scene, paper.last, noun)
        ):
            return None  # «دراسة أكاديمية حديثة»
        if noun is not None and noun.mention.kind in KINDS - {"place"} and not _is_told(scene, paper, noun):
            told = any(scene.hits.verbs(i) for i in range(paper.last, at))
            makes = (hit for i in range(paper.last, at) for hit in scene.hits.at(i, "making") if hit.suffix)
            made = any(not hit.entry.flag("prints") for hit in makes)  # «استطلاع أجرته الصحيفة»
            printed = noun.mention.kind == "agency" and told and not made
            if at == paper.last + 1 and _is_owned(scene, paper.last, noun):
                return _governed(scene, paper.last, noun.last)
            return None if printed or _is_apart(scene, paper, noun) else told_by(noun, "creator")
        if sender := _behind_issued(scene, at):
            return _sender(scene, sender, until)
        if (body := _made_by_some(scene, at, until)) is not None:
            return body
        whose = scene.hits.has(at, "elliptic_body") or any(hit.definite for hit in scene.hits.at(at, "body"))
        if at == paper.last and whose and noun is None and scene.norms[at] != ARTICLE:
            return _governed(scene, at, until)  # «بيان الداخلية الليبية», «بيان الوزارة»
        if scene.part(at) not in _BETWEEN or scene.hits.has(at, "complementiser"):
            break
        if scene.is_comma(at) and not any(hit.suffix for hit in scene.hits.verbs(at + 1)):
            break  # «بحسب تقارير إعلامية، أن الوزير …», but «استطلاع، أجراه المركز، أن …»
    return _addressed(scene, paper, until) or _made_far(scene, paper, until)


def _made_far(scene: Scene, paper: Hit, until: int) -> Told | None:
    """Return who made a document by what agrees with it farther behind («تقرير عن أسعار الخبز | أعدته الوزارة»).

    Right behind an indefinite noun that is told instead («تقرير عن قرار | أصدرته المحكمة»).
    """
    feminine, topic = scene.norms[paper.first].endswith(HA) or paper.form.number == "p", False
    for at in range(paper.last, min(until, paper.last + FAR)):
        if scene.hits.has(at, "complementiser") or scene.is_break(at):
            return None
        makes = [hit for hit in scene.hits.at(at, "making") if hit.suffix]
        if makes and (makes[0].suffix == PRONOUN_ENDINGS[1]) == feminine and _is_of_whole(scene, at, topic=topic):
            return _made_by(scene, at + 1, makes[0]) or _made_by_some(scene, at, until)
        sender = _behind_issued(scene, at)
        if sender and scene.norms[at].endswith((HA, TA)) == feminine and _is_of_whole(scene, at, topic=topic):
            return _sender(scene, sender, until)
        topic = topic or scene.is_function(at)
    return None


def _is_of_whole(scene: Scene, i: int, *, topic: bool) -> bool:
    """Say whether what tells who made something goes with all before it, and not with the last noun of a topic."""
    if scene.part(i - 1) == "relative" or scene.norms[i].startswith(ARTICLE):
        return not topic
    return i in scene.ending or is_definite(scene.norms[i - 1]) or not scene.units.is_word(i - 1)


def _with_title(scene: Scene, paper: Hit) -> Hit:
    """Return a paper with its title in marks («تقرير بعنوان "جبهة الضفاف" | أعده المركز»), else as it is."""
    for at in range(paper.last, min(paper.last + MAKER, len(scene.norms))):
        if at in scene.starting:
            break
        if at in scene.quote_at and scene.is_title(at):
            title = scene.quote_at[at]
            return paper._replace(last=scene.units.tokens_of(title.start, title.end)[1])
    return paper


def _behind_issued(scene: Scene, i: int) -> int:
    """Return the token behind «issued by» at a token, a day in between or not («صادر اليوم الخميس عن | …»), else 0."""
    if scene.part(i) in {"issued", "by"} and not scene.hits.has(i, "complementiser"):
        end = scene.particle_end(i)
        return 0 if scene.hits.has(end, "another") else end  # «الدراسة من جانب آخر»
    day = i + 1 in scene.time_at and any(hit.entry.id == _COME_OUT for hit in scene.hits.at(i, "making"))
    at = max(scene.time_at[i + 1], i + 2) if day else i
    return at + 1 if day and scene.part(at) in {"about", "of"} else 0


def _made_by_some(scene: Scene, i: int, until: int) -> Told | None:
    """Return who stands behind the verb of making at a token («تقرير أعدته | لجنة في البرلمان»), or None.

    That is an indefinite body, or a name in quotation marks.
    """
    at = i + 1
    makes = any(hit.suffix and not hit.entry.flag("prints") for hit in scene.hits.at(i, "making"))
    if not makes or at >= until or at in scene.starting or is_definite(scene.norms[at]):
        return None
    body = at in scene.quote_at or any(not hit.prefix for hit in scene.hits.at(at, "body"))
    return _governed(scene, at, until) if body else None


def _delivering(scene: Scene, paper: Hit, until: int) -> Told | None:
    """Return who holds a speech for others («ألقى حداد كلمة الأهالي», «كلمة الأهالي ألقاها حداد»), or None."""
    if paper.entry.text("medium") != _SPEECH:
        return None
    noun = scene.ending.get(paper.first)
    if noun is not None and _is_named(noun) and scene.is_bare(noun) and scene.hits.verbs(noun.first - 1):
        return told_by(noun, "creator")
    given = (at for at in range(paper.last + 1, min(until, paper.last + MAKER)) if scene.is_plain(at))
    verb = next((at for at in given if scene.norms[at].endswith(PRONOUN_ENDINGS) and at not in scene.named), None)
    behind = () if verb is None else range(verb + 1, min(until, verb + 1 + MAKER))
    found = (scene.starting[at] for at in behind if at in scene.starting)
    return next((told_by(noun, "creator") for noun in found if _is_named(noun) and scene.is_bare(noun)), None)


def _is_named(noun: Noun) -> bool:
    return noun.mention.kind == "person" and noun.mention.proper is not None


def tells_which(scene: Scene, at: int, noun: Noun) -> bool:
    """Say whether a mention is only the adjectives of the feminine paper at a token, and nobody («أكاديمية حديثة»)."""
    words = range(noun.first, noun.last)
    alike = noun.first == at + 1 and all(scene.norms[i].endswith(HA) for i in (at, *words))
    return alike and noun.mention.kind in BODIES and all(scene.hits.has(i, "adjective") for i in words)


def _is_owned(scene: Scene, i: int, noun: Noun) -> bool:
    """Say whether a noun only tells whose somebody with «ل» before it is («بيان لمصالح الوزير», «تقرير لخبراء …»)."""
    known = scene.hits.at(i)
    written = any(hit.prefix in LAM for hit in known) and not any(hit.prefix in BARE for hit in known)
    return written and not scene.norms[i].startswith(TO_THE) and not scene.is_function(i) and scene.is_bare(noun)


def _is_apart(scene: Scene, paper: Hit, noun: Noun) -> bool:
    """Say whether an adjective parts a noun from the document before it («دعا تقرير سياسي الرئيس إلى …»)."""
    adjective = is_plain(scene, paper.last) and scene.norms[paper.last].endswith(YA)
    return adjective and noun.first == paper.last + 1 and scene.is_bare(noun)


def is_given_to_press(scene: Scene, paper: Hit) -> bool:
    """Say whether remarks or a talk were for an outlet, which only prints them («تصريحات خاصة لصحيفة …»)."""
    if paper.entry.text("medium") not in _TALKS:
        return False
    at = paper.last + scene.hits.has(paper.last, "attribute")
    noun = scene.starting.get(at)
    return noun is not None and noun.mention.kind == "agency" and scene.is_bare(noun, LAM)


def _sender(scene: Scene, at: int, until: int) -> Told | None:
    """Return who issued a document, known or not («بيان صادر عن الإعلام القضائي»)."""
    noun = scene.starting.get(at)
    if noun is not None and noun.mention.kind in KINDS - {"place"}:
        return told_by(noun, "creator")
    return _governed(scene, at, until) if at < until else None


def _addressed(scene: Scene, paper: Hit, until: int) -> Told | None:
    """Return whose document it is by an unknown noun with «ل» right behind it («بلاغ لدار الثقافة»), or None."""
    at = paper.last
    if at >= until or paper.entry.text("medium") == "letter" or scene.is_function(at):
        return None
    bodies = [hit for hit in scene.hits.at(at, "body", "place_head", "elliptic_body") if hit.prefix in LAM]
    return _governed(scene, at, until) if bodies or _is_unlisted(scene, paper, until) else None


def _is_unlisted(scene: Scene, paper: Hit, until: int) -> bool:
    """Say whether a body that no list has stands with its adjective behind a statement («بيان | للمجمع العمومي»)."""
    at = paper.last
    quality = at + 1 < until and scene.norms[at].startswith(TO_THE) and is_adjective(scene, at + 1)
    told = scene.hits.has(at, "role", "group", "press", "title", "source_noun", "public")
    return paper.entry.text("medium") == "statement" and quality and scene.is_plain(at) and not told


def _governed(scene: Scene, at: int, until: int) -> Told | None:
    """Return the noun phrase or the name in quotation marks at a token as who made a paper."""
    told = quoted_name(scene, at, until) if at in scene.quote_at else governed(scene, at, until)
    return None if told is None else replace(told, speaker=replace(told.speaker, basis="creator"))


def named_maker(scene: Scene, paper: Hit) -> Told | None:
    """Return who made a document whose noun is definite only by him, or behind «of»: «لهيئة …», no one in between."""
    end = scene.units.sentence(paper.first).last
    if paper.suffix:
        return None
    if not paper.definite:
        noun = scene.starting.get(paper.last)
        body = noun is not None and noun.mention.kind in BODIES and scene.is_bare(noun, BARE | LAM)  # «تقرير لوزارة …»
        return told_by(noun, "creator") if body and noun is not None else None
    for at in range(paper.last, min(end, paper.last + MAKER)):
        noun = scene.starting.get(at)
        if noun is not None:
            owns = noun.mention.kind in BODIES and scene.is_bare(noun, LAM)
            return told_by(noun, "creator") if owns else None
        counted = scene.norms[at].isdigit() or scene.norms[at] == ARTICLE  # «التقرير الـ 51 لمؤسسة النقد»
        if not counted and (not scene.units.is_word(at) or scene.is_function(at) or scene.hits.verbs(at)):
            return None
    return None


def _is_receiver(scene: Scene, i: int, noun: Noun) -> bool:
    """Say whether somebody only got a paper, by a verb behind it («وثيقة | تسلم نسخة منها مراسل الضفاف»)."""
    return any(hit.entry.flag("receives") for at in range(i, noun.first) for hit in scene.hits.verbs(at))


def _is_topic(scene: Scene, paper: Hit, noun: Noun) -> bool:
    """Say whether a paper is about people («تقرير عن | اللاجئين»); what is «عن ‹الوزارة›» may be hers."""
    people = noun.mention.kind == "group" and scene.part(paper.last) == "about"
    return people and scene.particle_end(paper.last) == noun.first


def _is_told(scene: Scene, paper: Hit, noun: Noun) -> bool:
    """Say whether a letter or call goes to somebody («برقية لرئيس …», «اتصالا بالوزير»); a statement would be his."""
    return paper.entry.text("medium") in _SENT and not scene.is_bare(noun)
