"""The closed word classes of the grammar, loaded once, as keys."""

from functools import cache

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml


class Closed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sets of keys, one for each class of words.yml; multi-word entries keep their blanks."""

    accidents: frozenset[str]
    accompaniments: frozenset[str]
    agent_prepositions: frozenset[str]
    at_least: frozenset[str]
    air_arms: frozenset[str]
    aircraft: frozenset[str]
    away: frozenset[str]
    commanders: frozenset[str]
    commas: frozenset[str]
    complementizers: frozenset[str]
    compound_prepositions: frozenset[str]
    copulas: frozenset[str]
    decisions: frozenset[str]
    demonstratives: frozenset[str]
    double_object: frozenset[str]
    dwelling: frozenset[str]
    duals: frozenset[str]
    durations: frozenset[str]
    extents: frozenset[str]
    firms: frozenset[str]
    grounds: frozenset[str]
    holders: frozenset[str]
    holding: frozenset[str]
    kin: frozenset[str]
    leading: frozenset[str]
    masculine_states: frozenset[str]
    meanwhile: frozenset[str]
    measures: frozenset[str]
    missiles: frozenset[str]
    objectless: frozenset[str]
    particles: frozenset[str]
    passing: frozenset[str]
    place_prepositions: frozenset[str]
    talked_of: frozenset[str]
    portions: frozenset[str]
    prepositions: frozenset[str]
    private: frozenset[str]
    quotes: frozenset[str]
    relatives: frozenset[str]
    results: frozenset[str]
    reverses: frozenset[str]
    shots: frozenset[str]
    single_fighters: frozenset[str]
    sites: frozenset[str]
    stops: frozenset[str]
    strongholds: frozenset[str]
    subordinators: frozenset[str]
    target_nouns: frozenset[str]
    time_prepositions: frozenset[str]
    transitive: frozenset[str]
    transparent_nouns: frozenset[str]
    undertakings: frozenset[str]
    words: frozenset[str]


@cache
def closed() -> Closed:
    """The classes of words.yml. Raises KnowledgeError."""
    content = load_yaml("tawatur.reports.grammar", "words.yml")
    if set(content) != set(Closed.__struct_fields__):
        raise KnowledgeError(
            f"words.yml: classes differ from the grammar's: {set(content) ^ set(Closed.__struct_fields__)}"
        )
    return Closed(**{name: frozenset(key(word) for word in words) for name, words in content.items()})
