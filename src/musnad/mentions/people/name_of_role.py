"""The name that a role announces: right behind it, or behind a comma and titles."""

from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.people.titles import adjectival, marked, sure
from musnad.mentions.proper.names import announced, apposed, family, is_deed
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import COMMAS, View

_THEN = "former_word.then"
FULL = 2  # words of a name that an apposition may follow without a comma


def its_name(view: View, role: Hit, phrase: Phrase) -> tuple[Name | None, Hit | None]:
    """Return the name that a role announces: directly, or behind a comma and titles; and the title."""
    i = phrase.last
    if i >= len(view.norms) or not view.same_sentence(role.first, i) or phrase.wants:
        return None, None
    _pass_adverb(view, phrase)
    if (marked := _in_marks(view, role, phrase)) is not None:
        return marked, None
    name = _next_name(view, role, phrase)
    i = phrase.last
    if name is not None:
        if _describes(view, role, phrase, name):
            return None, None
        if phrase.closed or phrase.nodes:
            return name, None
        if sure(view, name) or _speaks(view, role, name) or view.definite(name.first):
            return name, None
        if name.last >= len(view.norms) or view.norms[name.last] not in COMMAS:
            return None, None
        phrase.last = i = name.last
        phrase.nodes += name.nodes
    comma = view.norms[i] in COMMAS
    at = i + 1 if comma else i
    if comma and (not view.same_sentence(role.first, at) or _is_seat(view, role)):
        return None, None
    title, last = view.at(at, "title"), at
    if title is not None and title.entry.flag("calls"):
        return announced(view, title.last), title  # «المشتبه به فيدعى …»
    title = None
    while (more := view.honorific(last)) is not None:
        title, last = title or more, view.behind_slash(more.last)
    if title is not None:
        return announced(view, last), title
    name = apposed(view, at) if comma else None
    return (None if name is not None and _is_man_behind_woman(view, role, name) else name), None


def _pass_adverb(view: View, phrase: Phrase) -> None:
    """Take «then» into a phrase where a name or title stands right behind it («رئيس البلدية آنذاك سالم الحلواني»)."""
    then = next((hit for hit in view.hits.at(phrase.last, "former_word") if hit.entry.id == _THEN), None)
    if then is None or not view.same_sentence(phrase.last, then.last):
        return
    first = then.last + (view.norms[then.last] in COMMAS)
    behind = view.behind_titles(first) if view.same_sentence(phrase.last, first) else first
    name = announced(view, behind)
    if name is not None and (behind > first or name.last >= first + FULL) and sure(view, name):
        phrase.last, phrase.closed = then.last, True


def _in_marks(view: View, role: Hit, phrase: Phrase) -> Name | None:
    """Return the full name that fills the quotation marks behind a whole phrase («نائبه «سالم الحلواني»»), or None."""
    i = phrase.last
    if not phrase.closed or role.entry.flag("owned") or view.hits.has(i - 1, "naming_noun"):
        return None
    name = None if view.any(i + 1, "title", "role") else marked(view, i)
    return name if name is not None and name.last >= name.first + FULL else None


def _is_man_behind_woman(view: View, role: Hit, name: Name) -> bool:
    """Say whether a sure name of a man stands behind an office of a woman, whose own name stood before it."""
    genders = {hit.entry.text("gender") for hit in view.hits.at(name.first, "given_name")}
    his = genders == {"m"} and name.last > name.first + 1 and role.form.gender == "f"
    return his and not role.entry.flag("owned")  # «زوجة المرشح، سالم الكستنائي»


def _describes(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Say whether a lone word is what an indefinite role is like («فنان محبوب», «حكم محلي معتزل»)."""
    if role.definite or phrase.definite or role.suffix or role.form.number == "p":
        return False
    i = name.first
    if name.last > i + 1 or view.definite(i) or view.any(i, "public_person"):
        return False
    known = [hit for hit in (view.at(i, "given_name"), view.at(i, "family_name")) if hit is not None]
    return all(hit.entry.flag("ambiguous") for hit in known)


def _is_seat(view: View, role: Hit) -> bool:
    """Say whether a preposition makes an office where somebody serves («المستشار لدى رئيس الجمهورية، سالم …»)."""
    word = view.at(role.first - 1, "role_preposition")
    return word is not None and not word.entry.flag("office") and not word.entry.flag("members")


def _next_name(view: View, role: Hit, phrase: Phrase) -> Name | None:
    """Return the name right behind a role; an adjective that looks like one is taken into the phrase."""
    if role.entry.flag("spokes") and view.any(phrase.last, "in_name_of"):
        return None
    name = announced(view, phrase.last)
    if name is None and role.entry.flag("rank") and role.definite and phrase.last == role.last:
        return family(view, phrase.last)
    if name is None or _epithet(view, role, phrase, name) or is_deed(view, name) or _is_verb_of(view, role, name):
        return None
    if _is_of_body(view, phrase, name):
        return None
    if phrase.last > role.last and _is_role(view, name):
        return None  # «والد سالم كامل نجم الفريق»
    if adjectival(view, name):
        phrase.word(view, phrase.last, closes=False)
        return announced(view, phrase.last)
    if role.suffix and phrase.last == role.last and not sure(view, name):
        return None  # «طعن زوجته بساطور»
    return name


def _is_of_body(view: View, phrase: Phrase, name: Name) -> bool:
    """Say whether one unknown word behind a known body is rather the end of its name («في ستاندرد آند بورز غلوبال»)."""
    body = phrase.known[-1] if phrase.known else None
    if body is None or body.kind != "organisation" or body.last != name.first or name.last > name.first + 1:
        return False
    return not view.any(name.first, *NAME_WORDS)


def _is_role(view: View, name: Name) -> bool:
    """Say whether a lone name is a role too, and without the article."""
    given = view.at(name.first, "given_name")
    lone = given is not None and given.last == name.last and given.entry.flag("ambiguous")
    return lone and view.any(name.first, "role") and not view.definite(name.first)


def _is_verb_of(view: View, role: Hit, name: Name) -> bool:
    """Say whether a lone word like a name is rather the verb of a role («المراقب الصيني ضحى بحياته»)."""
    given = view.at(name.first, "given_name")
    if given is None or name.last > name.first + 1 or not given.entry.flag("ambiguous"):
        return False
    return given.entry.text("gender") == "f" and role.form.gender == "m"


def _epithet(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Say whether a lone given name with the article is an adjective of the role («المتهم الوحيد»)."""
    if not role.definite or phrase.last > role.last or name.last > name.first + 1:
        return False
    given = view.at(name.first, "given_name")
    return given is not None and given.definite and not view.any(name.first, "family_name", "public_person")


def _speaks(view: View, role: Hit, name: Name) -> bool:
    """Say whether words between a speaker's role and what he says are his name («قال السفير ألدن ريفيرا إن»)."""
    after = name.last
    if name.last - name.first < FULL or role.first < 1 or not view.any(role.first - 1, "cue"):
        return False
    return after < len(view.norms) and view.any(after, "complementiser", "function_word")
