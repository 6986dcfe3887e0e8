"""Edits of pages: sentence by sentence, told by the page or not."""

from dataclasses import replace
from pathlib import Path

import pytest

from musnad.model import Article, Published, PublishedCandidate, Retrieval
from musnad.pipeline import default_engine, read
from musnad.query import Collection, Edit
from musnad.store import Writer, pack

OLD = "قال مصدر أمني إن ثلاثة جرحوا في الانفجار.\nونقل الجرحى إلى المستشفى.\n"
NEW = "قال مصدر عسكري إن ثلاثة جرحوا في الانفجار.\nونقل الجرحى إلى المستشفى.\nوفتح تحقيق في الحادث.\n"


def version(text: str, at: str, updated: str | None = None) -> Article:
    told = (PublishedCandidate(updated, "metadata"),) if updated else ()
    published = Published("2021-09-14", "metadata", 1.0, updated=told)
    article = Article(text, url="https://paper.example/a", publisher="صحيفة", published=published)
    return replace(article, retrieval=Retrieval.of(text.encode(), at, article.url))


@pytest.mark.parametrize("updated", [None, "2021-09-14T12:00:00"])
def test_an_edit_is_shown_and_whether_it_is_told(tmp_path: Path, updated: str | None) -> None:
    path = tmp_path / "news.db"
    with Writer(path) as writer:
        for article in (version(NEW, "2021-09-14T12:00:00", updated), version(OLD, "2021-09-14T10:00:00")):
            writer.add(pack(read(article, default_engine())))
    with Collection(path) as collection:
        (change,) = collection.changes()
    assert change.edits == (
        Edit(("قال مصدر أمني إن ثلاثة جرحوا في الانفجار.",), ("قال مصدر عسكري إن ثلاثة جرحوا في الانفجار.",)),
        Edit((), ("وفتح تحقيق في الحادث.",)),
    )
    assert change.told is (updated is not None)
    assert (change.seen_before, change.seen_after) == ("2021-09-14T10:00:00", "2021-09-14T12:00:00")
    assert change.fields == ()
