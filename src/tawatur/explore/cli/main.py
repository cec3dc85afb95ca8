"""The command `tawatur`: one command a task, one line for an error, JSON Lines for programs."""

import sys

import typer

from tawatur.errors import TawaturError
from tawatur.explore.cli import build, demo, doctor, export, lists, overviews, quality, read, review, serve

app = typer.Typer(
    name="tawatur",
    help="Reads Arabic conflict news: what is reported, through whom, and on how many independent feet it stands.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (demo, read, build, serve, lists, overviews, review, quality, export, doctor):
    room.add_to(app)


def run() -> None:
    """Runs the command line; an error of ours is one line on stderr and exit code 1."""
    try:
        app(standalone_mode=True)
    except TawaturError as error:
        print(f"tawatur: {error}", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except OSError as error:  # a path that the machine refuses: read-only, full, a folder for a file
        what = error.strerror or type(error).__name__
        print(
            f"tawatur: {error.filename or 'a file'}: {what}; check the path, its rights and the disk", file=sys.stderr
        )
        raise SystemExit(1) from None


if __name__ == "__main__":
    run()
