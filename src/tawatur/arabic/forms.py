"""The table of word forms: what the lexicon knows of a stem, by its key."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from tawatur.arabic.inflect.reader import inflect
from tawatur.arabic.inflect.verbs import Feature
from tawatur.arabic.word import Analysis
from tawatur.knowledge.kept import kept
from tawatur.knowledge.lexicon.entries import entries


def analyses_of(stem_key: str) -> tuple[Analysis, ...]:
    """Every reading of a stem by the lexicon, in the order of its files; empty for a word that it lacks."""
    packed = form_table().get(stem_key)
    return _readings(packed) if packed else ()


@lru_cache(maxsize=50_000)
def _readings(packed: bytes) -> tuple[Analysis, ...]:
    return tuple([Analysis(*fields) for fields in _READINGS.decode(packed)])


Table = dict[str, bytes]  # packed: most forms are never asked for, and the collector need not walk them
_READINGS = msgspec.msgpack.Decoder(list[list[Any]])  # the fields of an Analysis, in their order


@cache
def form_table() -> Table:
    """Form -> packed readings, made once and kept; senses of one lemma share their forms."""
    return kept("forms", _source(), _table, Table)


def _source() -> bytes:
    """Everything that the table depends on: the entries and the code that inflects them."""
    places = (files("tawatur.knowledge.lexicon"), files("tawatur.arabic"), files("tawatur.arabic.inflect"))
    inside = sorted((f for p in places for f in p.iterdir() if f.name.endswith((".yml", ".py"))), key=lambda f: str(f))
    return b"".join(f.read_bytes() for f in inside)


def _table() -> Table:
    table: defaultdict[str, dict[tuple[str, str, Feature], None]] = defaultdict(dict)
    seen: set[object] = set()
    for entry in entries():
        morphology = (
            entry.pos,
            entry.lemma,
            entry.root,
            entry.form,
            entry.vowels,
            entry.masdar,
            entry.plural,
            entry.gender,
        )
        if morphology in seen:
            continue
        seen.add(morphology)
        verb = entry.lemma if entry.pos == "verb" else ""
        for form, lemma, feature in inflect(entry):
            table[form][(verb, lemma, feature)] = None
    return {form: msgspec.msgpack.encode([_fields(*each) for each in readings]) for form, readings in table.items()}


def _fields(verb: str, lemma: str, feature: Feature) -> tuple[str, ...]:
    analysis = Analysis(lemma=lemma, verb=verb if feature.derived else "", **feature._asdict())
    return tuple([getattr(analysis, name) for name in Analysis.__struct_fields__])
