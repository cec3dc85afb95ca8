"""`python -m tawatur` is `tawatur`."""

from tawatur.explore.cli.main import run

run()
