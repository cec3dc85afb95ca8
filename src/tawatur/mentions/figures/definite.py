"""People counted by a definite number behind them: "العمال العشرة", "الرهائن الـ40"."""

from collections.abc import Sequence

from tawatur.arabic.word import Text, Word
from tawatur.mentions.figures.nouns import nouns
from tawatur.mentions.figures.spans import span_of
from tawatur.mentions.times.units import DEFINITE_NUMBERS
from tawatur.model.phrases import FigurePhrase


def definite_count(text: Text, words: Sequence[Word], index: int) -> FigurePhrase | None:
    """The figure whose definite plural noun stands at `index`; of things ("الدول الخمس") the number is a name."""
    word = words[index]
    if "ال" not in word.prefixes or index + 1 >= len(words):
        return None
    following = words[index + 1]
    value, last = DEFINITE_NUMBERS.get(following.key), index + 2
    if value is None and following.key != "ال":
        return None
    noun = nouns().get(word.stem_key)
    if noun is None or noun.dual or noun.klass != "person":
        return None
    if value is None and following.key == "ال" and index + 2 < len(words) and words[index + 2].text.isdigit():
        value, last = int(words[index + 2].text), index + 3
    if value is None:
        return None
    return FigurePhrase(
        first=index,
        last=last,
        span=span_of(text, index, last),
        value=value,
        unit=noun.unit,
        noun=word.stem,
        rule="definite",
    )
