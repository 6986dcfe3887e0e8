"""`musnad demo`: read the shipped example pages and end with what they tell of one call."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.engine import started
from musnad.ingest import Given, read_bytes
from musnad.pipeline import read
from musnad.render.screen import Screen
from musnad.render.summary import show_summary
from musnad.render.terminal import show

HELP = "Read the shipped example pages: tellings of one invented phone call, copies among them."


def demo(
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Put the pages into a folder instead, to try things with.")
    ] = None,
) -> None:
    """Show the reading of every example page, and then who said what through whom over all of them."""
    folder = resources.files("musnad") / "data" / "examples"
    pages = {p.name: p.read_bytes() for p in sorted(folder.iterdir(), key=str) if p.name.endswith(".html")}
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
        for page, data in pages.items():
            (into / page).write_bytes(data)
        typer.echo(f"{len(pages)} pages in {into}; now try: musnad read {into / 'agency-dispatch.html'}")
        return
    engine = started()
    readings = []
    for page, data in pages.items():
        readings.append(read(read_bytes(data, engine.lexicon, name=page, given=Given(id=page)), engine))
    screen = Screen()
    for reading in readings:
        show(reading, screen)
    show_summary(readings, screen)
    typer.echo("\nNow try one of your own: musnad read FILE --published DATE --publisher NAME")
