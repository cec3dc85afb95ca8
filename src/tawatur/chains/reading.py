"""Walks through an article sentence by sentence and opens a scope for every voice that is not the outlet's own."""

from functools import cache

from tawatur.arabic.word import Sentence
from tawatur.chains.adverbials import read_adverbials
from tawatur.chains.attaching import attach_adverbial
from tawatur.chains.desk import Desk, joiner_before
from tawatur.chains.lexicon import ALIKE, classes, judges, keys, nouns, speech_verbs
from tawatur.chains.placing import end_before
from tawatur.chains.relays import read_saying, read_standing_text
from tawatur.chains.scopes import Scope
from tawatur.chains.speakers import protagonist
from tawatur.chains.texts import go_on_with_quotation, read_label, read_text_about
from tawatur.chains.verbs import hidden, may_speak, read_verb

STANDS = frozenset({"جاء", "ورد", "كتب"})


def read_article_scopes(desk: Desk) -> list[Scope]:
    """Every scope of the article, in the order in which they were found."""
    previous: Sentence | None = None
    for sentence in desk.text.sentences:
        desk.ledger.reach(sentence.first)
        run_on(desk, sentence, previous)
        _sentence(desk, sentence)
        previous = sentence
    return [s for s in desk.ledger.scopes if s.last > s.first]


def run_on(desk: Desk, sentence: Sentence, previous: Sentence | None) -> None:
    """Speech behind a colon without marks runs on to the end of its paragraph, until something closes it."""
    if previous is None or previous.paragraph != sentence.paragraph:
        return
    running = [s for s in desk.ledger.scopes[-2:] if s.runs and s.last == previous.last]
    if not running or _closes(desk, sentence):
        return
    for scope in running:
        scope.last = sentence.last
        if scope not in desk.ledger.open:
            desk.ledger.open.append(scope)


@cache
def plain_cues() -> frozenset[str]:
    """The keys of cues that are no forms of the lexicon's verbs."""
    return STANDS | ALIKE | keys("saying") | nouns().keys()


def _closes(desk: Desk, sentence: Sentence) -> bool:
    head = [desk.words[i] for i in range(sentence.first, min(sentence.first + 4, sentence.last))]
    if not head:
        return True
    start = tuple(w.key for w in head)
    bare = (head[0].stem_key if head[0].conjunction else head[0].key, *start[1:])
    return head[0].stem_key in keys("impersonal") or any(
        form[: len(words)] == words for words in classes()["closers"] for form in (start, bare)
    )


def _sentence(desk: Desk, sentence: Sentence) -> None:
    adverbials = tuple(read_adverbials(desk.sources, sentence.first, sentence.last))
    taken = {w for a in adverbials for w in range(a.first, a.last)}
    read_label(desk, sentence)
    for index in range(sentence.first, sentence.last):
        word = desk.words[index]
        if not word.analyses and word.stem_key not in plain_cues() and word.key not in plain_cues():
            continue  # most words
        if index in taken or (index in desk.covered and not may_speak(desk, index, sentence)):
            continue
        desk.ledger.reach(index)
        if judges(word) and joiner_before(desk, index):
            end_before(desk, index, sentence)
        if found := speech_verbs(word) or hidden(desk, index, sentence):
            read_verb(desk, index, found, sentence)
        elif word.stem_key in STANDS and read_standing_text(desk, index, sentence):
            continue
        elif word.key in keys("saying"):
            read_saying(desk, index, sentence)
        elif word.stem_key in nouns():
            read_text_about(desk, index, sentence)
    for adverbial in adverbials:
        attach_adverbial(desk, adverbial, sentence)
    go_on_with_quotation(desk, sentence)
    if not any(sentence.first <= v.first < sentence.last for v in desk.sources.history[-3:]):
        desk.sources.remember(protagonist(desk.sources, sentence.first, sentence.last))
