"""`musnad serve`: pages and an API over a collection, on this machine unless told otherwise."""

import socket
from pathlib import Path
from typing import Annotated, Any

import typer

from musnad.cli.engine import started
from musnad.cli.options import Db, Knowledge
from musnad.errors import MusnadError

HELP = (
    "Serve a collection as pages and an API: search, articles with their evidence, chains, people; all of it offline."
)
INSTALL = "pip install 'musnad[serve]'"
_LOCAL = ("127.0.0.1", "::1", "localhost")


def serve(  # noqa: PLR0913, PLR0917 - one parameter an option
    db: Db,
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine reaches the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(help="Name under which requests are answered too, such as that of a proxy; may be given again."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="File with the token that whoever corrects must know."),
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="A proxy in front speaks HTTPS.")] = False,  # noqa: FBT002 - a flag
    knowledge: Knowledge = None,
) -> None:
    """Serve until interrupted. Exit 2 where the database cannot be read or the address is taken."""
    uvicorn, web = _libraries()
    engine = started(knowledge)
    token = token_file.read_text("utf-8").strip() if token_file is not None else engine.settings.token
    if token_file is not None and not token:
        message = f"{token_file} holds no token"
        raise typer.BadParameter(message)
    named = (f"[{host}]" if ":" in host else host,) if host not in {"0.0.0.0", "::"} else ()  # noqa: S104 - not bound, compared
    names = tuple(dict.fromkeys((*web.LOOPBACK, *named, *(name.lower() for name in allow_host or ()))))
    site = web.Site(db, hosts=names, token=token or None, is_secure=https)
    listener = _listening(host, port)
    app = web.application(site, engine)
    if host not in _LOCAL:
        typer.echo("listening beyond this machine: everybody who reaches it can read the collection", err=True)
    typer.echo(f"http://{named[0] if named else 'localhost'}:{listener.getsockname()[1]}/  (Ctrl-C ends)", err=True)
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=32_768,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket at the address. Raises `MusnadError` where it is taken or none of this machine."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # who asks before the server is up waits for it
    except OSError as error:
        listener.close()
        message = f"cannot listen on {host}, port {port}: {error.strerror or error}"
        raise MusnadError(message) from error
    return listener


def _libraries() -> tuple[Any, Any]:
    """Return what serves, imported now: nobody else waits for it. Raises `MusnadError` where it is missing."""
    try:
        import uvicorn  # noqa: PLC0415 - optional, and heavy

        from musnad.web import served  # noqa: PLC0415 - optional, and heavy
    except ImportError as error:
        message = f"pages need {error.name}: {INSTALL}"
        raise MusnadError(message) from error
    return uvicorn, served
