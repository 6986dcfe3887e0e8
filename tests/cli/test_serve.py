"""`musnad serve` says in plain words why it cannot listen; that it answers is tried in a bare environment."""

import socket
from pathlib import Path

from typer.testing import CliRunner

from musnad.cli.app import app


def test_an_address_that_is_taken_ends_the_command(tmp_path: Path) -> None:
    (tmp_path / "news.db").touch()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = CliRunner().invoke(app, ["serve", str(tmp_path / "news.db"), "--port", str(port)])
    assert ended.exit_code == 2
    assert f"cannot listen on 127.0.0.1, port {port}" in ended.output
