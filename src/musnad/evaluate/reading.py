"""Read annotated articles the way users' records are read: through ingest and all stages."""

import json

from musnad.errors import GoldError
from musnad.evaluate.gold import GoldArticle
from musnad.evaluate.views import View, view_of_reading
from musnad.ingest import Given, records
from musnad.model import Rejection
from musnad.pipeline import Engine, read


def read_gold(gold: GoldArticle, engine: Engine) -> View:
    """Return what the program reads in an annotated article; nothing where it rejects the article.

    Raises `GoldError` where ingest changes the text, since then no span of the annotation would hold.
    """
    line = json.dumps(dict(gold.source), ensure_ascii=False).encode()
    (article,) = records([line], engine.lexicon, given=Given(), max_bytes=engine.settings.max_bytes)
    if isinstance(article, Rejection):
        return View()
    if article.text != gold.text:
        message = f"{gold.id}: ingest changed the text, so that its annotations hold no longer"
        raise GoldError(message)
    return view_of_reading(read(article, engine))
