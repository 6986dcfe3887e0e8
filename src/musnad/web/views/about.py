"""The contexts of the pages about the pages: licences and API."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vendored:
    """An asset of others: its version, the package it comes from, its licence, the notice of it, its files."""

    name: str
    version: str
    source: str
    licence: str
    notice: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API: method, path, what it does, names of its parameters."""

    method: str
    path: str
    summary: str
    parameters: tuple[str, ...]
