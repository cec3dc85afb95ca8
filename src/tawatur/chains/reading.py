"""Walks through an article sentence by sentence and opens a scope for every voice that is not the outlet's own."""

from functools import cache
from itertools import compress

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Sentence, Word
from tawatur.chains.adverbials import read_adverbials
from tawatur.chains.attaching import attach_adverbial
from tawatur.chains.between import read_between, read_carried
from tawatur.chains.desk import Desk, joiner_before
from tawatur.chains.judging import behind_lead, read_quoted_judgement, who_judges
from tawatur.chains.lexicon import ALIKE, SPOKEN, classes, judges, keys, nouns, speech_verbs
from tawatur.chains.placing import end_before
from tawatur.chains.relays import TEXT_ITSELF, read_inside_text, read_saying, read_standing_text
from tawatur.chains.scopes import Scope
from tawatur.chains.speakers import protagonist
from tawatur.chains.standing import read_standing_source
from tawatur.chains.texts import go_on_with_quotation, read_closing_label, read_label, read_text_about
from tawatur.chains.verbs import ANSWERED, hidden, may_speak, read_verb

STANDS = frozenset({"جاء", "ورد", "كتب"})


def read_article_scopes(desk: Desk) -> list[Scope]:
    """Every scope of the article, in the order in which they were found."""
    previous: Sentence | None = None
    for sentence in desk.text.sentences:
        desk.ledger.reach(sentence.first)
        run_on(desk, sentence, previous)
        _sentence(desk, sentence, previous)
        previous = sentence
    read_carried(desk)
    _through_agencies(desk)
    return [s for s in desk.ledger.scopes if s.last > s.first]


def _through_agencies(desk: Desk) -> None:
    """Unnamed sources that spoke to an agency spoke to it from the first sentence on."""
    for scope in desk.ledger.scopes:
        if scope.medium is None and len(scope.voices) == 1 and scope.voices[0].anonymous:
            agency = desk.sources.agencies.get(scope.voices[0].entity)
            scope.medium = agency if agency is not None and scope.cue_word < agency.first else None


def run_on(desk: Desk, sentence: Sentence, previous: Sentence | None) -> None:
    """Speech behind a colon without marks runs on to the end of its paragraph, until something closes it."""
    if previous is None or previous.paragraph != sentence.paragraph:
        return
    if (told := _goes_on(desk, sentence, previous)) is not None:
        desk.ledger.add(told)
        return
    running = [s for s in desk.ledger.scopes[-2:] if s.runs and s.last == previous.last]
    if not running or _closes(desk, sentence):
        return
    for scope in running:
        scope.last = sentence.last
        if scope not in desk.ledger.open:
            desk.ledger.open.append(scope)


def _goes_on(desk: Desk, sentence: Sentence, previous: Sentence) -> Scope | None:
    """ "…. وأن القوات انسحبت", "…. وإن القوات انسحبت": what the sentence before was said by goes on."""
    first = desk.words[sentence.first]
    if first.stem_key != "ان" or first.conjunction != "و":
        return None
    told = [s for s in desk.ledger.scopes if s.last >= previous.last - 2 and s.first >= previous.first]
    if not told:
        return None
    spelt = first.span.of(desk.text.original)[:2]
    if spelt != "وأ" and not (spelt == "وإ" and _said_that(desk, told[-1], sentence)):
        return None
    return msgspec.structs.replace(told[-1], first=sentence.first, last=sentence.last, quoted=False)


def _said_that(desk: Desk, told: Scope, sentence: Sentence) -> bool:
    """Whether "إن" opened what was said, as it does again; before a past it is a condition ("وإن كانت")."""
    opened = desk.words[told.first - 1] if told.first else None
    behind = desk.words[min(sentence.first + 1, sentence.last - 1)]
    return opened is not None and opened.text == "إن" and behind.pos in ("noun", "name", "adjective", "other")


@cache
def plain_cues() -> frozenset[str]:
    """The keys of cues that are no forms of the lexicon's verbs."""
    return frozenset((*STANDS, *TEXT_ITSELF, *ALIKE, *keys("saying"), *nouns()))


def _closes(desk: Desk, sentence: Sentence) -> bool:
    head = [desk.words[i] for i in range(sentence.first, min(sentence.first + 4, sentence.last))]
    if not head:
        return True
    start = tuple(w.key for w in head)
    bare = (head[0].stem_key if head[0].conjunction else head[0].key, *start[1:])
    return head[0].stem_key in keys("impersonal") or any(
        form[: len(words)] == words for words in classes()["closers"] for form in (start, bare)
    )


@by_form
def _may_be_cue(word: Word) -> bool:
    """Whether a word speaks, judges, or names what is said, in some company."""
    cues = plain_cues()
    if word.stem_key in cues or word.key in cues or word.key == ANSWERED:
        return True
    return (word.pos == "verb" and judges(word)) or (word.pos in SPOKEN and bool(speech_verbs(word)))


def _sentence(desk: Desk, sentence: Sentence, previous: Sentence | None) -> None:
    adverbials = tuple(read_adverbials(desk.sources, sentence.first, sentence.last))
    if read_standing_source(desk, sentence, previous, adverbials):
        return
    taken = {w for a in adverbials for w in range(a.first, a.last)}
    read_label(desk, sentence)
    cited = [a for a in adverbials if a.voices and not any(v.klass in ("media", "text") for v in a.voices)]
    words, held = desk.words[sentence.first : sentence.last], desk.sources.text.told[sentence.first : sentence.last]
    for word in compress(words, answers(_may_be_cue, held)):  # most words are none
        index = word.index
        while cited and cited[0].last <= index:
            told = cited.pop(0)  # "على ما قال ضابط، مضيفا أن"
            if not any(s.holds(told.first) for s in desk.ledger.scopes):
                desk.sources.remember(told.voices)
        if index in taken or (index in desk.covered and not may_speak(desk, index, sentence)):
            continue
        desk.ledger.reach(index)
        if judges(word) and joiner_before(desk, index):
            end_before(desk, index, sentence)
        if found := speech_verbs(word) or hidden(desk, index, sentence):
            read_verb(desk, index, found, sentence)
        elif word.stem_key in STANDS or word.key in TEXT_ITSELF:
            _ = read_standing_text(desk, index, sentence) or read_inside_text(desk, index, sentence)
        elif word.key in keys("saying"):
            read_saying(desk, index, sentence)
        elif word.stem_key in nouns():
            read_text_about(desk, index, sentence)
    for adverbial in adverbials:
        attach_adverbial(desk, adverbial, sentence)
    go_on_with_quotation(desk, sentence)
    read_quoted_judgement(desk, sentence)
    read_closing_label(desk, sentence)
    read_between(desk, sentence, previous)
    if not any(sentence.first <= v.first < sentence.last for v in desk.sources.history[-3:]):
        desk.sources.remember(
            protagonist(desk.sources, sentence.first, sentence.last)
            or who_judges(desk, sentence)
            or protagonist(desk.sources, behind_lead(desk.words, sentence), sentence.last)
        )
