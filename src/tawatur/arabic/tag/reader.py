"""Parts of speech by a linear chain: closed lists and numerals fix a word, trained weights decide the rest.

The score of a tag is the form's own weight plus what its two neighbours' forms give plus the step from the tag before.
All form weights are added up once a form and kept, so that a sentence costs a few additions for each open word.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import attrgetter, not_
from typing import Any

import msgspec

from tawatur.arabic.names import is_name_word
from tawatur.arabic.tag.features import form_features, near_features, stem_features
from tawatur.arabic.tag.weights import (
    BIAS,
    LANES,
    Lanes,
    Vector,
    added,
    form_weights,
    near_weights,
    packed,
    packed_steps,
    parted,
    stem_weights,
    steps,
    unpacked,
)
from tawatur.arabic.word import Analysis

HOPELESS = 900  # a tag this far (in hundredths of a log weight) behind the form's best is never saved by its neighbours
NAME_BONUS = 600  # for a word of the name lists, whose sentences the treebank lacks
BARRED = -(10**8)  # is added to the own score of a tag that a form cannot have
_FIXED = attrgetter("fixed")
_NO_STEP: defaultdict[str, int] = defaultdict(int)
_State = tuple[int, str, Any]  # the score of a way to a tag, the tag, and the state before it
_PLACES = {tag: place for place, tag in enumerate(LANES)}
_AS_NAME = packed([NAME_BONUS * (tag == "name") for tag in LANES])


class FormScores(msgspec.Struct, frozen=True, gc=False):
    """What one form contributes: the tags that it may have, its own scores of them, its pull on its neighbours.

    `fixed` is the only tag, or empty where several are open. Scores are packed (see weights.py): a text has thousands;
    the bias is in `own`, so that it is in the sum for a word too.
    """

    tags: tuple[str, ...]
    own: Lanes
    on_next: Lanes
    on_previous: Lanes
    fixed: str = ""


def form_scores(
    key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...], tags: tuple[str, ...]
) -> FormScores:
    """The scores of a form; `tags` are those that it may have."""
    fixed = tags[0] if len(tags) == 1 else ""
    on_next, on_previous = parted(added(near_weights(), near_features(key, prefixes, stem, fixed)))
    if fixed:
        return FormScores(tags, 0, on_next, on_previous, fixed)
    total = _of_stem(stem) + added(form_weights(), form_features(key, prefixes, stem, enclitic, known))
    if is_name_word(stem, article="ال" in prefixes):
        total += _AS_NAME
    own = unpacked(total)
    least = max([own[_PLACES[tag]] for tag in tags]) - HOPELESS
    hopeful = tuple([tag for tag in tags if own[_PLACES[tag]] >= least])
    if len(hopeful) == 1:
        return FormScores(hopeful, 0, on_next, on_previous, hopeful[0])
    return FormScores(hopeful, total + _barring(hopeful), on_next, on_previous)


@cache
def _barring(tags: tuple[str, ...]) -> Lanes:
    """What bars all tags but some."""
    return packed([0 if tag in tags else BARRED for tag in LANES])


def leaning(form: FormScores, lean: int) -> FormScores:
    """The scores of a form whose neighbours lean to a verb, below zero to a noun."""
    own = form.own + packed([lean * (tag == "verb") for tag in LANES])
    return FormScores(form.tags, own, form.on_next, form.on_previous, form.fixed)


def own_score(form: FormScores, tag: str) -> int:
    """What an open form gives a tag by itself, to be compared with what it gives another."""
    return unpacked(form.own)[_PLACES[tag]]


@lru_cache(maxsize=100_000)
def _of_stem(stem: str) -> Lanes:
    """What a stem gives each open tag whatever its clitics, with the bias: most new forms have a stem seen before."""
    return added(stem_weights(), stem_features(stem)) + BIAS


def best_tags(forms: Sequence[FormScores]) -> list[str]:
    """The best sequence of tags for the words of a text.

    A word with one tag parts the text. Between two such words stands an open word that is decided at once, or a run of
    them; of a run, those are decided by themselves that no step to them or from them can make another tag.
    """
    tags = list(map(_FIXED, forms))
    known, lanes = packed_steps(), LANES
    entering, leaving = known.entering, known.leaving
    end = len(forms) - 1
    run: list[Vector] = []  # the scores of the undecided words right before
    past = 0  # the word behind them
    for index in list(compress(range(len(tags)), map(not_, tags))):
        if run and index != past:  # a word with one tag stands between
            _decide(forms, tags, past, run)
            run = []
        total = forms[index].own
        if index:
            total += forms[index - 1].on_next
        if index < end:
            total += forms[index + 1].on_previous
        if not run:
            total += entering[tags[index - 1] if index else ""]
            following = tags[index + 1] if index < end else ""
            if following or index == end:
                scores = unpacked(total + leaving[following])
                tags[index] = lanes[scores.index(max(scores))]
                continue
        scores = unpacked(total)
        ordered = sorted(scores)
        best = ordered[-1]
        place = scores.index(best)
        if best - ordered[-2] <= (known.risks if run else known.risks_leaving)[place]:
            run.append(scores)
            past = index + 1
            continue
        tags[index] = lanes[place]
        if run:
            _decide(forms, tags, index, run)
            run = []
    if run:
        _decide(forms, tags, past, run)
    return tags


def _decide(forms: Sequence[FormScores], tags: list[str], last: int, run: Sequence[Vector]) -> None:
    """The best tags of the undecided words before `last`; the scores of the first hold the step to it."""
    first, rows = last - len(run), steps()
    before: list[_State] = [(run[0][_PLACES[tag]], tag, None) for tag in forms[first].tags]
    for index, scores in enumerate(run[1:], first + 1):
        now: list[_State] = []
        for tag in forms[index].tags:
            row = rows[tag]
            source = before[0]
            best = source[0] + row[source[1]]
            for state in before[1:]:
                value = state[0] + row[state[1]]
                if value > best:  # the earlier of two equals stays
                    source, best = state, value
            now.append((best + scores[_PLACES[tag]], tag, source))
        before = now
    row = rows[tags[last]] if last < len(tags) else _NO_STEP
    state = max(before, key=lambda s: s[0] + row[s[1]])
    tags[last - 1] = state[1]
    for index in range(last - 2, first - 1, -1):
        state = state[2]
        tags[index] = state[1]
