"""Whom a family name alone means where several people of an article bear it: by who speaks, and whom the lead names."""

from collections.abc import Sequence

from musnad.arabic.letters import TA
from musnad.mentions.found import Found
from musnad.mentions.identity.reaching import is_told
from musnad.mentions.person import Person
from musnad.mentions.view import View


def spoken_gender(view: View, phrase: Found) -> str:
    """Return the gender of the verb of saying right before a phrase: nothing without one, «?» where it tells none."""
    cue = view.at(phrase.first - 1, "cue") if is_told(view, phrase) else None
    if cue is None:
        return ""
    verb = cue.form.pattern
    return "f" if verb.endswith(TA) else "?" if verb.startswith(TA) else "m"


def of_family(bearers: Sequence[Person], at: int, speaks: str, title: int) -> Person | None:
    """Return whom a family name at a token means: who spoke last, in a title who is named first; None if neither.

    `speaks` is the gender of its verb of saying.
    """
    if at < title:
        return min(bearers, key=lambda p: p.first)
    if not speaks:
        return None
    fitting = [p for p in bearers if speaks == "?" or p.gender in {None, speaks}]
    spoke = [(place, p.number, p) for p in fitting for place in p.spoke if place < at]
    if spoke:
        return max(spoke, key=lambda each: each[:2])[2]
    return fitting[0] if len(fitting) == 1 else None
