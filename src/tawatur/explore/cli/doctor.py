"""`tawatur doctor`: what is missing on a machine."""

import importlib.util
import sqlite3
import sys

import typer

from tawatur.explore.cli.output import line

EXTRAS = {  # module to the extra that brings it, and what it is for
    "docx": ("docx", "briefings as Word files"),
    "pypdf": ("pdf", "articles in PDF"),
    "trafilatura": ("pages", "a second reader of web pages whose article ours is in doubt about"),
    "warcio": ("warc", "articles in web archives (WARC, WACZ)"),
    "psycopg": ("postgres", "cases in PostgreSQL"),
    "pyarrow": ("parquet", "exports as Parquet"),
    "followthemoney": ("ftm", "exports as FollowTheMoney entities"),
    "distributed": ("dask", "builds on a cluster"),
}

COMPILED = "TAWATUR_COMPILE=1 pip install --no-binary tawatur tawatur"  # see hatch_build.py


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("doctor")(doctor)


def doctor() -> None:
    """Say what this machine has and what is missing, with the command that mends it; no network is used."""
    from tawatur import __version__

    line(("tawatur ", "bold"), __version__, f", Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    faults = 0
    for name, fault in (("full-text search", _search()), ("the knowledge base", _knowledge())):
        line(
            "  ",
            ("missing " if fault else "works   ", "red" if fault else "green"),
            name,
            f": {fault}" if fault else "",
        )
        faults += bool(fault)
    for module, (extra, purpose) in EXTRAS.items():
        if importlib.util.find_spec(module) is None:
            line("  ", ("absent  ", "yellow"), f"{purpose}: pip install 'tawatur[{extra}]'")
        else:
            line("  ", ("works   ", "green"), purpose)
    if compiled():
        line("  ", ("works   ", "green"), "the reading rooms, compiled")
    else:
        line(
            "  ",
            ("absent  ", "yellow"),
            "twice as fast reading: TAWATUR_COMPILE=1 pip install --no-binary tawatur tawatur",
        )
    if faults:
        raise typer.Exit(1)


def compiled() -> bool:
    """Whether this installation reads with compiled rooms (hatch_build.py); the readings are the same either way."""
    found = importlib.util.find_spec("tawatur.reports.reader")
    return found is not None and not (found.origin or "").endswith(".py")


def _search() -> str:
    """Why SQLite cannot search, or nothing."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words, tokenize='trigram')")
    except sqlite3.OperationalError:
        return "this Python's SQLite lacks FTS5 with trigrams; install Python from python.org or your distribution"
    finally:
        connection.close()
    return ""


def _knowledge() -> str:
    """Why the data of the package cannot be read, or nothing."""
    from tawatur.errors import KnowledgeError
    from tawatur.mentions.places.gazetteer import places

    try:
        places()
    except (KnowledgeError, OSError) as error:
        return f"{error}; install tawatur again"
    return ""
