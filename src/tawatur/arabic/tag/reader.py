"""Parts of speech by a linear chain: closed lists and numerals fix a word, trained weights decide the rest.

The score of a tag is the form's own weight plus what its two neighbours' forms give plus the step from the tag before.
All form weights are added up once a form and kept; only words with more than one candidate cost anything.
"""

import gzip
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.arabic.tag.features import OPEN, near_features, own_features
from tawatur.arabic.word import Analysis

Scores = dict[str, float]
_NONE: Scores = {}


class FormScores(NamedTuple):
    """What one form contributes: its candidates with their own scores, and its pull on the words beside it."""

    candidates: tuple[str, ...]
    own: Scores
    on_next: Scores
    on_previous: Scores


def form_scores(key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...],
                candidates: tuple[str, ...]) -> FormScores:
    """The scores of a form; `candidates` are the tags it may have."""
    fixed = candidates[0] if len(candidates) == 1 else ""
    near = near_features(key, prefixes, stem, fixed)
    own = own_features(key, prefixes, stem, enclitic, known) if not fixed else []
    return FormScores(candidates, _added("o", own), _added("l", near), _added("r", near))


def best_tags(forms: Sequence[FormScores]) -> list[str]:
    """The best sequence of tags for the words of one sentence."""
    steps = _steps()
    paths: list[dict[str, str]] = []
    before: Scores = {"^": 0.0}
    last = len(forms) - 1
    for index, form in enumerate(forms):
        pull = forms[index - 1].on_next if index else _NONE
        push = forms[index + 1].on_previous if index < last else _NONE
        now: Scores = {}
        back: dict[str, str] = {}
        for tag in form.candidates:
            row = steps.get(tag, _NONE)
            source, score = "", float("-inf")
            for previous, value in before.items():
                if (value := value + row.get(previous, 0.0)) > score:
                    source, score = previous, value
            now[tag] = score + form.own.get(tag, 0.0) + pull.get(tag, 0.0) + push.get(tag, 0.0)
            back[tag] = source
        paths.append(back)
        before = now
    return _walk_back(before, paths)


def _walk_back(final: Scores, paths: list[dict[str, str]]) -> list[str]:
    if not paths:
        return []
    tags = [max(final, key=lambda tag: final[tag])]
    for back in reversed(paths[1:]):
        tags.append(back[tags[-1]])
    return tags[::-1]


def _added(side: str, features: list[str]) -> Scores:
    total: Scores = {}
    weights = _weights()
    for feature in features:
        for tag, weight in weights.get(side + feature, ()):
            total[tag] = total.get(tag, 0.0) + weight
    return total


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Feature -> weights by tag. One line a feature: side and feature, then a weight in hundredths for each open tag."""
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in _lines():
        feature, *cells = line.split("\t")
        if not feature.startswith(">"):
            table[feature] = tuple((tag, int(cell)) for tag, cell in zip(OPEN, cells, strict=True) if cell)
    return table


@cache
def _steps() -> dict[str, Scores]:
    """Tag -> weight of each tag before it."""
    table: dict[str, Scores] = {}
    for line in _lines():
        if line.startswith(">"):
            _, before, tag, weight = line.split("\t")
            table.setdefault(tag, {})[before] = int(weight)
    return table


@cache
def _lines() -> tuple[str, ...]:
    raw = files("tawatur.arabic.tag").joinpath("tags.txt.gz").read_bytes()
    return tuple(gzip.decompress(raw).decode().splitlines())
