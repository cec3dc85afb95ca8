"""An article as the grammar sees it: its words cut into chunks once, with look-ups from words to chunks and phrases.

A chunk is what takes a place in a clause: a verb, a noun phrase with the preposition that governs it, a time, a word
that links clauses, a particle or a mark. Every rule walks over chunks, none over letters.
"""

from typing import Literal

import msgspec

from tawatur.arabic.word import Text, Word
from tawatur.model.phrases import ActorPhrase, Named, PlacePhrase, TimePhrase

ChunkKind = Literal["verb", "noun", "time", "that", "relative", "when", "particle", "mark"]


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """Words `first` to `last` exclusive with the grammar around them.

    `prep` is the preposition as a key ("" for a bare phrase), `joined` whether "و" or "أو" stands before it. `actor`
    fills the whole chunk ("مقاتلون من الفصائل"); `owner` is its genitive ("مقر الفرقة"); `nationals` are adjectives of
    nationality ("الغارات الروسية"). `text` is the key of a link, particle or mark.
    """

    index: int
    kind: ChunkKind
    first: int
    last: int
    head: int
    prep: str = ""
    joined: bool = False
    actor: ActorPhrase | None = None
    owner: ActorPhrase | None = None
    nationals: tuple[ActorPhrase, ...] = ()
    place: PlacePhrase | None = None
    time: TimePhrase | None = None
    definite: bool = False
    text: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a noun phrase that no preposition governs."""
        return self.kind == "noun" and not self.prep


class Borders(msgspec.Struct, frozen=True):
    """Where clauses end, by chunk: at a link or mark, or before a verb; what is no verb stands with the verb behind it.

    `links` are the chunks behind which a clause begins, at the chunk that `begun` has at the same place.
    """

    links: list[int]
    begun: list[int]
    ends: list[int]
    ends_of_verbs: list[int]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The chunks of an article. `chunk_of` maps a word to its chunk (-1 for what stands in none)."""

    text: Text
    named: Named
    chunks: tuple[Chunk, ...]
    chunk_of: tuple[int, ...]
    sentence_first: tuple[int, ...]  # chunk -> first chunk of its sentence
    sentence_last: tuple[int, ...]  # chunk -> past the last chunk of its sentence
    actors_at: dict[int, tuple[ActorPhrase, ...]]  # word -> phrases that begin there
    inner_names: dict[int, bool]  # word -> True where a name holds it
    place_words: frozenset[int]  # words inside a phrase that names a place ("قضاء هيت")
    kbs: dict[str, str]  # entity -> its id in the knowledge base, for those that have one
    subjects: dict[int, object]  # answers of subject_of, kept because many rules ask for the same verb
    clauses: dict[int, range]  # answers of clause_of, for the same reason
    borders: list[Borders]  # none until the first clause is asked for
    groups: dict[int, tuple[Chunk, ...]]  # answers of coordinated, likewise
    arguments: dict[int, object]  # answers of of_verb, likewise

    def word(self, chunk: Chunk) -> Word:
        """The head word of a chunk."""
        return self.text.words[chunk.head]

    def sentence_of(self, chunk: int) -> range:
        """The chunk numbers of the sentence that holds a chunk."""
        return range(self.sentence_first[chunk], self.sentence_last[chunk])
