"""What is known of each place: its names, kind, parent and coordinates. The door of place knowledge for other rooms.

Three sources, told apart in the files' headers: our own lists (quarters, villages, fronts, regions), governorates, and
a table made from GeoNames. An entry of ours that names a place of the table takes its coordinates and GeoNames id from
there. A kb id opens with the country ("sy-aleppo"); after a "+" it names a part of that place ("sy-aleppo+north").
"""

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_csv
from tawatur.mentions.places.parts import part_name

PACKAGE = "tawatur.knowledge.places"
OWN = (
    "cities.csv",
    "syria.csv",
    "iraq.csv",
    "yemen.csv",
    "libya.csv",
    "levant.csv",
    "sudan.csv",
    "turkey.csv",
    "gulf.csv",
    "africa.csv",
    "asia.csv",
    "regions.csv",
)
KINDS = frozenset(
    (
        "airport",
        "base",
        "camp",
        "capital",
        "city",
        "continent",
        "country",
        "countryside",
        "crossing",
        "dam",
        "district",
        "front",
        "governorate",
        "island",
        "mountain",
        "part",
        "plain",
        "quarter",
        "region",
        "river",
        "road",
        "sea",
        "site",
        "town",
        "valley",
        "village",
    )
)
WARS = frozenset(("sy", "iq", "ye", "ly", "ps", "lb", "sd"))
WATCHED = WARS | frozenset(
    (
        "ae",
        "af",
        "bh",
        "dz",
        "eg",
        "il",
        "ir",
        "jo",
        "kw",
        "ma",
        "mr",
        "om",
        "qa",
        "sa",
        "tn",
        "tr",
        "ua",
    )
)
POPULATED = frozenset(("capital", "city", "town", "village"))
LARGE_CITY = 300_000  # inhabitants from which a city needs no neighbours
LARGE = frozenset(("continent", "country", "region", "governorate", "sea", "river"))


class PlaceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One known place. `alone` says what a bare name needs to be read as it: nothing, context, or a head word."""

    kb: str
    name: dict[str, str]
    kind: str
    parent: str | None
    names: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None
    population: int = 0
    alone: str = "context"  # sure | context | head

    @property
    def country(self) -> str:
        """The kb id of its country; empty for what lies in several."""
        return _country(self.kb)

    @property
    def locality(self) -> bool:
        """Whether it is a town, quarter, base or the like, not a country or large region."""
        return self.kind not in LARGE


@lru_cache(maxsize=50_000)
def _country(kb: str) -> str:
    return "" if kb.startswith("x-") else kb.partition("+")[0].partition("-")[0]


def slug(name: str) -> str:
    """An English name as an id: Latin letters and hyphens only."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", flat.replace("'", "").replace("`", "")).strip("-")


def place(kb: str) -> PlaceRecord:
    """The record of a kb id, parts included, with or without "place:" before it.

    Raises KnowledgeError for an id that nobody gave.
    """
    kb = kb.removeprefix("place:")
    base, _, part = kb.partition("+")
    record = places().get(base)
    if record is None:
        raise KnowledgeError(f"no place {kb!r} in the gazetteer")
    if not part:
        return record
    return PlaceRecord(
        kb=kb, name=part_name(record.name, part), kind="countryside" if "country" in part else "part", parent=base
    )


@cache
def seats() -> dict[str, str]:
    """The city that a governorate is named after, by the id of the governorate: "محافظة حلب", "حلب"."""
    settled = {
        (r.country, key(r.name["ar"])): r.kb for r in places().values() if r.kind in POPULATED and r.kind != "village"
    }
    named = ((r.kb, r.country, r.name["ar"].partition(" ")[2]) for r in places().values() if r.kind == "governorate")
    return {kb: seat for kb, country, name in named if (seat := settled.get((country, key(name))))}


def parents(kb: str) -> tuple[str, ...]:
    """The places that hold this one, nearest first, up to the country."""
    found: list[str] = []
    parent = place(kb).parent
    while parent and parent not in found:
        found.append(parent)
        parent = place(parent).parent
    return tuple(found)


@cache
def places() -> dict[str, PlaceRecord]:
    """Every known place by kb id; read once."""
    known = {record.kb: record for record in _table()}
    twins = _twins(known)
    table = frozenset(known)
    renamed: dict[str, str] = {}
    for row in [*_governorates(), *_own()]:
        same_name = twins.get((row.kb.partition("-")[0], key(row.name["ar"]))) if row.kind in POPULATED else None
        twin = same_name or (row.kb if row.kb in table else None)
        record = _with_source(row, known[twin]) if twin else row
        if row.kb in renamed:
            raise KnowledgeError(f"two places share the id {row.kb!r}: give one another English name")
        renamed[row.kb] = record.kb
        known[record.kb] = record
    return {kb: _settled(record, renamed, known) for kb, record in known.items()}


def _twins(known: dict[str, PlaceRecord]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for record in known.values():
        for name in record.names:
            spot, rank = (record.country, key(name)), record.population
            if spot not in found or rank > found[spot][0]:
                found[spot] = (rank, record.kb)
    return {spot: kb for spot, (_, kb) in found.items()}


def _with_source(own: PlaceRecord, source: PlaceRecord) -> PlaceRecord:
    names = tuple(dict.fromkeys([*own.names, *filter(_plain_alias, source.names)]))
    return msgspec.structs.replace(
        source,
        name=own.name,
        kind=own.kind,
        names=names,
        alone=own.alone,
        parent=own.parent if own.parent != own.country else source.parent,
    )


def _settled(record: PlaceRecord, renamed: dict[str, str], known: dict[str, PlaceRecord]) -> PlaceRecord:
    parent = renamed.get(record.parent or "", record.parent)
    if parent and parent not in known:
        raise KnowledgeError(f"{record.kb}: no such parent {parent!r}")
    return record if parent == record.parent else msgspec.structs.replace(record, parent=parent)


def _table() -> Iterator[PlaceRecord]:
    raw = gzip.decompress(files(PACKAGE).joinpath("table.csv.gz").read_bytes()).decode().split("\n")
    for kb, kind, en, ar, also, parent, geonames, lat, lon, people in csv.reader(raw[_body(raw) : -1]):
        population = int(people)
        yield PlaceRecord(
            kb=kb,
            name={"ar": ar, "en": en},
            kind=kind,
            parent=parent or None,
            population=population,
            names=(ar, *filter(_plain_alias, also.split("|"))) if also else (ar,),
            geonames=geonames,
            alone=_alone(kb[:2], kind, key(ar), population),
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
        )


def _plain_alias(name: str) -> bool:
    """A further spelling that is no common word: "كيف" for Kyiv is left out."""
    return len(name) > 3 and key(name) not in common()


def _alone(country: str, kind: str, name: str, people: int) -> str:
    """What a bare name of the table needs to be read as a place: the farther and smaller, the more."""
    if name in common() or (len(name) <= 3 and kind != "country"):
        return "head"
    if kind in ("country", "capital") or (country in WATCHED and people >= 100_000):
        return "sure"
    return "context" if country in WARS or people >= (5_000 if country in WATCHED else 100_000) else "head"


@cache
def common() -> frozenset[str]:
    """Names of the table that are also common words, personal names or clubs, by key."""
    return frozenset(row["key"] for row in load_csv(PACKAGE, "common.csv"))


def _body(lines: list[str]) -> int:
    return next(i for i, line in enumerate(lines) if not line.startswith("#")) + 1


def _governorates() -> Iterator[PlaceRecord]:
    for row in load_csv(PACKAGE, "governorates.csv"):
        country = row["country"].lower()
        names = (row["ar"], *filter(None, row["also"].split("|")))
        yield PlaceRecord(
            kb=f"{country}-{slug(row['en'])}",
            name={"ar": row["ar"], "en": row["en"]},
            kind="governorate",
            parent=row["region"] or country,
            names=names,
            alone="sure",
        )


def _own() -> Iterator[PlaceRecord]:
    for name in OWN:
        for row in load_csv(PACKAGE, name):
            if row["kind"] not in KINDS or row["alone"] not in ("", "sure", "context", "head"):
                raise KnowledgeError(f"{name}: unknown kind or `alone` of {row['ar']}")
            kb = row["country"] if row["kind"] == "country" else f"{row['country']}-{slug(row['en'])}"
            parent = None if kb == row["country"] or row["country"] == "x" else row["country"]
            yield PlaceRecord(
                kb=kb,
                name={"ar": row["ar"], "en": row["en"]},
                kind=row["kind"],
                parent=row["parent"] or parent,
                alone=row["alone"] or "sure",
                names=(row["ar"], *filter(None, row["also"].split("|"))),
            )
