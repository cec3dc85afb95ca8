"""People, organisations and places on the Wojood sample: exact spans, precision, recall, F1 by type.

Wojood's annotation is nested and wider than ours, so its types are mapped: PERS to names of persons (known, or found by
title or given name; the title is no part of a name); ORG to named or institutional bodies, armed groups and outlets;
GPE and LOC together to places and names of countries, inside the name of a body too. NORP, OCC, FAC and the rest are
left out. A nested span counts as one of its own type.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tawatur.arabic.analyse import analyse
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.reader import read_actors
from tawatur.mentions.places.reader import read_places
from tawatur.model.article import Article
from tawatur.model.phrases import ActorPhrase
from tawatur.model.reading import Entity

TYPES = {"PERS": "PERS", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}
DATA = Path(__file__).parents[2] / "shared" / "data" / "wojood-sample"
BODIES = frozenset({"armed", "political", "organisation", "office", "media", "state"})
Mark = tuple[int, int, str]


def sentences(path: Path) -> Iterator[list[tuple[str, list[str]]]]:
    """The sentences of a file: tokens with their tags."""
    current: list[tuple[str, list[str]]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) < 2:
            if current:
                yield current
            current = []
        elif parts[0] != "$#$":
            current.append((parts[0], [tag for tag in parts[1:] if tag != "O"]))


def gold(tokens: list[tuple[str, list[str]]]) -> set[Mark]:
    """The spans of the mapped types, over token numbers."""
    found: set[Mark] = set()
    for kind, ours in TYPES.items():
        open_spans: list[int] = []
        for number, (_, tags) in enumerate([*tokens, ("", [])]):
            inside = sum(tag == f"I-{kind}" for tag in tags)
            while len(open_spans) > inside:
                found.add((open_spans.pop(), number, ours))
            open_spans += [number] * sum(tag == f"B-{kind}" for tag in tags)
    return found


def read(tokens: list[tuple[str, list[str]]]) -> set[Mark]:
    """What the program reads in the same tokens."""
    body = " ".join(token for token, _ in tokens)
    starts, position = [], 0
    for token, _ in tokens:
        starts.append(position)
        position += len(token) + 1
    text = analyse(body)
    places = read_places(text)
    article = Article(id="w", path="w", sha256="", text=body, body=())
    actors = read_actors(text, article, places)
    entities = {entity.id: entity for entity in actors.entities}
    spans = [(p.span, kind) for p in actors.phrases if (kind := mapped(p, entities[p.entity]))]
    spans += [(p.span, "PLACE") for p in places.phrases]
    return {(*_tokens(starts, span.start, span.end), kind) for span, kind in spans}


def mapped(phrase: ActorPhrase, entity: Entity) -> str | None:
    """Wojood's type for an actor phrase, or None where it has none."""
    if (
        phrase.adjective
        or phrase.form in ("nationality", "title")
        or (phrase.colour == "hostile" and phrase.form == "role")
    ):
        return None
    if phrase.klass == "person":
        return "PERS" if phrase.rule in ("known_name", "name_after_title", "given_name", "surname") else None
    if entity.kb and entity.kb in known() and known()[entity.kb].country:
        return "PLACE" if phrase.form == "name" else None  # a country's name is a place, inside a body's name too
    if (
        phrase.klass not in BODIES
        or (phrase.number == "p" and phrase.form == "role")
        or entity.kind in ("group", "person")
    ):
        return None
    return "ORG" if phrase.definite and entity.kind != "place" else None


def _tokens(starts: list[int], start: int, end: int) -> tuple[int, int]:
    first = max(number for number, at in enumerate(starts) if at <= start)
    last = max(number for number, at in enumerate(starts) if at < end)
    return first, last + 1


def main() -> None:
    """Prints the table, and with `--errors` what was missed and wrongly found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="test")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    counts = {kind: [0, 0, 0] for kind in ("PERS", "ORG", "PLACE")}
    for tokens in sentences(DATA / f"{options.part}.txt"):
        wanted, got = gold(tokens), read(tokens)
        for kind, count in counts.items():
            count[0] += len({m for m in wanted & got if m[2] == kind})
            count[1] += len({m for m in got if m[2] == kind})
            count[2] += len({m for m in wanted if m[2] == kind})
        if options.errors and wanted != got:
            _show(tokens, wanted, got)
    counts["all"] = [sum(count[i] for count in counts.values()) for i in range(3)]
    for kind, (right, read_, there) in counts.items():
        precision, recall = right / (read_ or 1), right / (there or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(
            f"{kind:6} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({right} right of {read_} read, {there} there)"
        )


def _show(tokens: list[tuple[str, list[str]]], wanted: set[Mark], got: set[Mark]) -> None:
    for sign, marks in (("-", wanted - got), ("+", got - wanted)):
        for first, last, kind in sorted(marks):
            words = " ".join(token for token, _ in tokens[first:last])
            print(sign, kind, words, " | ", " ".join(token for token, _ in tokens[max(0, first - 4) : last + 4]))


if __name__ == "__main__":
    main()
