"""Paste or upload an article and see it read; nothing of it is stored."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from musnad.errors import InputError
from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.reading import read_now
from musnad.web.ui import ui_of
from musnad.web.views.article import view

_LONGEST = 300  # characters of a name


def router(desk: Desk) -> APIRouter:
    """Return the pages."""
    found = APIRouter(include_in_schema=False)

    @found.get("/read")
    def _form(request: Request) -> Response:
        return page(request, ui_of(request, desk, "read"), "paste.html", problem=None, text="")

    @found.post("/read")
    def _read(
        request: Request,
        text: Annotated[str, Form()] = "",
        published: Annotated[str, Form(max_length=40)] = "",
        publisher: Annotated[str, Form(max_length=_LONGEST)] = "",
        file: UploadFile | None = None,
    ) -> Response:
        ui = ui_of(request, desk, "read")
        sent = file.file.read() if file is not None and file.size else b""
        try:
            day = date.fromisoformat(published).isoformat() if published else None
            reading = read_now(desk, sent or text, day, publisher)
        except InputError as error:
            return page(request, ui, "paste.html", status=422, problem=error.reason, text=text)
        except ValueError:
            return page(request, ui, "paste.html", status=422, problem=published, text=text)
        return page(request, ui, "article.html", view=view(reading))

    return found
