"""The version of the rules: a digest of all code and data that decide what a reading says."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tawatur.model.article import Article

ROOMS = ("arabic", "articles", "chains", "knowledge", "mentions", "model", "reports", "pipeline.py")
_ENDINGS = (".py", ".yml", ".csv", ".gz", ".model", ".crfsuite", ".bin", ".json")


@cache
def rules_version() -> str:
    """Twelve hex digits that change when any rule, lexicon or model of the reading changes."""
    digest = hashlib.blake2b(digest_size=6)
    root = files("tawatur")
    for room in ROOMS:
        for name, content in _contents(root.joinpath(room), room):
            digest.update(name.encode() + b"\0" + hashlib.blake2b(content, digest_size=16).digest())
    return digest.hexdigest()


@cache
def joining_version() -> str:
    """Twelve hex digits that change when anything changes that decides how readings are joined."""
    digest = hashlib.blake2b(rules_version().encode(), digest_size=6)
    root = files("tawatur")
    for room in ("events", "casefile/judgements", "building/cutting.py", "building/joining.py"):
        for name, content in _contents(root.joinpath(room), room):
            digest.update(name.encode() + b"\0" + hashlib.blake2b(content, digest_size=16).digest())
    return digest.hexdigest()


def stamp(article: Article) -> str:
    """The version of rules and metadata that decide an article's reading, and of the program that found its text."""
    by = article.found_by.reader if article.found_by else ""
    known = "\0".join(value or "" for value in (article.published, article.outlet, article.title, article.url, by))
    return f"{rules_version()}-{hashlib.blake2b(known.encode(), digest_size=4).hexdigest()}"


def _contents(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(name, place.read_bytes())] if name.endswith(_ENDINGS) and "/examples" not in name else []
    inside = sorted(place.iterdir(), key=lambda child: child.name)
    return [row for child in inside if child.name != "__pycache__" for row in _contents(child, f"{name}/{child.name}")]
