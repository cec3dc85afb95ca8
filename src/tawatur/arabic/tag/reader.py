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
_NO_STEP: defaultdict[str, int] = defaultdict(int)
_State = tuple[int, str, Any]  # the score of a way to a tag, the tag, and the state before it
_PLACES, _NAME = {tag: place for place, tag in enumerate(OPEN)}, OPEN.index("name")


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
    pulls = near_vector(added(near_weights(), near_features(key, prefixes, stem, fixed)))
    on_next, on_previous = pulls[: len(OPEN)], pulls[len(OPEN) :]
    if fixed:
        return FormScores(((fixed, -1, 0),), on_next, on_previous)
    own = own_vector(_of_stem(stem) + added(own_weights(), form_features(key, prefixes, stem, enclitic, known)))
    if is_name_word(stem, article="ال" in prefixes):
        own = (*own[:_NAME], own[_NAME] + NAME_BONUS, *own[_NAME + 1 :])
    open_tags = [(tag, _PLACES[tag], own[_PLACES[tag]]) for tag in tags]
    least = max([score for _, _, score in open_tags]) - HOPELESS
    return FormScores(tuple([each for each in open_tags if each[2] >= least]), on_next, on_previous)


@lru_cache(maxsize=100_000)
def _of_stem(stem: str) -> Lanes:
    """What a stem gives each open tag whatever its clitics: most new forms have a stem that was seen before."""
    return added(own_weights(), stem_features(stem))


def best_tags(forms: Sequence[FormScores]) -> list[str]:
    """The best sequence of tags for the words of a text.

    A word with one tag parts the text: only the runs of open words between two such words are decided, each by itself.
    """
    tags = [form.candidates[0][0] for form in forms]
    first = 0
    for index, form in enumerate(forms):
        if len(form.candidates) == 1:
            if first < index:
                tags[first:index] = _best_run(forms, tags, first, index)
            first = index + 1
    if first < len(forms):
        tags[first:] = _best_run(forms, tags, first, len(forms))
    return tags


def _best_run(forms: Sequence[FormScores], tags: Sequence[str], first: int, last: int) -> list[str]:
    """The best tags of the open words `first` to `last` exclusive, which stand between two words with one tag each."""
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
