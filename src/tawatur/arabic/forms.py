"""The table of word forms: what the lexicon knows of a stem, by its key."""

from collections import defaultdict
from functools import cache, lru_cache

from tawatur.arabic.inflect.reader import inflect
from tawatur.arabic.inflect.verbs import Feature
from tawatur.arabic.word import Analysis
from tawatur.knowledge.lexicon.entries import entries


@lru_cache(maxsize=50_000)
def analyses_of(stem_key: str) -> tuple[Analysis, ...]:
    """Every reading of a stem by the lexicon, in the order of its files; empty for a word that it lacks."""
    return tuple(_analysis(verb, lemma, feature) for verb, lemma, feature in form_table().get(stem_key, ()))


@cache
def form_table() -> dict[str, dict[tuple[str, str, Feature], None]]:
    """Form -> (verb, lemma, feature), built once from all entries; senses of one lemma share their forms."""
    table: defaultdict[str, dict[tuple[str, str, Feature], None]] = defaultdict(dict)
    seen: set[object] = set()
    for entry in entries():
        morphology = (entry.pos, entry.lemma, entry.root, entry.form, entry.vowels, entry.masdar, entry.plural, entry.gender)
        if morphology in seen:
            continue
        seen.add(morphology)
        verb = entry.lemma if entry.pos == "verb" else ""
        for form, lemma, feature in inflect(entry):
            table[form][(verb, lemma, feature)] = None
    return dict(table)


def _analysis(verb: str, lemma: str, feature: Feature) -> Analysis:
    return Analysis(lemma=lemma, verb=verb if feature.derived else "", **feature._asdict())
