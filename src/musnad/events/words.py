"""The words of an article as the events stage asks for them: by kind and token, verbs apart from nouns."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF, NUN, YA
from musnad.lexicon import TOPICS, Hit, Hits
from musnad.model import Statement, Units

PREPOSITIONS = frozenset({"on", "to", "for", "with", "by", "from", "against", "about", "in", "between", "agent"})
"""The parts of particles that are prepositions by name."""
_TABLES = ("support_verb", "status_word", "background", "demonym", "number_word")
_KNOWN = (
    *("trigger", "support_verb", "status_word", "demonym", "number_word", "particle", "weekday", "month", "day_word"),
    *("day_noun", "function_word", "complementiser", "cue_preposition"),
)
_VERBAL = frozenset({"trigger", "support_verb", "status_word", "cue", "common_verb", "appearing"})
_BODY = "body"
_BUILT = "acted_on"  # the context of what is hit or searched: houses, seats, positions
_OTHER = "other"  # the part of prepositions that no frame asks for
_SAID = "statements.verb."
_SHOWING = ("demonstrative", "pointing")  # the kinds of «this» and «these»
_NOMINAL = frozenset({"trigger", "support_verb"})
NONE: tuple[Hit, ...] = ()
"""No word."""
FOLLOWERS = "followers"
"""The context of those who are somebody's own: his allies, his advisers."""
LED_BY = "led_by"
"""The context of «led by» somebody, who only leads those told of."""
_NO_PAST = frozenset({"complementiser", "on", "to", "about", "in", "with", "against"})
_AIMING = "particle.aiming"
WHAT = "particle.what"
"""The particle of «what he did»."""
OF_WHAT = "what"
"""The context of «what», with a preposition written onto it or not."""
SIGN_MASDAR = "trigger.agree.sign_masdar"
"""The trigger «signing» without an article, a deed though it is listed as a word."""
SIGNING = frozenset({SIGN_MASDAR, "trigger.agree.sign_noun"})
"""The triggers «signing» and «the signing»."""
_GOING_ON = frozenset({WHAT, "particle.where"})  # by which a clause goes on with what was told: «where, then»
NTH_TIME = "nth_time"
"""The context of words that count how often something was so: «the second time»."""


class Particle(NamedTuple):
    """A word that builds clauses: what it does, tokens `[first, last)`, and the word itself."""

    part: str
    first: int
    last: int
    hit: Hit

    @property
    def no_past(self) -> bool:
        """Say whether no verb of the past stands behind it: «in», «in order to»."""
        return self.part in _NO_PAST or self.hit.entry.id == _AIMING

    @property
    def parts(self) -> bool:
        """Say whether another clause opens with it: «but, while»; «what» and «where» go on with the one before."""
        return self.part == "conjunction" and self.hit.entry.id not in _GOING_ON

    @property
    def each(self) -> bool:
        """Say whether it is «each of» where somebody is named behind it, else «whoever»: a relative of two words."""
        return self.part == "relative" and self.last - self.first > 1


class Words:
    """Lexicon words by token: only the kinds that this stage asks for.

    The tables hold the words of a kind by the token at which they start, longest first; `known` the tokens that no
    unnamed noun phrase may hold, `verbal` those that may be verbs, `joints` those and particles; `inner` those of a
    particle behind its first one; `amounts` where a word such as «more than» starts, `context_ends` where words that
    tell a context do, by the token behind them; `sentences` the numbers of those that hold a trigger. `particle`
    returns the longest particle that starts at a token, `particle_before` the longest that ends right before one.
    Verbs, frequent and seldom asked for, are only made when asked for.
    """

    __slots__ = (
        "_hits",
        "_norms",
        "_particles",
        "amounts",
        "backgrounds",
        "context_ends",
        "demonyms",
        "inner",
        "joints",
        "known",
        "numbers",
        "particle",
        "particle_before",
        "sentences",
        "states",
        "supports",
        "triggers",
        "verbal",
    )

    def __init__(self, hits: Hits, units: Units, statements: Iterable[Statement]) -> None:
        """Index the words, kind by kind; tables hold only the sentences that hold a trigger.

        Letters of a particle that are the verb of a statement are none: «عبر», «expressed», no «across».
        """
        self._hits, self._norms = hits, units.norms
        self.triggers = _by_token(hit for hit in hits.of("trigger") if not (hit.suffix == YA and _qualifies(hits, hit)))
        sentence_of = units.sentence_of
        self.sentences = frozenset(sentence_of[token] for token in self.triggers)
        self.known = frozenset[int]().union(*map(hits.tokens, _KNOWN))
        self.verbal = frozenset[int]().union(*map(hits.tokens, _VERBAL))
        tables = (
            {token: hits.at(token, kind) for token in hits.tokens(kind) if sentence_of[token] in self.sentences}
            for kind in _TABLES
        )
        self.supports, self.states, self.backgrounds, self.demonyms, self.numbers = tables
        self.context_ends = hits.ends(TOPICS)
        self.amounts = {hit.last: hit.first for hit in hits.of("approximate")}
        said = {units.tokens_of(s.cue.start, s.cue.end)[0] for s in statements if s.rule.startswith(_SAID)}
        self._particles = {
            token: _particle(hits.at(token, "particle")[0])
            for token in hits.tokens("particle")
            if token not in self.verbal or not (token in said or _opened(hits, token))
        }
        self.joints = self.verbal.union(self._particles)
        ending: dict[int, Particle] = {}
        for particle in self._particles.values():
            if particle.last not in ending:
                ending[particle.last] = particle
        shown = (hit for kind in _SHOWING for hit in hits.of(kind) if hit.first in ending and self.shows(hit.first))
        ending.update({hit.last: ending[hit.first] for hit in shown})  # «on | these men»
        longer = (particle for particle in self._particles.values() if particle.last > particle.first + 1)
        self.inner = {i for particle in longer for i in range(particle.first + 1, particle.last)}
        # Looked up, not called: nothing is asked as often.
        self.particle: Callable[[int], Particle | None] = self._particles.get
        self.particle_before: Callable[[int], Particle | None] = ending.get

    def shows(self, token: int) -> bool:
        """Say whether «this, these» before a noun stands at a token, with nothing written before it."""
        behind = self._norms[token + 1] if token + 1 < len(self._norms) else ""
        return behind.startswith(ARTICLE) and any(
            hit.kind in _SHOWING and not hit.prefix for hit in self._hits.at(token)
        )

    def is_event_noun(self, token: int) -> bool:
        """Say whether a word other than a finite verb that tells of an event starts at a token."""
        return token in self.triggers and any(hit.form.pos != "verb" for hit in self.triggers[token])

    def is_particle(self, token: int) -> bool:
        """Say whether a particle starts at a token."""
        return token in self._particles

    def is_preposition(self, token: int) -> bool:
        """Say whether a preposition by name starts at a token."""
        particle = self.particle(token)
        return particle is not None and particle.part in PREPOSITIONS

    def only_behind(self, token: int) -> bool:
        """Say whether the lists know a token only with what is written before it: «praised | by-the efforts of X».

        A word of context may be listed with its preposition; a body so written leads or presides, as «under» would say,
        and a building is where something was («met | at the seat of the ministry»).
        """
        return all(
            (hit.prefix or hit.kind == TOPICS) and hit.kind != _BODY and hit.entry.text("context") != _BUILT
            for hit in self._hits.at(token)
        )

    def is_relative(self, token: int) -> bool:
        """Say whether a token opens a relative clause."""
        particle = self.particle(token)
        return particle is not None and particle.part == "relative"

    def told_in(self, token: int) -> bool:
        """Say whether «in it» right behind letters of a verb makes them one: «a letter in which | he asked of X»."""
        behind = self._hits.at(token + 1, "bound_preposition")
        return any(hit.entry.text("part") == "in" for hit in behind) and self.particle_before(token) is None

    def is_that(self, token: int) -> bool:
        """Say whether a token is «that»; with a pronoun («إنه») it may name the first of those who act together."""
        particle = self.particle(token)
        return particle is not None and particle.part == "complementiser"

    def is_unlisted(self, token: int) -> bool:
        """Say whether a token is a role or body that the cast does not have, and no adjective of many people."""
        return self._hits.has(token, "body", "role") and not self._norms[token].endswith((ALEF, YA + NUN))

    def place_head(self, token: int) -> int:
        """Return where the noun starts that a place at a token only names, «the capital | Athens», or the token."""
        noun = token - 1 - (token - 1 in self.demonyms)
        named = noun >= 0 and any(hit.definite for hit in self._hits.at(noun, "place_head"))
        return noun if named else token

    def verb(self, token: int) -> bool | None:
        """Say whether a token that may be a finite verb is surely one: by a present form, or for want of a noun.

        None where it cannot be one; only asked of tokens that may be `verbal`.
        """
        verbs = [hit for hit in self._hits.verbs(token) if hit.kind in _VERBAL]
        if not verbs:
            return None
        if any(hit.form.tense == "present" for hit in verbs):
            return True
        return not any(
            hit.kind in _NOMINAL and hit.form.pos in {"masdar", "noun", "word"} for hit in self._hits.at(token)
        )


def _particle(hit: Hit) -> Particle:
    """Return the particle that a word is."""
    return Particle(hit.entry.text("part"), hit.first, hit.last, hit)


def _opened(hits: Hits, token: int) -> bool:
    """Say whether letters of «and» with a preposition are a whole verb: «فتحت», «opened», no «under»."""
    joined = any(hit.prefix and hit.entry.text("part") == _OTHER for hit in hits.at(token, "particle"))
    return joined and not all(hit.prefix or hit.suffix for hit in hits.verbs(token))


def _qualifies(hits: Hits, hit: Hit) -> bool:
    """Say whether letters of «my …» are those of an adjective: «bilateral», not «my praise»."""
    return hits.has(hit.first, "adjective")


def _by_token(found: Iterable[Hit]) -> dict[int, list[Hit]]:
    table: dict[int, list[Hit]] = {}
    for hit in found:
        if hit.first in table:
            table[hit.first].append(hit)
        else:
            table[hit.first] = [hit]
    return table
