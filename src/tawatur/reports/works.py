"""Acts told as going on: help that is a programme, forces that are seen where they stand."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles

UPON = frozenset({"عند", "لدي", "لحظه", "بعد", "فور", "عقب", "اثر", "حين"})
WORKS = frozenset({"عمليات", "عمليه", "برنامج", "برامج", "مهمه", "مهام"})


def in_hand(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "عمليات تدريب المعارضة", "برنامج تسليح العشائر": help to fighters that is told as a work in hand."""
    before = page.text.words[word.index - 1] if word.index else None
    comes = sense.shape == "masdar" and sense.entry.type == "MOBILIZE" and "ال" not in word.prefixes
    if comes and before is not None and before.stem_key in UPON and not before.enclitic:
        return any(a.klass == "armed" and a.first > word.index for a in roles.actors)  # "عند وصول قافلة للجيش"
    given = sense.shape == "masdar" and sense.entry.extension in ("train", "arm") and "ال" not in word.prefixes
    helped = any(a.klass in ("armed", "political") for a in roles.recipients)
    return given and helped and before is not None and before.stem_key in WORKS


def opens_clause(page: Page, word: Word) -> bool:
    """ "وتنتشر قوات الأمن في الشوارع": what forces are seen to do is told by a verb that opens its own clause."""
    index = page.chunk_of[word.index]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    opens = left is None or (left.kind == "mark" and page.chunks[index].joined)
    return opens and behind is not None and behind.bare and behind.actor is not None


def in_headline(page: Page, word: Word) -> bool:
    """ "الجيش يسيطر على البلدة" as the first line, without a full stop: there an imperfect tells what happened."""
    sentence = page.text.sentence_of(word.index)
    return sentence.first == 0 and page.text.words[sentence.last - 1].text not in closed().stops
