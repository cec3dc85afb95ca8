"""What a quoted speaker says that his own side does: "قتلنا عشرين جنديا", "سنشن هجوما على التنظيم"."""

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.reports.grammar.page import Page

WE = "نا"  # as the end of a past it is "we" or "us", and nothing in its letters tells which
LIGHT = "light_verb"
NEAR = 3  # chunks between a light verb and its noun


@by_form
def _past_with_us(word: Word) -> bool:
    """Whether a form is a past of "he" with "نا" behind it: "قتلنا", not "قصفتنا"."""
    verbs = [a for a in word.analyses if a.pos == "verb"] if word.enclitic == WE else []
    return any(a.tense == "past" and a.person == "3" and (a.gender, a.number) == ("m", "s") for a in verbs)


@by_form
def _present_of_us(word: Word) -> bool:
    """ "نقصف", "سنشن": a present that is of no other person."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    return word.stem.startswith("ن") and len(word.stem) > 2 and bool(verbs) and all(a.person == "1" for a in verbs)


def we_did(page: Page, index: int) -> bool:
    """Whether the verb that is chunk `index` ends in "we": nobody stands behind it who may have done it to us."""
    if not _past_with_us(page.word(page.chunks[index])):
        return False
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if behind is None or behind.actor is None or not behind.bare or behind.joined:
        return True
    return behind.actor.quantity is not None or not behind.definite  # "هاجمنا المسلحون": they, us


def ours(page: Page, word: int, rule: str) -> bool:
    """Whether the verb of an act, or the light verb before its noun, is in the plural of the first person."""
    index = page.chunk_of[word]
    if rule.startswith(LIGHT):
        before = range(index - 1, max(page.sentence_first[index], index - NEAR) - 1, -1)
        index = next((i for i in before if page.chunks[i].kind == "verb"), index)
    if index < 0 or page.chunks[index].kind != "verb":
        return False
    return _present_of_us(page.word(page.chunks[index])) or we_did(page, index)
