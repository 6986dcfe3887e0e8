"""Which words are roles where they stand, and of which gender: the rest of their readings are verbs and adjectives."""

from musnad.arabic import BARE, CONJUNCTIONS, is_full_dual
from musnad.arabic.letters import ALEF, HA, TA_MARBUTA
from musnad.lexicon import Hit
from musnad.mentions.view import View, stands_free

_NOT_GOVERNING = BARE | frozenset(CONJUNCTIONS)


def role_at(view: View, i: int) -> Hit | None:
    """Return the longest role at a token: before a dual a plural in construct, before an accusative the dual."""
    if not view.any(i, "role"):
        return None
    if view.any(i, "cue") and view.norms[i].endswith(ALEF):
        return None  # «مشيرا» goes on speaking
    roles = [hit for hit in view.all(i) if hit.kind == "role" and not _is_other_word(view, hit)]
    return max(roles, key=lambda hit: (hit.last, not stands_free(hit), hit.form.number != "d"), default=None)


def _is_other_word(view: View, role: Hit) -> bool:
    """Say whether the word is no role here: an adjective of a noun, or a dual in construct («رئيسي») without one."""
    if role.entry.flag("adjectival") and role.first and is_noun(view, role.first - 1):
        return True
    if view.any(role.first, "function_word") and view.units.surface(role.first, role.last) != role.entry.headword:
        return True  # «وإلى» in the spelling of «والي»
    if role.suffix and not role.suffix.startswith(HA):
        return True  # «رئيسي» is «main», not «my president»
    if role.suffix and _is_action(view, role):
        return True  # «لمساعدتها» is «to help her», «قادته» «she led him»
    if (
        role.prefix not in _NOT_GOVERNING
        and role.form.pattern.endswith(ALEF)
        and not role.entry.headword.endswith(ALEF)
    ):
        return True  # «كاميرا»: neither accusative nor nominative dual behind a preposition
    definite = role.definite or bool(role.suffix)
    if (
        not definite
        and not role.entry.flag("head")
        and role.last < len(view.norms)
        and view.definite(role.last)
        and view.is_verb(role.first)
    ):
        return True  # «شاهد المباراة»
    if role.form.number != "d" or role.suffix or is_full_dual(role.form.pattern):
        return False
    if role.definite or role.last >= len(view.norms):
        return True
    return not (view.definite(role.last) or view.any(role.last, "role_field"))


def _is_action(view: View, role: Hit) -> bool:
    """Say whether a role with a pronoun is rather a verb, a verbal noun or a thing («كتابه»); kinsmen never are."""
    if role.entry.flag("owned"):
        return False
    if role.entry.flag("idafa") and role.form.gender == "f":
        return True
    others = (hit for hit in view.all(role.first) if hit.kind != "role")
    return any(hit.form.pos in {"verb", "masdar"} or hit.kind in {"ordinary_word", "body", "trigger"} for hit in others)


def is_noun(view: View, i: int) -> bool:
    """Say whether a token may be a noun with an adjective behind it: no mark, verb or function word."""
    return view.norms[i][0].isalpha() and not view.is_verb(i) and not view.any(i, "function_word")


def gender_of(view: View, role: Hit) -> str | None:
    """Return the gender of a role: of its form, or of its ending where the form is written out."""
    if role.form.gender:
        return role.form.gender
    return "f" if view.units.surface(role.first, role.first + 1).endswith(TA_MARBUTA) else None
