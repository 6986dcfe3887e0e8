"""The command line: parse, call, format. Every command is one file."""

from musnad.cli.app import main

__all__ = ["main"]
