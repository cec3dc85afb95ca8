"""No physical left or right: pages read from both sides."""

import re
from pathlib import Path

import pytest

from tawatur.explore import web

WEB = Path(web.__file__).parent
FILES = sorted([*WEB.glob("static/*.css"), *WEB.glob("templates/*.html")])
PHYSICAL = re.compile(
    r"\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|\btext-align:\s*(?:left|right)\b|\bfloat:"
    r"|[;{]\s*(?:left|right|top|bottom):|[;{]\s*(?:width|height|min-width|max-width):|\balign=|&(?:lrm|rlm);"
)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_physical_direction(path: Path) -> None:
    found = PHYSICAL.findall(path.read_text(encoding="utf-8"))
    assert not found


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    assert not re.search(r"https?://(?!www\.w3\.org)", path.read_text(encoding="utf-8"))
