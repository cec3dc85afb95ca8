"""Parts of speech by a linear chain: closed lists and numerals fix a word, trained weights decide the rest.

The score of a tag is the form's own weight plus what its two neighbours' forms give plus the step from the tag before.
All form weights are added up once a form and kept, so that a sentence costs a few additions for each open word.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tawatur.arabic.names import is_name_word
from tawatur.arabic.tag.features import OPEN, form_features, near_features, stem_features
from tawatur.arabic.tag.weights import Lanes, Vector, added, near_vector, near_weights, own_vector, own_weights, steps
from tawatur.arabic.word import Analysis

HOPELESS = 900  # a tag this far (in hundredths of a log weight) behind the form's best is never saved by its neighbours
NAME_BONUS = 600  # for a word of the name lists, whose sentences the treebank lacks
_NOTHING: Vector = (0,) * len(OPEN)
_LEAST = -(10**9)  # below every score
_NO_STEP: defaultdict[str, int] = defaultdict(int)
_State = tuple[int, str, Any]  # the score of a way to a tag, the tag, and the state before it
_PLACES, _NAME = {tag: place for place, tag in enumerate(OPEN)}, OPEN.index("name")


class FormScores(NamedTuple):
    """What one form contributes: candidates as (tag, place in OPEN, own score), and its pull on its neighbours.

    `fixed` is the only tag, or empty where several are open.
    """

    candidates: tuple[tuple[str, int, int], ...]
    on_next: Vector
    on_previous: Vector
    fixed: str = ""


def form_scores(
    key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...], tags: tuple[str, ...]
) -> FormScores:
    """The scores of a form; `tags` are those that it may have."""
    fixed = tags[0] if len(tags) == 1 else ""
    pulls = near_vector(added(near_weights(), near_features(key, prefixes, stem, fixed)))
    on_next, on_previous = pulls[: len(OPEN)], pulls[len(OPEN) :]
    if fixed:
        return FormScores(((fixed, -1, 0),), on_next, on_previous, fixed)
    own = own_vector(_of_stem(stem) + added(own_weights(), form_features(key, prefixes, stem, enclitic, known)))
    if is_name_word(stem, article="ال" in prefixes):
        own = (*own[:_NAME], own[_NAME] + NAME_BONUS, *own[_NAME + 1 :])
    open_tags = [(tag, _PLACES[tag], own[_PLACES[tag]]) for tag in tags]
    least = max([score for _, _, score in open_tags]) - HOPELESS
    candidates = tuple([each for each in open_tags if each[2] >= least])
    return FormScores(candidates, on_next, on_previous, candidates[0][0] if len(candidates) == 1 else "")


@lru_cache(maxsize=100_000)
def _of_stem(stem: str) -> Lanes:
    """What a stem gives each open tag whatever its clitics: most new forms have a stem that was seen before."""
    return added(own_weights(), stem_features(stem))


def best_tags(forms: Sequence[FormScores]) -> list[str]:
    """The best sequence of tags for the words of a text.

    A word with one tag parts the text: only the runs of open words between two such words are decided, each by itself.
    """
    tags = [form.fixed for form in forms]
    first = -1  # of the run of open words
    for index, tag in enumerate(tags):
        if not tag:
            first = index if first < 0 else first
        elif first >= 0:
            tags[first:index] = _decided(forms, tags, first, index)
            first = -1
    if first >= 0:
        tags[first:] = _decided(forms, tags, first, len(forms))
    return tags


def _decided(forms: Sequence[FormScores], tags: Sequence[str], first: int, last: int) -> list[str]:
    """The best tags of the open words `first` to `last` exclusive, which stand between two words with one tag each."""
    return _best_run(forms, tags, first, last) if last > first + 1 else [_best_alone(forms, tags, first)]


def _best_alone(forms: Sequence[FormScores], tags: Sequence[str], index: int) -> str:
    """The best tag of an open word between two words with one tag each: half of all open words stand so."""
    rows = steps()
    before = tags[index - 1] if index else ""
    pull = forms[index - 1].on_next if index else _NOTHING
    last = index + 1 < len(forms)
    push = forms[index + 1].on_previous if last else _NOTHING
    after = rows[tags[index + 1]] if last else _NO_STEP
    found, best = "", _LEAST
    for tag, place, own in forms[index].candidates:
        value = rows[tag][before] + own + pull[place] + push[place] + after[tag]
        if value > best:  # the earlier of two equals stays
            found, best = tag, value
    return found


def _best_run(forms: Sequence[FormScores], tags: Sequence[str], first: int, last: int) -> list[str]:
    """The best tags of several open words that stand side by side."""
    rows = steps()
    before: list[_State] = [(0, tags[first - 1] if first else "", None)]
    pull = forms[first - 1].on_next if first else _NOTHING
    for index in range(first, last):
        form = forms[index]
        push = forms[index + 1].on_previous if index + 1 < len(forms) else _NOTHING
        now: list[_State] = []
        for tag, place, own in form.candidates:
            row = rows[tag]
            source = before[0]
            best = source[0] + row[source[1]]
            for state in before[1:]:
                value = state[0] + row[state[1]]
                if value > best:  # the earlier of two equals stays
                    source, best = state, value
            now.append((best + own + pull[place] + push[place], tag, source))
        before, pull = now, form.on_next
    row = rows[tags[last]] if last < len(forms) else _NO_STEP
    state = max(before, key=lambda s: s[0] + row[s[1]])
    found: list[str] = []
    while state[2] is not None:
        found.append(state[1])
        state = state[2]
    return found[::-1]
