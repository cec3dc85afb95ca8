"""The words that keep a trigger company: their keys lock or refuse its senses. Each word is looked up once."""

from tawatur.reports.grammar.borders import clause_of, evidence_of
from tawatur.reports.grammar.groups import head_of_relative, is_modifier
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.collocates import NO_KEYS, keys_of_word
from tawatur.reports.lexicon.senses import senses_of

NEAR = 6  # words on either side among which a neighbour may refuse a sense


class Company:
    """The keys of an article's words, of clauses and around triggers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = [keys_of_word(word) for word in page.text.words]
        self.unnamed = list(self.keys)
        for index, named in page.inner_names.items():
            if named:
                self.unnamed[index] = NO_KEYS
        self._clauses: dict[tuple[range, bool], frozenset[str]] = {}

    def own(self, first: int, last: int) -> frozenset[str]:
        """The keys of words `first` to `last` exclusive."""
        return NO_KEYS.union(*self.keys[first:last])

    def of_clause(self, clause: range, *, complement: bool = True) -> frozenset[str]:
        """The keys of a clause and of the complement behind it ("وصف … بأنها …")."""
        page = self.page
        held = complement and clause.stop + 1 < len(page.chunks) and page.chunks[clause.stop].kind == "that"
        if (clause, held) not in self._clauses:
            first, last = evidence_of(page, clause)
            if held:
                last = evidence_of(page, clause_of(page, clause.stop + 1))[1]
            self._clauses[clause, held] = self.own(first, last)
        return self._clauses[clause, held]

    def antecedent(self, word: int) -> frozenset[str]:
        """The keys of the noun that a relative clause describes, for its verb ("الحصار الذي فرضوه")."""
        page, number = self.page, self.page.chunk_of[word] - 1
        while number >= 0 and page.chunks[number].kind in ("particle", "time"):
            number -= 1
        if number < 0 or page.chunks[number].kind != "relative":
            return NO_KEYS
        head = head_of_relative(page, number)
        if head is None or senses_of(page.word(page.chunks[head]), as_verb=False):
            return NO_KEYS  # "الهجوم الذي شنوه": the noun tells it
        return self.own(page.chunks[head].first, page.chunks[head].last)

    def description(self, word: int) -> frozenset[str]:
        """The keys of the verb of a relative clause right behind a noun ("الهدنة التي أعلنوها")."""
        page, number = self.page, self.page.chunk_of[word] + 1
        last = page.sentence_last[number - 1]
        while number < last and (page.chunks[number].kind == "relative" or is_modifier(page, page.chunks[number])):
            number += 1
        verb = number < last and page.chunks[number].kind == "verb" and page.chunks[number - 1].kind == "relative"
        return self.own(page.chunks[number].first, page.chunks[number].last) if verb else NO_KEYS

    def beside(self, first: int, last: int) -> frozenset[str]:
        """The keys of the words around a trigger, names left out ("جبهة النصرة" is no front)."""
        sentence = self.page.text.sentence_of(first)
        return NO_KEYS.union(*self.unnamed[max(sentence.first, first - NEAR) : min(sentence.last, last + NEAR)])
