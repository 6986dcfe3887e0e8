"""A crawl made here: web archives of pages as large as those of news sites, a few of which are Arabic articles.

Arabic pages carry the texts that are given, the others invented words of other languages. Navigation, scripts and
styles round both fill a page up to its size; they are written here too.
"""

import gzip
import random
from collections.abc import Iterator, Sequence
from html import escape
from itertools import cycle
from pathlib import Path

WORDS = {
    "en": "the council agreed on a plan for old harbour which will take three years and give work to many people",
    "fr": "le conseil a approuvé à l'unanimité un plan pour le vieux port où trois sociétés ont présenté une offre",
    "ru": "совет города одобрил план расширения старого порта который продлится три года и даст работу многим",
    "fa": "شورای شهر برنامه‌ای برای گسترش بندر قدیمی تصویب کرد که سه سال طول می‌کشد و برای بسیاری کار می‌آورد",
}
SEED = 20261126
_SCRIPT = '<script>window.q=window.q||[];q.push({{"k":{0},"v":"{0:x}","w":[{0},{0}]}});</script>\n'
_LINK = '<li class="nav-item menu-item-{0}"><a href="/section/{0}?from=menu">{1}</a></li>\n'
_STYLE = ".c{0}{{margin:{0}px;padding:0 4px;background:url(/img/{0}.png) no-repeat}}\n"


def crawl(folder: Path, texts: Sequence[str], *, pages: int, of: int, size: int) -> Iterator[Path]:
    """Write archives of a thousand pages into a folder: one page in `of` is Arabic, all have some `size` bytes."""
    chance = random.Random(SEED)  # noqa: S311 - the same pages every time
    given = cycle(texts)
    languages = sorted(WORDS)
    for first in range(0, pages, 1000):
        path = folder / f"crawl-{first // 1000:04}.warc.gz"
        with path.open("wb") as file:
            for number in range(first, min(first + 1000, pages)):
                language = "ar" if number % of == 0 else languages[number % len(languages)]
                text = next(given) if language == "ar" else _other(language, number)
                file.write(gzip.compress(record(page(text, language, size, chance), number), 6, mtime=0))
        yield path


def page(text: str, language: str, size: int, chance: random.Random) -> bytes:
    """Return a page that holds a text, with as much round it as makes up a size."""
    title, _, body = text.partition("\n\n")
    paragraphs = "".join(f"<p>{escape(part)}</p>\n" for part in body.split("\n") if part.strip())
    article = f"<main><article><h1>{escape(title)}</h1>\n<div class=body>{paragraphs}</div></article></main>\n"
    left = max(0, size - len(article.encode()))
    head = _filled(_SCRIPT, left // 3, chance) + "<style>" + _filled(_STYLE, left // 6, chance) + "</style>"
    menu = f"<nav><ul>{_filled(_LINK, left // 4, chance, WORDS.get(language, 'news').split()[0])}</ul></nav>"
    foot = f"<footer><ul>{_filled(_LINK, left // 8, chance, 'x')}</ul></footer>{_filled(_SCRIPT, left // 8, chance)}"
    top = f"<head><meta charset=utf-8><title>{escape(title)}</title>{head}</head>"
    return f"<!doctype html><html lang={language}>{top}<body>{menu}{article}{foot}</body></html>".encode()


def _filled(form: str, size: int, chance: random.Random, word: str = "") -> str:
    made = ""
    while len(made) < size:
        made += form.format(chance.randrange(1 << 24), word)
    return made


def _other(language: str, number: int) -> str:
    words = WORDS[language].split()
    turn = number % len(words)
    line = " ".join(words[turn:] + words[:turn])
    return f"{line}\n\n" + "\n".join(f"{line} {number + at}." for at in range(16))


def record(body: bytes, number: int) -> bytes:
    """Return the record of an archive that holds a page."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{number}\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
