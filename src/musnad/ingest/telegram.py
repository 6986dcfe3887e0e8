"""The JSON export of Telegram Desktop: every message of a channel or chat with text is one article.

The chat is the publisher. A forwarded message bears the name of where it came from as its byline, as a page bears the
credit of an agency: it is no reporting of the chat's own.
"""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from musnad.errors import InputError
from musnad.ingest.decode import clean
from musnad.ingest.language import require_arabic
from musnad.ingest.records import STATED
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.ingest.title import title_span
from musnad.model import Article, Published, PublishedCandidate, Rejection

EXTRACTOR = "telegram/1"
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_CHAT = re.compile(rb'"type"\s*:\s*"(?:public|private|personal|saved|bot)[a-z_]*"')
_ACCOUNT = re.compile(rb'"(?:personal_information|chats|left_chats)"\s*:')
_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_ABOUT = re.compile(r'"(?P<key>name|type|id)"\s*:\s*(?P<value>"(?:[^"\\]|\\.)*"|-?\d+)')
_FILLER = re.compile(r"[\s,]*")
_CHUNK = 1 << 20  # bytes; doubled while a message does not fit
_ABOUT_SIZE = 1 << 16  # characters before the messages of a chat in which it says what it is
_ADDRESSED = ("channel", "supergroup")  # kinds of chats whose messages have an address
_END = object()
_LONGEST_OFFSET = timedelta(hours=15)  # between a local clock and UTC


@dataclass(frozen=True, slots=True)
class _Chat:
    """What an export says of a chat before its messages."""

    name: str | None
    kind: str
    id: str

    @classmethod
    def of(cls, text: str) -> "_Chat":
        try:
            about = {found["key"]: json.loads(found["value"]) for found in _ABOUT.finditer(text)}
        except ValueError as error:
            raise InputError("json", f"what is said of a chat: {error}") from error
        name = about.get("name")
        return cls(
            clean(name).strip() or None if isinstance(name, str) else None,
            str(about.get("type", "")),
            str(about.get("id", "")),
        )


def is_telegram(head: bytes) -> bool:
    """Say whether the first bytes of an input are those of an export."""
    if not _OBJECT.match(head):
        return False
    is_chat = b'"messages"' in head and _CHAT.search(head) is not None
    return is_chat or (b'"about"' in head and _ACCOUNT.search(head) is not None)


def telegram(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every message, in the order of the export.

    Notices of the service (a pinned message, a new picture) are no messages.
    """
    count = 0
    try:
        for chat, message in _messages(stream, source.max_bytes):
            count += 1
            if not isinstance(message, dict) or message.get("type", "message") != "message":
                continue
            label = f"{chat.id or source.label}/{message.get('id')}"
            try:
                yield _article(message, chat, label, source)
            except InputError as error:
                yield Rejection(clean(label), error.reason, error.detail)
    except InputError as error:
        yield Rejection(source.label, error.reason, f"behind {count} messages: {error.detail}")
        return
    if not count:
        yield Rejection(source.label, "empty", "an export without a single message")


def _messages(stream: Stream, limit: int) -> Iterator[tuple[_Chat, Any]]:
    """Yield the messages one at a time with their chat, without holding the whole export.

    Raises `InputError` where the export ends early, breaks the rules of JSON, or holds a message that is too large.
    """
    text = _Text(stream, limit)
    while (found := text.find(_MESSAGES)) is not None:
        chat = _Chat.of(found)
        while (message := text.value()) is not _END:
            yield chat, message


class _Text:
    """The part of an export that is being read."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._bytes = getincrementaldecoder("utf-8")("replace")
        self._text, self._at = "", 0
        self._decoder = json.JSONDecoder()

    def find(self, pattern: re.Pattern[str]) -> str | None:
        """Go behind the next match and return what stands before it, its last part at least; None at the end."""
        while (found := pattern.search(self._text, self._at)) is None:
            self._at = max(self._at, len(self._text) - _ABOUT_SIZE)
            if not self._fill(_CHUNK):
                return None
        before, self._at = self._text[self._at : found.start()], found.end()
        return before

    def value(self) -> Any:  # noqa: ANN401 - any JSON value, or the mark of the end
        """Return the next value of an array and go behind it."""
        size = _CHUNK
        while True:
            filler = _FILLER.match(self._text, self._at)
            start = self._at = filler.end() if filler else self._at
            if self._text.startswith("]", start):
                self._at += 1
                return _END
            try:
                value, self._at = self._decoder.raw_decode(self._text, start)
            except RecursionError as error:
                raise InputError("json", "nested too deeply") from error
            except ValueError as error:  # it may go on in what was not read yet
                if len(self._text) - start > self._limit:
                    raise InputError("too-large", f"no message within {self._limit} bytes: {error}") from error
                if not self._fill(size):
                    damage = self._stream.damage() or f"the export ends early or breaks off: {error}"
                    raise InputError("truncated", damage) from error
                size *= 2
            else:
                return value

    def _fill(self, size: int) -> bool:
        data = self._stream.read(size)
        if not data:
            return False
        self._text = self._text[self._at :] + self._bytes.decode(data)
        self._at = 0
        return True


def _article(message: Mapping[str, Any], chat: _Chat, label: str, source: Source) -> Article:
    text = clean(_text(message.get("text") or message.get("text_entities")))
    if not text.strip():
        held = next((key for key in ("media_type", "photo", "file", "poll") if message.get(key)), "nothing")
        raise InputError("empty", f"a message without text: {held}")
    if len(text.encode()) > source.max_bytes:
        raise InputError("too-large", f"more than {source.max_bytes} bytes")
    require_arabic(text)
    number = message.get("id")
    has_address = chat.kind.endswith(_ADDRESSED) and chat.id and isinstance(number, int)
    url = f"https://t.me/c/{chat.id}/{number}" if has_address else None
    own = chat.name if chat.kind.endswith(("channel", "group", "supergroup")) else None
    known = source.known(id=clean(label), url=url, publisher=own or _string(message, "from"))
    return Article(
        text,
        title_span(text),
        id=known.id,
        url=known.url,
        publisher=known.publisher,
        byline=_string(message, "forwarded_from") or _string(message, "author"),
        published=known.day(_published(message)),
        extractor=EXTRACTOR,
        own_id=known.id,
    )


def _text(value: object) -> str:
    """Return the text of a message, which is a string or a list of strings and marked-up pieces."""
    waiting, parts = [value], []
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, list):
            waiting += reversed(part)
        elif isinstance(part, Mapping):
            waiting.append(part.get("text"))
    return "".join(parts)


def _published(message: Mapping[str, Any]) -> Published:
    """Return when a message was sent, by the clock of the exporter and with its zone where the export has both."""
    written, moment = _string(message, "date"), message.get("date_unixtime")
    try:
        local = datetime.fromisoformat(written) if written else None
        sent = datetime.fromtimestamp(int(moment), UTC) if isinstance(moment, str | int) else None
    except (ValueError, OverflowError, OSError):
        local = sent = None
    if local is None:
        if sent is not None:
            return Published(sent.isoformat(), "metadata", STATED, reason="field date_unixtime")
        return Published(candidates=(PublishedCandidate(written, "metadata", "no ISO date"),) if written else ())
    if sent is not None and local.tzinfo is None:
        offset = local - sent.replace(tzinfo=None)
        if abs(offset) < _LONGEST_OFFSET:
            local = local.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))
    return Published(local.isoformat(), "metadata", STATED, reason="field date")


def _string(message: Mapping[str, Any], name: str) -> str | None:
    value = message.get(name)
    return clean(value).strip() or None if isinstance(value, str) else None
