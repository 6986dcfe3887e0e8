"""The application: pages, API and assets behind the guard, and one way of saying that something did not work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from musnad.errors import BusyError, MusnadError
from musnad.pipeline import Engine
from musnad.store import StoreError, UnknownIdError
from musnad.web import api, pages
from musnad.web.answers import page
from musnad.web.desk import Desk
from musnad.web.guard import Guard
from musnad.web.problems import problem
from musnad.web.site import Site
from musnad.web.ui import ui_of

_API = "/api/"
_TITLE = "musnad"
_ABOUT = "A collection of Arabic news in which every fact keeps its isnad: who said it, and through whom it reached us."


class _Assets(StaticFiles):
    """Files of the package; their addresses change with them, so that browsers may keep them for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def application(site: Site, engine: Engine) -> Guard:
    """Return what serves a site, behind its guard. Raises `StoreError` where its database cannot be read."""
    desk = Desk.of(site, engine)
    with desk.pool.collection():
        pass  # a wrong file is told now, not at the first request

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = site.threads
        for name in desk.templates.list_templates():
            desk.templates.get_template(name)  # else the first reader of every page waits for it
        yield

    app = FastAPI(
        title=_TITLE,
        description=_ABOUT,
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    for part in (*pages.routers(desk), *api.routers(desk)):
        app.include_router(part)
    app.mount("/static", _Assets(directory=str(resources.files("musnad.web") / "static")))
    _say_what_went_wrong(app, desk)
    return Guard(app, site)


def _say_what_went_wrong(app: FastAPI, desk: Desk) -> None:
    def answer(request: Request, status: int, detail: str) -> Response:
        if request.url.path.startswith(_API):
            return problem(status, detail)
        return page(request, ui_of(request, desk), "error.html", status=status, code=status, detail=detail)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        response = answer(request, error.status_code, str(error.detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:])
        return answer(request, 422, f"{place}: {first['msg']}")

    @app.exception_handler(Exception)
    def _defect(request: Request, _: Exception) -> Response:
        return answer(request, 500, "a defect of musnad; the log of the server tells more")

    @app.exception_handler(UnknownIdError)
    def _unknown(request: Request, error: UnknownIdError) -> Response:
        return answer(request, 404, _without_path(str(error), desk.site))

    @app.exception_handler(StoreError)
    def _store(request: Request, error: StoreError) -> Response:
        return answer(request, _status(error), _without_path(str(error), desk.site))

    @app.exception_handler(MusnadError)
    def _wrong(request: Request, error: MusnadError) -> Response:
        return answer(request, 422, _without_path(str(error), desk.site))


def _status(error: StoreError) -> int:
    """Return the status of an error of the database: that of its cause, else the question is wrong."""
    name = str(getattr(error.__cause__, "sqlite_errorname", ""))
    for cause, status in (("SQLITE_INTERRUPT", 503), ("SQLITE_BUSY", 409), ("SQLITE", 500)):
        if name.startswith(cause):
            return status
    return 503 if isinstance(error, BusyError) else 422


def _without_path(message: str, site: Site) -> str:
    """Return a message without where the database lies: that is nobody's business outside."""
    return message.replace(f"{site.db}: ", "").replace(str(site.db), site.db.name)
