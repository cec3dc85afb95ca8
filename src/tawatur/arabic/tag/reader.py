"""Parts of speech by a linear chain: closed lists and numerals fix a word, trained weights decide the rest.

The score of a tag is the form's own weight plus what its two neighbours' forms give plus the step from the tag before.
All form weights are added up once a form and kept, so that a sentence costs a few additions for each open word.
"""

import gzip
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.arabic.names import is_name_word
from tawatur.arabic.tag.features import OPEN, near_features, own_features
from tawatur.arabic.word import Analysis

HOPELESS = 900  # a tag this far (in hundredths of a log weight) behind the form's best is never saved by its neighbours
NAME_BONUS = 600  # for a word of the name lists, whose sentences the treebank lacks
Vector = tuple[int, ...]
_NOTHING: Vector = (0,) * len(OPEN)


class FormScores(NamedTuple):
    """What one form contributes: candidates as (tag, place in OPEN, own score), and its pull on its neighbours."""

    candidates: tuple[tuple[str, int, int], ...]
    on_next: Vector
    on_previous: Vector

    @property
    def fixed(self) -> str:
        """The only tag, or empty where several are open."""
        return self.candidates[0][0] if len(self.candidates) == 1 else ""


def form_scores(
    key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...], tags: tuple[str, ...]
) -> FormScores:
    """The scores of a form; `tags` are those that it may have."""
    fixed = tags[0] if len(tags) == 1 else ""
    near = near_features(key, prefixes, stem, fixed)
    if fixed:
        return FormScores(((fixed, -1, 0),), *_pulls(near))
    own = _added(own_features(key, prefixes, stem, enclitic, known))
    places = [(tag, OPEN.index(tag)) for tag in tags]
    if is_name_word(stem, article="ال" in prefixes):
        own = tuple(score + NAME_BONUS * (tag == "name") for tag, score in zip(OPEN, own, strict=True))
    best = max(own[place] for _, place in places)
    likely = tuple((tag, place, own[place]) for tag, place in places if own[place] >= best - HOPELESS)
    return FormScores(likely, *_pulls(near))


def best_tags(forms: Sequence[FormScores]) -> list[str]:
    """The best sequence of tags for the words of a text."""
    steps, last = _steps(), len(forms) - 1
    paths: list[dict[str, str]] = []
    before = [("", 0)]
    pull = _NOTHING
    for index, form in enumerate(forms):
        push = forms[index + 1].on_previous if index < last else _NOTHING
        now: list[tuple[str, int]] = []
        back: dict[str, str] = {}
        for tag, place, own in form.candidates:
            row = steps[tag]
            source, best = before[0][0], before[0][1] + row[before[0][0]]
            for previous, value in before[1:]:
                value += row[previous]
                if value > best:
                    source, best = previous, value
            now.append((tag, best + own + pull[place] + push[place]) if place >= 0 else (tag, 0))
            back[tag] = source
        paths.append(back)
        before, pull = now, form.on_next
    return _walk_back(before, paths)


def _walk_back(final: list[tuple[str, int]], paths: list[dict[str, str]]) -> list[str]:
    if not paths:
        return []
    tags = [max(final, key=lambda state: state[1])[0]]
    for back in reversed(paths[1:]):
        tags.append(back[tags[-1]])
    return tags[::-1]


def _added(features: list[str]) -> Vector:
    """What a form's own features give each open tag."""
    total = [0] * len(OPEN)
    weights = _weights()
    for feature in features:
        for place, weight in weights.get(feature, ()):
            total[place] += weight
    return tuple(total)


def _pulls(features: list[str]) -> tuple[Vector, Vector]:
    """What a form gives the tags of the word after it and of the word before it."""
    both = [0] * (2 * len(OPEN))
    weights = _near_weights()
    for feature in features:
        for place, weight in weights.get(feature, ()):
            both[place] += weight
    return tuple(both[: len(OPEN)]), tuple(both[len(OPEN) :])


Cells = tuple[tuple[int, int], ...]


@cache
def _weights() -> dict[str, Cells]:
    """Own feature -> (tag, weight). One line a feature: its side and name, then hundredths for each open tag."""
    return {feature: cells for side, feature, cells in _rows() if side == "o"}


@cache
def _near_weights() -> dict[str, Cells]:
    """Feature of a neighbour -> weights: those for the word after it first, then those for the word before it."""
    table: defaultdict[str, Cells] = defaultdict(tuple)
    for side, feature, cells in _rows():
        if side != "o":
            shift = len(OPEN) * (side == "r")
            table[feature] += tuple((place + shift, weight) for place, weight in cells)
    return dict(table)


def _rows() -> Iterator[tuple[str, str, Cells]]:
    for line in _lines():
        feature, *cells = line.split("\t")
        if not feature.startswith(">"):
            yield feature[0], feature[1:], tuple((place, int(cell)) for place, cell in enumerate(cells) if cell)


@cache
def _steps() -> defaultdict[str, defaultdict[str, int]]:
    """Tag -> weight of each tag before it; what was never seen weighs nothing."""
    table: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in _lines():
        if line.startswith(">"):
            _, before, tag, weight = line.split("\t")
            table[tag][before] = int(weight)
    return table


@cache
def _lines() -> tuple[str, ...]:
    raw = files("tawatur.arabic.tag").joinpath("tags.txt.gz").read_bytes()
    return tuple(gzip.decompress(raw).decode().splitlines())
