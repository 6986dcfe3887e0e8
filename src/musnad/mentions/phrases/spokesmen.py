"""For whom a spokesman speaks, where no list knows it: «in its name», «in the name of its ministry»."""

from musnad.arabic.letters import ALEF, HA, MIM
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import View


def theirs(phrase: Phrase, word: Hit) -> bool:
    """Take «in its name», which stands for a body that was named before («متحدث باسمها»)."""
    phrase.take(word, closes=True)
    return True


def named_so(view: View, i: int, *, spokes: bool) -> bool:
    """Say whether a definite noun that no list knows can stand for a body («الناطق باسم خارجيتها», «في المنطقة»)."""
    owned = spokes and view.norms[i].endswith((HA, HA + MIM, HA + ALEF))
    definite = (view.definite(i) or owned) and not view.is_verb(i)
    nouns = view.hits.at(i, "ordinary_word")
    return definite and (spokes or (bool(nouns) and not any(hit.entry.flag("season") for hit in nouns)))


def named_in_full(view: View, i: int) -> bool:
    """Say whether a word that is a role too is the first one of somebody's name («باسم خليفة حفتر»)."""
    given, person = view.at(i, "given_name"), view.at(i, "public_person")
    if person is not None and person.last > i + 1:
        return True
    if given is None or not view.same_sentence(i, i + 1) or view.any(i + 1, "place", "country", "organisation"):
        return False
    return view.any(i, "role") and not view.definite(i) and view.any(i + 1, "family_name")
