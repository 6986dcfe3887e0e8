"""The bar of long work: how far it is, how fast, what became of it; silent where nobody watches."""

from io import StringIO

import pytest
from rich.console import Console

from musnad.cli.bar import Bar


def shown(total: float | None) -> str:
    out = StringIO()
    with Bar(total, Console(file=out, force_terminal=True, width=120)) as bar:
        bar.show(50, 7, "6 new, 1 rejected (1 json)")
        bar.show(100, 9, "8 new, 1 rejected (1 json)")
    return out.getvalue()


def test_the_bar_shows_part_rate_and_counts() -> None:
    text = shown(200)
    assert "8 new, 1 rejected (1 json)" in text
    assert "50%" in text
    assert "/s" in text


def test_without_a_total_there_is_no_part() -> None:
    assert "8 new" in shown(None)
    assert "%" not in shown(None).replace("%0", "")


def test_nothing_is_shown_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(10) as bar:
        bar.show(5, 1, "1 new")
    assert capsys.readouterr() == ("", "")
