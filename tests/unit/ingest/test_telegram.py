"""Exports of Telegram: every message with text is an article of its channel."""

import json
from pathlib import Path

import pytest
from designs import BODY, TITLE
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.ingest.inputs import articles
from musnad.model import Article, Rejection
from musnad.pipeline import default_engine

NEWS = BODY[0]


def message(number: int = 1, **more: object) -> dict[str, object]:
    sent = {"date": "2023-10-17T21:40:00", "date_unixtime": "1697568000", "from": "قناة المرفأ", "from_id": "channel77"}
    return {"id": number, "type": "message", **sent, "text": NEWS, "text_entities": [], **more}


def channel(*messages: object, **about: object) -> dict[str, object]:
    return {"name": "قناة المرفأ", "type": "public_channel", "id": 77, **about, "messages": list(messages)}


def found_in(folder: Path, value: object, *, name: str = "result.json", **limits: int) -> list[Article | Rejection]:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, indent=1).encode()
    (folder / name).write_bytes(data)
    return list(articles(str(folder / name), default_engine().lexicon, **limits))  # type: ignore[arg-type]


def only(folder: Path, value: object) -> Article:
    (found,) = found_in(folder, value)
    assert isinstance(found, Article)
    return found


def short(items: list[Article | Rejection]) -> list[str]:
    return [item.reason if isinstance(item, Rejection) else str(item.id) for item in items]


def test_a_message_is_an_article_of_its_channel(tmp_path: Path) -> None:
    article = only(tmp_path, channel(message(5)))
    assert (article.text, article.id, article.url) == (NEWS, "77/5", "https://t.me/c/77/5")
    assert (article.publisher, article.byline) == ("قناة المرفأ", None)
    assert article.published.value == "2023-10-17T21:40:00+03:00"  # the local clock and the moment give the zone


def test_marked_up_pieces_are_put_together(tmp_path: Path) -> None:
    pieces = [
        {"type": "bold", "text": TITLE}, "\n\n", {"type": "hashtag", "text": "#الميناء"}, " ", [NEWS, ["!"]],
        None, 7, {"type": "custom_emoji", "document_id": "x"}, {"type": "link", "text": {"text": " انتهى"}},
    ]  # fmt: skip
    article = only(tmp_path, channel(message(text=pieces)))
    assert article.text == f"{TITLE}\n\n#الميناء {NEWS}! انتهى"
    assert article.title == TITLE
    assert only(tmp_path, channel(message(text="", text_entities=[{"text": NEWS}]))).text == NEWS


def test_a_forwarded_message_is_credited_to_where_it_came_from(tmp_path: Path) -> None:
    article = only(tmp_path, channel(message(forwarded_from="وكالة أنباء المدار", author="س")))
    assert (article.publisher, article.byline) == ("قناة المرفأ", "وكالة أنباء المدار")


def test_a_chat_whose_name_breaks_the_rules_of_json_is_a_rejection(tmp_path: Path) -> None:
    data = json.dumps(channel(message()), ensure_ascii=False).replace("قناة المرفأ", r"قناة \q", 1).encode()
    assert short(found_in(tmp_path, b"{\n" + data[1:])) == ["json"]


def test_a_private_chat_has_no_addresses_and_its_writers_are_the_publishers(tmp_path: Path) -> None:
    article = only(tmp_path, channel(message(**{"from": "ليلى"}), type="personal_chat", name="سامي"))
    assert (article.url, article.publisher) == (None, "ليلى")


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({"date_unixtime": None}, "2023-10-17T21:40:00"),
        ({"date": None}, "2023-10-17T18:40:00+00:00"),
        ({"date": "2023-10-17T21:40:00", "date_unixtime": "9" * 30}, None),
        ({"date": "2020-01-01T00:00:00"}, "2020-01-01T00:00:00"),
        ({"date": "gestern"}, None),
        ({"date": None, "date_unixtime": None}, None),
    ],
)
def test_days_of_messages(tmp_path: Path, more: dict[str, object], value: str | None) -> None:
    assert only(tmp_path, channel(message(**more))).published.value == value


def test_messages_without_news_are_counted(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        channel(
            {"id": 1, "type": "service", "action": "pin_message", "text": ""},
            message(2, text="", photo="a.jpg"),
            message(3, text="The council agreed on a plan."),
            message(4, text=7),
            "odd",
            message(6),
        ),
    )
    assert short(found) == ["empty", "not-arabic", "empty", "77/6"]
    assert [item.id for item in found] == ["77/2", "77/3", "77/4", "77/6"]


def test_an_export_of_several_chats(tmp_path: Path) -> None:
    chats = {"about": "x", "chats": {"about": "y", "list": [channel(message(1)), channel(message(2), name="ب", id=8)]}}
    first, second = found_in(tmp_path, chats)
    assert (first.id, second.id) == ("77/1", "8/2")
    assert isinstance(second, Article)
    assert second.publisher == "ب"


@pytest.mark.parametrize("indent", [None, 1])
def test_exports_are_known_by_what_they_hold(tmp_path: Path, indent: int | None) -> None:
    data = json.dumps(channel(message(1), message(2)), indent=indent).encode()
    assert short(found_in(tmp_path, data, name="export.json")) == ["77/1", "77/2"]


def test_an_export_that_is_cut_says_so(tmp_path: Path) -> None:
    data = json.dumps(channel(message(1), message(2), message(3)), ensure_ascii=False, indent=1).encode()
    assert short(found_in(tmp_path, data[:-200])) == ["77/1", "77/2", "truncated"]
    assert short(found_in(tmp_path, channel())) == ["empty"]


def test_odd_exports(tmp_path: Path) -> None:
    head = json.dumps(channel(message(1)), ensure_ascii=False, indent=1).encode().rpartition(b"]")[0]
    assert short(found_in(tmp_path, head + b"," + b"[" * 100_000)) == ["77/1", "json"]
    large = found_in(tmp_path, channel(message(1), message(2, text=NEWS * 40_000), message(3)), max_bytes=2_000_000)
    assert short(large) == ["77/1", "too-large"]
    account = {"about": "", "personal_information": {}, "contacts": {"list": [{"name": "س"}] * 200_000}}
    account["chats"] = {"list": [channel(message(1))]}
    assert short(found_in(tmp_path, account, max_bytes=100_000)) == ["77/1"]
    surrogate = json.dumps(channel(message(text=NEWS + "\ud83d"))).encode()
    assert only(tmp_path, surrogate).text == NEWS + "\ufffd"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "type", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
fields = st.sampled_from(
    ["id", "type", "date", "date_unixtime", "from", "forwarded_from", "author", "text", "text_entities"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.dictionaries(fields, values, max_size=4), max_size=4))
def test_any_fields(tmp_path_factory: pytest.TempPathFactory, odd: list[dict[str, object]]) -> None:
    messages = [{**message(n), **more} for n, more in enumerate(odd)]
    found = found_in(tmp_path_factory.getbasetemp(), channel(*messages, message(99)))
    assert found[-1].id == "77/99"
    assert not any(isinstance(item, Rejection) and item.reason == "internal" for item in found)
