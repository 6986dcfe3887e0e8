"""Where inputs and results lie: a folder of this machine, a mounted one, or whatever fsspec reaches.

A file appears under its name whole or not at all: it is renamed on a disk, and an object store shows no part of one.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import fsspec
from fsspec.core import split_protocol, url_to_fs
from fsspec.implementations.local import LocalFileSystem

from musnad.errors import PlaceError

OBJECT_STORES = ("s3", "gs", "abfs")
"""Protocols that are reached through obstore where it is installed; it takes what the environment says of them."""
_HIDDEN = (".", "_")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that lies at an address: its size and what changes when it is written anew (a tag, a time)."""

    address: str
    size: int
    tag: str


def file_system(address: str) -> tuple[Any, str]:
    """Return the file system of an address and the path in it. Raises `PlaceError` where there is none."""
    protocol, _ = split_protocol(address)
    try:
        if protocol in OBJECT_STORES:
            _register(protocol)
        files, path = url_to_fs(address if protocol else str(Path(address).absolute()))
    except (ImportError, ValueError) as error:
        message = f"{address}: {error}"
        raise PlaceError(message) from error
    return files, path


def _register(protocol: str) -> None:
    with suppress(ImportError):
        from obstore.fsspec import register  # noqa: PLC0415 - one way among several to reach a store

        register(protocol)


def listed(address: str) -> list[Found]:
    """Return the files of an address in the order of their paths: itself, those below it, or those that fit a pattern.

    Raises `PlaceError` where there is none. Names that begin with a dot or an underscore are passed over.
    """
    files, path = file_system(address)
    try:
        if fsspec.core.has_magic(path):
            found = files.glob(path, detail=True)
        elif files.isdir(path):
            found = files.find(path, detail=True)
        else:
            return [_found(files, path, files.info(path))]
    except Exception as error:  # the stores behind fsspec raise errors of every kind
        message = f"{address}: {getattr(error, 'strerror', None) or error}"
        raise PlaceError(message) from error
    base = path.rstrip("/")
    kept = [name for name, told in found.items() if told["type"] == "file" and not _is_hidden(name, base)]
    if not kept:
        message = f"{address}: no file there"
        raise PlaceError(message)
    return [_found(files, name, found[name]) for name in sorted(kept)]


def _is_hidden(name: str, base: str) -> bool:
    parts = name.removeprefix(base).split("/") if name.startswith(base) else [name.rpartition("/")[2]]
    return any(part.startswith(_HIDDEN) for part in parts)


def _found(files: Any, path: str, told: dict[str, Any]) -> Found:  # noqa: ANN401 - a file system of fsspec
    if isinstance(files, LocalFileSystem):
        return Found(path, told["size"], str(Path(path).stat().st_mtime_ns))
    tag = next((told[name] for name in ("e_tag", "ETag", "etag", "mtime", "last_modified") if told.get(name)), "")
    return Found(files.unstrip_protocol(path), told["size"], str(tag))


@contextmanager
def at_hand(address: str) -> Iterator[Path]:
    """Give the path of a file on a disk of this machine: where it lies, or a copy as long as it is needed.

    A file from elsewhere is copied before it is read, so that a broken line is an error and never a file cut short.
    """
    files, path = file_system(address)
    if isinstance(files, LocalFileSystem):
        yield Path(path)
        return
    with TemporaryDirectory(prefix="musnad-") as folder:
        copy = Path(folder, path.rpartition("/")[2])
        files.get_file(path, str(copy))
        yield copy


def opened(address: str) -> IO[bytes]:
    """Open a file to be read from any place in it."""
    files, path = file_system(address)
    return files.open(path, "rb")  # type: ignore[no-any-return]


class Store:
    """A folder of results, on a disk or elsewhere. Names within it are paths with slashes."""

    def __init__(self, address: str) -> None:
        """Open the folder; it is made when something is put there."""
        self.address = address
        self._files, self._base = file_system(address)
        self.is_local = isinstance(self._files, LocalFileSystem)

    def path(self, name: str) -> str:
        """Return the address of a name."""
        return f"{self._base.rstrip('/')}/{name}"

    def make(self) -> None:
        """Make the folder where it lies on a disk. Raises `PlaceError` where that is not possible."""
        if self.is_local:
            try:
                Path(self._base).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                message = f"{self.address}: {error.strerror or error}"
                raise PlaceError(message) from error

    def names(self, folder: str, ending: str) -> list[str]:
        """Return the names in a folder of results, sorted; none where there is no such folder."""
        try:
            self._files.invalidate_cache()
            found = self._files.ls(self.path(folder), detail=False)
        except FileNotFoundError:
            return []
        names = (str(path).rpartition("/")[2] for path in found)
        return sorted(f"{folder}/{name}" for name in names if name.endswith(ending) and not name.startswith(_HIDDEN))

    def read(self, name: str) -> bytes:
        """Return the bytes of a file. Raises `OSError`."""
        data: bytes = self._files.cat_file(self.path(name))
        return data

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file of results, to be read from any place in it. Raises `OSError`."""
        with self._files.open(self.path(name), "rb") as file:
            yield file

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give an empty folder for files that are to be published, on the disk of the results where that is one."""
        if not self.is_local:
            with TemporaryDirectory(prefix="musnad-") as folder:
                yield Path(folder)
            return
        home = Path(self._base, ".scratch")
        home.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
            yield Path(folder)

    def publish(self, file: Path, name: str) -> None:
        """Put a finished file of a scratch folder under its name, in the place of an older one."""
        target = self.path(name)
        if self.is_local:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            with file.open("rb") as written:
                os.fsync(written.fileno())
            file.replace(target)
        elif split_protocol(self.address)[0] in OBJECT_STORES:
            self._files.put_file(str(file), target)
        else:
            self._files.makedirs(target.rpartition("/")[0], exist_ok=True)
            waiting = f"{target}.{file.parent.name}"
            self._files.put_file(str(file), waiting)
            self._files.mv(waiting, target)

    def sweep(self) -> None:
        """Remove what killed workers left behind; nobody else may be writing here."""
        if self.is_local:
            shutil.rmtree(Path(self._base, ".scratch"), ignore_errors=True)

    def remove(self, folder: str) -> None:
        """Remove a folder of results with all that is in it."""
        with suppress(FileNotFoundError):
            self._files.rm(self.path(folder), recursive=True)
