"""The words that keep a trigger company: their keys lock or refuse its senses. Each word is looked up once."""

from collections.abc import Sequence

from tawatur.arabic.kept import answers
from tawatur.reports.grammar.borders import beyond_aside, clause_of, evidence_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.lexicon.collocates import NO_KEYS, deciding_keys
from tawatur.reports.lexicon.senses import senses_of

NEAR = 6  # words on either side among which a neighbour may refuse a sense


class Company:
    """The keys of an article's words, of clauses and around triggers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        keys = answers(deciding_keys, page.text.told)
        columns = [list(held) for held in zip(*keys, strict=True)] or [[], []]
        self._refusing: list[frozenset[str]] = columns[0]
        self._locking: list[frozenset[str]] = columns[1]
        for index, named in page.inner_names.items():
            if named:
                self._refusing[index] = NO_KEYS
        self._clauses: dict[tuple[int, int, bool], frozenset[str]] = {}
        self._behind: dict[int, frozenset[str]] = {}  # by the chunk at which the clause ends

    def own(self, first: int, last: int) -> frozenset[str]:
        """The locking keys of words `first` to `last` exclusive."""
        if last == first + 1:
            return self._locking[first]  # most triggers
        return _union(self._locking[first:last])

    def of_clause(self, clause: range, *, complement: bool = True) -> frozenset[str]:
        """The locking keys of a clause and of the complement behind it ("وصف … بأنها …")."""
        asked = (clause.start, clause.stop, complement)
        found = self._clauses.get(asked)
        if found is None:
            found = self._clauses[asked] = self._of_clause(clause, complement=complement)
        return found

    def _of_clause(self, clause: range, *, complement: bool) -> frozenset[str]:
        page, stop = self.page, clause.stop
        first, last = evidence_of(page, clause)
        if not complement:
            return self.own(first, last)
        if stop + 1 < len(page.chunks) and _opens_complement(page.chunks[stop]):
            last = evidence_of(page, clause_of(page, stop + 1))[1]
        before = page.chunks[clause.start - 1] if clause.start > page.sentence_first[clause.start] else None
        if before is not None and _opens_complement(before) and before.kind == "relative":
            first = before.first  # "وهو ما نفته بغداد"
        found = self.own(first, last)
        if (behind := beyond_aside(page, clause)) is not None:
            found |= self.own(page.chunks[behind.start].first, page.chunks[behind.stop - 1].last)
        return found

    def antecedent(self, word: int, *, told: bool = False) -> frozenset[str]:
        """The locking keys of the noun that a relative clause describes, for its verb ("الحصار الذي فرضوه").

        `told`: also those of a noun that may tell the act itself ("الاتفاق الذي توصلوا إليه").
        """
        page, number = self.page, self.page.chunk_of[word] - 1
        while number >= 0 and page.chunks[number].kind in ("particle", "time"):
            number -= 1
        if number < 0 or page.chunks[number].kind != "relative":
            return NO_KEYS
        head = head_of_relative(page, number)
        if head is None:
            return NO_KEYS
        chunk = page.chunks[head]
        if not told and senses_of(page.word(chunk), as_verb=False):
            thing = page.text.words[word].enclitic == "ها" and not page.word(chunk).stem.endswith(("ة", "ات"))
            return self.own(chunk.head + 1, chunk.last) if thing else NO_KEYS  # "تمشيط المواقع التي أخلوها"
        owned = told and page.word(chunk).enclitic  # "رفضه الهدنة التي أعلنوها": only the truce is described
        return self.own(chunk.head + 1 if owned else chunk.first, chunk.last)

    def description(self, word: int) -> frozenset[str]:
        """The locking keys of the verb of a relative clause right behind a noun ("الهدنة التي أعلنوها")."""
        page, number = self.page, self.page.chunk_of[word] + 1
        last = page.sentence_last[number - 1]
        while number < last and (page.chunks[number].kind == "relative" or is_modifier(page, page.chunks[number])):
            number += 1
        verb = number < last and page.chunks[number].kind == "verb" and page.chunks[number - 1].kind == "relative"
        return self.own(page.chunks[number].first, page.chunks[number].last) if verb else NO_KEYS

    def predicate(self, clause: range) -> frozenset[str]:
        """ "اعتبر التفجير الذي وقع في السوق عملا إجراميا": what is thought of a thing stands behind its description."""
        page, opens = self.page, clause.stop
        if opens + 1 >= page.sentence_last[clause.start] or page.chunks[opens].kind != "relative":
            return NO_KEYS
        told = [page.chunks[i] for i in clause_of(page, opens + 1) if i > opens + 1]
        accusative = (c for c in told if c.bare and not c.joined and not c.definite and page.word(c).stem.endswith("ا"))
        return _union([self.own(c.first, c.last) for c in accusative])

    def behind(self, clause: range) -> frozenset[str]:
        """The locking keys of all words of a sentence behind a clause of it."""
        stop, last = clause.stop, self.page.sentence_last[clause.start]
        if stop >= last:
            return NO_KEYS
        found = self._behind.get(stop)
        if found is None:
            found = self._behind[stop] = self.own(self.page.chunks[stop].first, self.page.chunks[last - 1].last)
        return found

    def beside(self, first: int, last: int) -> frozenset[str]:
        """The refusing keys of the words around a trigger, names left out ("جبهة النصرة" is no front)."""
        sentence = self.page.text.sentence_of(first)
        return _union(self._refusing[max(sentence.first, first - NEAR) : min(sentence.last, last + NEAR)])


def _opens_complement(chunk: Chunk) -> bool:
    """Whether what is said, denied or judged stands behind: "أن", or "ما" as in "نفى ما تردد"."""
    return chunk.kind == "that" or (chunk.kind == "relative" and chunk.text == "ما")


def _union(found: Sequence[frozenset[str]]) -> frozenset[str]:
    """All keys together; most words have none."""
    held = list(filter(None, found))
    if len(held) > 1:
        return NO_KEYS.union(*held)
    return held[0] if held else NO_KEYS
