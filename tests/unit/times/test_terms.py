"""Known events have days that can be read; terms of office are checked with the rest of what is shipped."""

from datetime import date

from musnad.lexicon import load, stretch


def test_every_known_event_has_a_day() -> None:
    events = list(load().of_kind("known_event"))
    assert events
    assert all(stretch(entry.text("from"))[0] < date(2026, 1, 1) for entry in events)
