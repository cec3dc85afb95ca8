"""The words that keep a trigger company: their keys lock or refuse its senses. Each word is looked up once."""

from tawatur.reports.grammar.borders import clause_of, evidence_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.collocates import NO_KEYS, keys_of_word

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
        self._clauses: dict[range, frozenset[str]] = {}

    def own(self, first: int, last: int) -> frozenset[str]:
        """The keys of words `first` to `last` exclusive."""
        return NO_KEYS.union(*self.keys[first:last])

    def of_clause(self, clause: range) -> frozenset[str]:
        """The keys of a clause and of the complement behind it ("وصف … بأنها …")."""
        if clause not in self._clauses:
            page = self.page
            first, last = evidence_of(page, clause)
            if clause.stop + 1 < len(page.chunks) and page.chunks[clause.stop].kind == "that":
                last = evidence_of(page, clause_of(page, clause.stop + 1))[1]
            self._clauses[clause] = self.own(first, last)
        return self._clauses[clause]

    def beside(self, first: int, last: int) -> frozenset[str]:
        """The keys of the words around a trigger, names left out ("جبهة النصرة" is no front)."""
        sentence = self.page.text.sentence_of(first)
        return NO_KEYS.union(*self.unnamed[max(sentence.first, first - NEAR) : min(sentence.last, last + NEAR)])
