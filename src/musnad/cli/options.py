"""The options and arguments that several commands take."""

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Any

import typer


def one_of(choices: Collection[str]) -> Callable[[Any], Any]:
    """Return what refuses an option of which a value is none of some."""

    def check(value: Any) -> Any:  # noqa: ANN401 - the value or values of an option, or None
        for each in [value] if isinstance(value, str) else value or ():
            if each not in choices:
                message = f"{each!r} is none of {', '.join(choices)}"
                raise typer.BadParameter(message)
        return value

    return check


Db = Annotated[Path, typer.Argument(metavar="DB", help="The database.")]
Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, patterns; - is stdin.")]
Compared = Annotated[
    list[str], typer.Argument(metavar="ARTICLES", help="Databases, JSONL, files, folders; - is stdin.")
]
Published = Annotated[str | None, typer.Option(help="When it was published, as an ISO date or date-time.")]
PublishedBy = Annotated[str | None, typer.Option("--publisher", help="Who published it.")]
Url = Annotated[str | None, typer.Option(help="Where the saved page came from.")]
Knowledge = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Folder with data files of your own, which add to the shipped ones and replace entries of the same id; "
        "may be given again. They come after those of MUSNAD_KNOWLEDGE.",
    ),
]
PROCESSORS = os.cpu_count() or 1
Workers = Annotated[int, typer.Option(min=1, help="Processes that read.", show_default="number of processors")]
Words = Annotated[
    str | None,
    typer.Argument(metavar="[WORDS]", help='Words of the article, in any form; "next to each other" in quotes.'),
]
Exact = Annotated[bool, typer.Option("--exact", help="Take words letter by letter as they are typed.")]
Mentions = Annotated[str | None, typer.Option(help="Articles that name this person, body or place.")]
Via = Annotated[str | None, typer.Option(help="What came through this agency, outlet or office.")]
Publisher = Annotated[str | None, typer.Option(help="Of this publisher (a part of the name).")]
Since = Annotated[str | None, typer.Option(help="From this ISO day on.")]
Until = Annotated[str | None, typer.Option(help="Up to this ISO day.")]
Versions = Annotated[bool, typer.Option("--versions", help="Old versions of pages too.")]
Tag = Annotated[str | None, typer.Option(help="What bears this tag of an analyst, or whose article does.")]
Wrong = Annotated[bool, typer.Option("--wrong", help="Facts too that an analyst found wrong.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")]
Save = Annotated[str | None, typer.Option(help="Save the question under this name for `musnad watch`.")]
After = Annotated[str | None, typer.Option(help="Go on behind a page: what its last line says.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON line a find, and a last one about the page.")]
