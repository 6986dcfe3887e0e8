"""Settings: the only place that looks at the environment. Each has a name, a default and a help text."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from musnad.errors import MusnadError

SMALL, NO_MODEL = "small", "none"
"""The shipped model of names, and none."""


def _default_cache() -> Path:
    return Path.home() / ".cache" / "musnad"


def _count(name: str, text: str) -> int:
    if not text.isdecimal():
        message = f"MUSNAD_{name.upper()} must be a whole number of bytes, not {text!r}"
        raise MusnadError(message)
    return int(text)


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside; environment variables are `MUSNAD_` and the name in capitals."""

    cache_dir: Path | None = field(
        default_factory=_default_cache,
        metadata={"help": "Folder for compiled data; empty means no cache."},
    )
    knowledge: tuple[Path, ...] = field(
        default=(),
        metadata={"help": "Folders with data files of your own, separated by the path separator."},
    )
    allowed_hosts: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Hosts that --fetch may reach although their addresses are not public, separated by commas."},
    )
    names_model: str = field(
        default=NO_MODEL,
        metadata={
            "help": "Second opinion on names beside the rules: none, small (the shipped model of people's names), or "
            "the folder of a Hugging Face token-classification model (needs musnad[hf])."
        },
    )
    token: str | None = field(
        default=None,
        metadata={
            "help": "What `musnad serve` asks of whoever corrects, tags or notes; without one nothing is written."
        },
    )
    max_bytes: int = field(
        default=20_000_000,
        metadata={"help": "Largest single input in bytes; a larger one is rejected as too-large."},
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings of a process. `environment` defaults to that of the process itself.

        Raises `MusnadError` where a number is none.

        >>> Settings.from_environment({"MUSNAD_MAX_BYTES": "1000", "MUSNAD_CACHE_DIR": ""}).max_bytes
        1000
        """
        values = dict(os.environ if environment is None else environment)  # noqa: TID251 - the one place that may
        found: dict[str, object] = {}
        for spec in fields(cls):
            text = values.get(f"MUSNAD_{spec.name.upper()}")
            if text is None:
                continue
            if spec.name == "cache_dir":
                found["cache_dir"] = Path(text) if text else None
            elif spec.name == "knowledge":
                found["knowledge"] = tuple(Path(part) for part in text.split(os.pathsep) if part)
            elif spec.name == "allowed_hosts":
                found["allowed_hosts"] = tuple(host for part in text.split(",") if (host := part.strip()))
            elif spec.name == "token":
                found["token"] = text or None
            elif spec.name == "names_model":
                found["names_model"] = text or NO_MODEL
            else:
                found["max_bytes"] = _count(spec.name, text)
        return cls(**found)  # type: ignore[arg-type]
