"""The one door of this room: how a clause puts the act that its trigger names."""

import msgspec

from tawatur.arabic.word import Text
from tawatur.model.phrases import Named
from tawatur.model.reading import Modality
from tawatur.model.span import Span


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The modality of an act, whether it is one definite happening, and the words that decided both."""

    modality: Modality = "asserted"
    specific: bool = True
    cues: tuple[Span, ...] = ()


def read_modality(text: Text, named: Named, first: int, last: int, trigger: int, *, governor: int | None = None,
                  given: Modality | None = None, fillers: int = 1) -> Judged:
    """How the clause of words `first` to `last` puts the act triggered at word `trigger`.

    `governor` is the word of the light, control or aspect verb that carries the act (its tense and negation count),
    `given` the modality of its lexicon entry; `fillers` the number of roles filled (generic acts have few).
    """
    return Judged(modality=given or "asserted")
