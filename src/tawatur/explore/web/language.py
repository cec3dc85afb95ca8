"""Which language a page is in: asked for in the address, remembered in a cookie, else what the browser prefers."""

from functools import cache
from typing import Literal

from fastapi import Request

from tawatur.knowledge.files import load_yaml

Language = Literal["ar", "en"]
COOKIE = "tawatur-language"


def language_of(request: Request) -> Language:
    """The language of the page asked for."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in ("ar", "en"):
            return wanted  # type: ignore[return-value]
    return "ar" if request.headers.get("accept-language", "").lower().startswith("ar") else "en"


def words(language: Language) -> dict[str, str]:
    """The app's own words in one language, by name."""
    return _all_words()[language]


@cache
def _all_words() -> dict[str, dict[str, str]]:
    rows = load_yaml("tawatur.explore.web", "words.yml")["words"]
    return {language: {name: row[language] for name, row in rows.items()} for language in ("ar", "en")}
