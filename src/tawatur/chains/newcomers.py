"""Sources that no actor phrase names enter the article's entities here."""

from typing import Literal

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text
from tawatur.chains.voice import Voice
from tawatur.model.reading import Entity
from tawatur.model.span import Span


class Newcomers:
    """The new entities of one article; a definite phrase repeated is the same one, an indefinite one never is."""

    def __init__(self, text: Text) -> None:
        self.text, self.words = text, text.words
        self.added: list[Entity] = []
        self._known: dict[str, str] = {}

    def enter(
        self,
        first: int,
        last: int,
        *,
        kind: Literal["other", "person", "group"],
        en: str,
        klass: str,
        gender: str,
        number: str,
        whole: bool = False,
    ) -> Voice:
        """The voice of words `first` to `last` exclusive, with an entity of their own."""
        words = self.words[first:last]
        start = words[0].stem_span.start - (2 if "ال" in words[0].prefixes and not words[0].preposition else 0)
        span = Span(words[0].span.start if whole else max(start, words[0].span.start), words[-1].span.end)
        name = span.of(self.text.original)
        known = self._known.get(key(name) if words[0].definite else str(first))
        if known is None:
            known = f"s{len(self.added) + 1}"
            self.added.append(
                Entity(
                    id=known,
                    kind=kind,
                    name={"ar": name, "en": en} if en else {"ar": name},
                    mentions=(span,),
                    anonymous=True,
                )
            )
            self._known[key(name) if words[0].definite else str(first)] = known
        return Voice(
            entity=known,
            span=span,
            first=first,
            last=last,
            klass=klass,
            gender=gender,
            number=number,
            anonymous=True,
        )
