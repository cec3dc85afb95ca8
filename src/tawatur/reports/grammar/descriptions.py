"""What stands right behind a phrase of people and still belongs to it: their town, or what they are."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.page import Chunk, Page

BACKED = frozenset({"مدعوم", "مدعومه", "مدعومين", "مدعومون", "ممول", "مموله", "ممولين"})
ARMS = frozenset({"ذراع", "فرع", "جناح"})


def goes_on(page: Page, noun: Chunk, following: Chunk) -> bool:
    """ "إعدام شخصين من سكان المدينة": the phrase behind "من" goes on, and nothing is done to the town."""
    words = page.text.words
    last, before = words[noun.last - 1], words[noun.last - 2]
    if following.last == following.first + 1 and _trained(words, noun, page.word(following)):
        return True
    open_noun = before.stem_key == "من" and not last.definite and not last.enclitic and last.pos == "noun"
    return open_noun and following.definite and following.actor is None


def _trained(words: tuple[Word, ...], noun: Chunk, word: Word) -> bool:
    """ "خطف مقاتلين سوريين مدربين": a participle in the plural describes indefinite people before it."""
    alike = all(w.stem.endswith("ين") and not w.definite for w in (words[noun.last - 1], word))
    return alike and noun.owner is not None and not word.conjunction and any(a.derived for a in word.analyses)


def is_arm(page: Page, chunk: Chunk, before: Chunk) -> bool:
    """ "نشر تنظيم الشباب ذراع القاعدة شريطا": whose arm the named subject is said to be."""
    named = before.actor is not None and before.actor.form in ("name", "loaded")
    return named and chunk.bare and not chunk.joined and page.word(chunk).stem_key in ARMS


def counts_told(page: Page, chunk: Chunk) -> bool:
    """ "قتل عشرون جنديا، ثلاثة منهم في كمين": a number behind a comma takes up those told before."""
    if not chunk.bare or chunk.actor is not None or chunk.index + 1 >= page.sentence_last[chunk.index]:
        return False
    left, right = page.chunks[chunk.index - 1], page.chunks[chunk.index + 1]
    return left.kind == "mark" and right.prep == "من" and right.text == "pronoun"


def is_backer(page: Page, chunk: Chunk) -> bool:
    """ "هاجمت الفصائل المدعومة تركيا قرية": by whom one is backed is not whom one attacks."""
    left = page.word(page.chunks[chunk.index - 1]) if chunk.index > page.sentence_first[chunk.index] else None
    return left is not None and chunk.bare and "ال" in left.prefixes and left.stem_key in BACKED
