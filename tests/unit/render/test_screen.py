"""What is shown: plain lines for programs; wrapped, coloured, isolated lines on the right for people."""

import io
import re

from rich.console import Console

from musnad.model import Article, Chain, Link, Published, PublishedCandidate, Reading, Span, Speaker, Statement
from musnad.render.bidi import END, FIRST_STRONG, RIGHT_TO_LEFT, isolate, plain, right_to_left
from musnad.render.screen import Screen
from musnad.render.summary import show_summary
from musnad.render.terminal import show
from musnad.render.words import chain_line

STYLES = re.compile("\x1b\\[[0-9;]*m")
LONG = "قالت رئيسة المجلس إن الخطة ستعيد الحياة إلى الأحياء القريبة من الرصيف القديم خلال ثلاث سنوات من العمل المتواصل"


def screen(*, terminal: bool, width: int = 60) -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    return Screen(Console(file=out, force_terminal=terminal, width=width, highlight=False, legacy_windows=False)), out


def chain(*names: str) -> Chain:
    first, *rest = names
    return (Link(first, "speaker"), *(Link(name, "agency", tail=True) for name in rest))


def reading(publisher: str = "صحيفة المرفأ", said: str = LONG) -> Reading:
    text = f"عنوان قصير\n\nقالت رئيسة المجلس: {said}."
    start = text.index(said)
    statement = Statement(
        "s-1",
        "indirect",
        Span(12, 16),
        (Span(start, start + len(said)),),
        speaker=Speaker("ليلى الحداد"),
        chain=chain("ليلى الحداد", publisher),
        denial=True,
        said="2023-10-17",
    )
    article = Article(text, Span(0, 10), publisher=publisher)
    day = Published(
        None, "none", 0.0, tuple(PublishedCandidate(f"20{n}-10-17", "text", "weekday") for n in range(10, 19))
    )
    return Reading(article, day, chain("وكالة", publisher), statements=(statement,))


def test_isolates_are_closed_and_can_be_taken_out() -> None:
    assert isolate("a\u2067b") == f"{FIRST_STRONG}a\u2067b{END}{END}"
    assert right_to_left("a") == f"{RIGHT_TO_LEFT}a{END}"
    assert plain(isolate("ا") + right_to_left("ب")) == "اب"


def test_a_chain_reads_from_right_to_left_with_the_origin_first() -> None:
    line = chain_line(chain("بوتين", "الرئاسة", "سبوتنيك"))
    assert line.startswith(RIGHT_TO_LEFT)
    assert line.endswith(END)
    assert plain(line) == "بوتين ← الرئاسة ← سبوتنيك"
    assert chain_line(()) == ""


def test_a_pipe_gets_whole_lines_without_marks_or_colours() -> None:
    out, written = screen(terminal=False, width=40)
    show(reading(), out)
    text = written.getvalue()
    assert "\x1b" not in text
    assert plain(text) == text
    assert f"      {LONG}\n" in text
    assert "ليلى الحداد ← صحيفة المرفأ" in text


def test_a_terminal_gets_lines_that_fit_and_are_isolated_each_for_itself() -> None:
    out, written = screen(terminal=True, width=60)
    show(reading(), out)
    lines = [STYLES.sub("", line) for line in written.getvalue().splitlines()]
    assert written.getvalue() != STYLES.sub("", written.getvalue())
    assert all(len(plain(line)) <= 60 for line in lines if not line.startswith("published"))
    assert all(sum(map(line.count, "\u2066\u2067\u2068")) == line.count(END) for line in lines)
    held = [line for line in lines if plain(line).strip() and plain(line).strip() in LONG]
    assert len(held) > 1
    assert " ".join(plain(line).strip() for line in held) == LONG
    assert all(len(plain(line)) == 60 for line in held)


def test_no_colour_is_asked_for_by_the_environment_of_the_console() -> None:
    out = io.StringIO()
    show(reading(), Screen(Console(file=out, force_terminal=True, no_color=True, width=60)))
    assert not re.search("\x1b\\[[0-9;]*3[0-7]m", out.getvalue())


def test_an_unknown_day_is_shown_with_the_days_that_fit() -> None:
    out, written = screen(terminal=False)
    show(reading(), out)
    assert "published unknown; days that fit: 2010-10-17, " in written.getvalue()
    assert "2015-10-17 (weekday) and 3 more" in written.getvalue()


def test_a_summary_tells_a_content_once_with_every_chain_and_counts_pages() -> None:
    out, written = screen(terminal=False)
    show_summary([reading(), reading("بوابة المدينة"), reading("نافذة", said="كلام آخر تماما")], out)
    text = written.getvalue()
    assert "2 statements on 3 pages" in text
    assert text.count(LONG) == 1
    assert "ليلى الحداد ← صحيفة المرفأ" in text
    assert "ليلى الحداد ← بوابة المدينة" in text


def test_two_columns_stand_side_by_side_on_a_terminal_and_one_after_the_other_in_a_file() -> None:
    out, written = screen(terminal=True, width=80)
    out.beside(["يمين"], ["يسار"])
    first = plain(STYLES.sub("", written.getvalue().splitlines()[0]))
    assert first.split() == ["يسار", "يمين"]
    assert len(first) == 80
    out, written = screen(terminal=False)
    out.beside(["يمين"], ["يسار"])
    assert written.getvalue().split() == ["يمين", "يسار"]
