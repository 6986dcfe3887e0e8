"""What is behind an article, a fact or some words: the propositions that they name, with origins and routes.

Of words, those propositions answer whose evidence holds most of what the words say; articles that only hold them
somewhere else do not.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from musnad.corpus.fingerprints import words as words_of
from musnad.model.claims import Proposition
from musnad.query.accounts import Account
from musnad.stories.stems import stem

HELD = 0.6  # of the stems that were asked for that evidence must hold
MOST_STORIES = 5  # of which the answer to words is made


def of_article(account: Account, document: str) -> Account:
    """Return an account with what one of its articles tells."""
    return _with(account, [each for each in account.propositions if document in each.keys])


def of_fact(account: Account, fact: str) -> Account:
    """Return an account with what one statement or event tells."""
    return _with(account, [p for p in account.propositions if any(a.fact == fact for a in p.attestations)])


def of_words(asked: str, stories: Sequence[str], account: Callable[[str], Account]) -> tuple[Account, ...]:
    """Return the accounts of some stories with the propositions that answer some words, best ones first."""
    wanted = frozenset(stem(word) for word in words_of(asked))
    found: list[tuple[float, Account]] = []
    for key in stories[:MOST_STORIES]:
        whole = account(key)
        scored = [(score, each) for each in whole.propositions if (score := _held(wanted, each, whole)) >= HELD]
        if scored:
            scored.sort(key=lambda pair: (-pair[0], -len(pair[1].keys), pair[1].id))
            found.append((scored[0][0], _with(whole, [each for _, each in scored])))
    found.sort(key=lambda pair: (-pair[0], -len(pair[1].story.articles), pair[1].story.id))
    return tuple(each for _, each in found)


def _held(wanted: frozenset[str], found: Proposition, account: Account) -> float:
    """Return the greatest share of some stems that one attestation holds."""
    shares = []
    for each in found.attestations:
        text = account.texts[each.key].article.text
        own = {stem(word) for span in each.spans for word in words_of(span.of(text))}
        shares.append(len(wanted & own) / max(1, len(wanted)))
    return max(shares, default=0.0)


def _with(account: Account, propositions: list[Proposition]) -> Account:
    return replace(account, propositions=tuple(propositions))
