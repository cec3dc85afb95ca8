"""What every rule of this room works on: one article's words, its possible speakers, the scopes found so far."""

from typing import NamedTuple

from tawatur.arabic.word import Sentence
from tawatur.chains.lexicon import SpeechVerb, classes
from tawatur.chains.openers import COMMAS, Opener
from tawatur.chains.outlets import Outlet
from tawatur.chains.phrases import misread
from tawatur.chains.scopes import Ledger
from tawatur.chains.voices import Sources
from tawatur.model.draft import Draft

MARKS = frozenset({"«", "»", '"', "“", "”", "(", ")"})
WAS = frozenset({"كان", "كانت"})
ANY = SpeechVerb(lemma="", pos="verb", root=(), form=0, opens=frozenset({"clause", "colon", "quote"}))


class Cue(NamedTuple):
    """A speech verb at a word with its complement."""

    at: int
    verb: SpeechVerb
    participle: bool
    opener: Opener


class Desk:
    """One article being read for its voices."""

    def __init__(self, sources: Sources, outlet: Outlet, drafts: tuple[Draft, ...] = ()) -> None:
        self.sources, self.quotes, self.outlet = sources, sources.quotes, outlet
        self.text, self.words = sources.text, sources.words
        self.ledger = Ledger()
        judged = (d for d in drafts if d.speech and d.actors and d.rule.startswith("verb:"))
        self.judgements = tuple(sorted(judged, key=lambda d: d.trigger_word))
        self.covered = {w for p in sources.named.actors for w in range(p.first, p.last)}
        self.covered -= {p.first for p in sources.named.actors if misread(self.words, p)}
        self.covered |= {w for p in sources.named.places for w in range(p.first, p.last)}

    def past_marks(self, index: int, last: int) -> int:
        """The first word from `index` on that is no quotation mark or bracket."""
        while index < last and self.words[index].text in MARKS:
            index += 1
        return index


def joiner_before(desk: Desk, index: int) -> int:
    """How many words before a verb join it as a clause of its own ("في حين", "كما", "لكنها")."""
    for width in (2, 1):
        if index >= width:
            found = [desk.words[k] for k in range(index - width, index)]
            start = found[0].stem_key if found[0].conjunction else found[0].key
            if (start, *(w.key for w in found[1:])) in classes()["joiners"]:
                return width
    return _turn_before(desk, index)


def _turn_before(desk: Desk, index: int) -> int:
    """How many words behind a comma turn to another speaker ("…، من جهتها أكدت", "…، إلى ذلك أشار")."""
    for width in (1, 2, 3):
        if index > width and desk.words[index - width - 1].text in COMMAS:
            turn = tuple(w.key for w in desk.words[index - width : index])
            return width if turn in classes()["closers"] and turn[0] not in WAS else 0
    return 0


def cut_before(desk: Desk, index: int, sentence: Sentence) -> int:
    """Where the clause of the verb at a word begins: its joiner and the comma before it are stepped over."""
    cut = index - joiner_before(desk, index)
    while cut > sentence.first and desk.words[cut - 1].text in COMMAS:
        cut -= 1
    return cut
