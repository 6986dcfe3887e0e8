"""musnad: with `--all` whole readings, of which only the times are told here; else no more than times need."""

import sys
from datetime import datetime

from exchange import Found, serve

from musnad.model import Article, Published
from musnad.pipeline import STAGES, calm_collector, draft, start

NEEDED = ("text", "times")


def main() -> None:
    """Load the lexicon and answer."""
    engine = start()
    calm_collector()
    stages = STAGES if "--all" in sys.argv[1:] else [stage for stage in STAGES if stage.name in NEEDED]

    def read(text: str, published: datetime) -> list[Found]:
        work = draft(Article(text, published=Published(published.isoformat(), "metadata", 0.9)))
        for stage in stages:
            stage.run(engine, work)
        return [(each.span.start, each.span.end, each.value) for each in work.times if each.value]

    serve(read)


if __name__ == "__main__":
    main()
