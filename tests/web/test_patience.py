"""Counts of all that is held, shared by many readers: not made at every question, and never too old."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from musnad.store import Reader
from musnad.web import patience
from musnad.web.patience import Shared


class Clock:
    """A clock that counts cost two seconds of."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.counts = 0
        monkeypatch.setattr(patience, "monotonic", lambda: self.now)

    def count(self, _: object = None) -> int:
        self.now += 2
        self.counts += 1
        return self.counts


def test_a_count_is_made_anew_when_it_is_twenty_times_older_than_it_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, shared = Clock(monkeypatch), Shared(lambda _: None)
    assert shared.soon("held", clock.count) == (1, True)
    clock.now += 39
    assert shared.soon("held", clock.count) == (1, False)
    assert shared.soon("other", clock.count) == (2, True)
    clock.now += 2
    assert shared.soon("held", clock.count) == (3, True)


def test_a_long_count_is_made_behind_the_back_of_whoever_asks(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    later: list[Any] = []
    clock, shared = Clock(monkeypatch), Shared(later.append)
    assert shared.behind("people", reader, clock.count) == 1
    clock.now += 41
    assert shared.behind("people", reader, clock.count) == 1
    assert shared.behind("people", reader, clock.count) == 1
    assert len(later) == 1
    later.pop()(reader)
    assert shared.behind("people", reader, clock.count) == 2
    clock.now += 61
    assert shared.behind("people", reader, clock.count) == 3
    assert later == []


@pytest.fixture
def reader(examples: Path) -> Iterator[Reader]:
    with Reader(examples) as found:
        yield found
