"""Who judges, demands or accuses speaks as well: a "وأكد أن" after it is his, and so is what he is quoted with."""

from bisect import bisect_left
from operator import attrgetter

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.desk import Desk
from tawatur.chains.lexicon import judges
from tawatur.chains.openers import COMMAS
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import PEOPLE, Voice
from tawatur.model.draft import Draft

_WORD = attrgetter("trigger_word")
OPENING = 40  # words of a sentence among which the verb of its judgement stands
ALSO = frozenset({"كما", "كذلك"})
LEAD = 8  # words of an adverbial before the verb of a sentence
WORDS_SAID = 4  # words of a quotation that is more than a name or a label


def behind_lead(words: tuple[Word, ...], sentence: Sentence) -> int:
    """The verb behind what leads in ("من جهته، استقبل الوزير"); the first word of the sentence where there is none."""
    first = words[sentence.first]
    if first.key in ALSO and words[min(sentence.first + 1, sentence.last - 1)].pos == "verb":
        return sentence.first + 1  # "كما دعا البيان إلى"
    if not (first.pos == "preposition" or first.preposition):
        return sentence.first
    for j in range(sentence.first + 1, min(sentence.last, sentence.first + LEAD)):
        if words[j].pos in ("subordinator", "relative"):
            break
        if words[j].pos == "verb":
            return j if words[j - 1].text in COMMAS else sentence.first
    return sentence.first


def who_judges(desk: Desk, sentence: Sentence) -> tuple[Voice, ...]:
    """The people who praise, condemn or demand in a sentence in which nobody else speaks."""
    for draft in _judgements(desk, sentence):
        late = draft.trigger_word > sentence.first + OPENING
        if late or desk.words[draft.trigger_word].enclitic or not _own(desk, draft, sentence):
            continue
        if found := _judges(desk, draft, sentence):
            return found
    return ()


def judge_before(desk: Desk, index: int, sentence: Sentence) -> tuple[Voice, ...]:
    """The one who judges last before a participle of speech ("دعا الرئيس إلى الهدنة، مؤكدا أن")."""
    before = [d for d in _judgements(desk, sentence) if d.trigger_word < index and _own(desk, d, sentence)]
    return _judges(desk, before[-1], sentence, doers=True) if before else ()


def unknown_judge(desk: Desk, sentence: Sentence) -> tuple[Voice, ...]:
    """ "كما دعا برازاني إلى الهدنة، مؤكدا أن": the name right behind the verb of judgement that opens a sentence."""
    at = behind_lead(desk.words, sentence)
    if at + 1 >= sentence.last or not judges(desk.words[at]) or desk.words[at + 1].pos != "name":
        return ()
    voice = desk.sources.unnamed_at(at + 1, sentence.last)
    return (voice,) if voice is not None else ()


def opening_person(desk: Desk, sentence: Sentence) -> tuple[Voice, ...]:
    """ "ولوح الوزير بقصف المدينة، مؤكدا أن": who stands right behind a first word that was not taken for a verb."""
    first, phrase = desk.words[sentence.first], desk.sources.phrase_at(sentence.first + 1)
    if first.definite or first.preposition or phrase is None or not phrase.definite:
        return ()
    if phrase.klass not in ("person", "office") or desk.words[phrase.first].preposition:
        return ()
    may = any(a.pos == "verb" for a in first.analyses) or not first.analyses
    return (desk.sources.of(phrase),) if may else ()


def _own(desk: Desk, draft: Draft, sentence: Sentence) -> bool:
    """Whether the outlet tells a judgement, and no one else; "الوزير الذي ندد" only describes somebody."""
    if any(s.holds(draft.trigger_word) for s in desk.ledger.scopes[-6:]):
        return False
    return draft.trigger_word == sentence.first or desk.words[draft.trigger_word - 1].pos != "relative"


def read_quoted_judgement(desk: Desk, sentence: Sentence) -> None:
    """ "ندد الوزير بما سماه «المجزرة التي …»", "طالب بـ«وقف القصف الذي …»": the words in marks are his."""
    for draft in _judgements(desk, sentence):
        voices = tuple(v for v in _judges(desk, draft, sentence, doers=True) if not desk.outlet.owns(v))
        said = voices and _words_said(desk, draft, sentence)
        if not said:
            continue
        desk.ledger.scopes.append(
            Scope(
                first=said[0],
                last=said[1],
                voices=voices,
                stance="asserts",
                modality=None,
                cue=draft.trigger,
                cue_word=draft.trigger_word,
                rule="quoted_judgement",
                quoted=True,
            )
        )


def _judgements(desk: Desk, sentence: Sentence) -> tuple[Draft, ...]:
    first = bisect_left(desk.judgements, sentence.first, key=_WORD)
    return desk.judgements[first : bisect_left(desk.judgements, sentence.last, key=_WORD)]


def _judges(desk: Desk, draft: Draft, sentence: Sentence, *, doers: bool = False) -> tuple[Voice, ...]:
    """The voices of those who act in a judgement, where its own sentence names them."""
    named = [a for a in draft.actors if sentence.first <= a.first < sentence.last]
    if not named or len(named) < len(draft.actors) or not (doers or all(a.klass in PEOPLE for a in named)):
        return ()
    return tuple(desk.sources.of(a) for a in named)


def _words_said(desk: Desk, draft: Draft, sentence: Sentence) -> tuple[int, int] | None:
    """The quotation behind a judgement that nobody else says."""
    for j in range(draft.trigger_word + 1, sentence.last):
        word, said = desk.words[j], desk.quotes.starting.get(j)
        if said is not None and said.last - said.first >= WORDS_SAID:
            free = not any(s.holds(said.first + 1) or s.cue_word > draft.trigger_word for s in _here(desk, sentence))
            return (said.first, min(said.last, sentence.last)) if free else None
        if word.pos == "verb" and not word.enclitic:
            return None
    return None


def _here(desk: Desk, sentence: Sentence) -> list[Scope]:
    return [s for s in desk.ledger.scopes if s.last > sentence.first and s.first < sentence.last]
