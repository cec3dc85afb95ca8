"""Which noun a relative clause behind an event noun describes: by gender, and by what stands between."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import gender_of
from tawatur.reports.grammar.page import Chunk, Page

FEMININE = ("ة", "ات")


def nearest_head(page: Page, noun: int, relative: int) -> bool:
    """Whether no noun between has the gender of the relative pronoun ("رفضه الالتزام بالهدنة التي …")."""
    feminine = page.word(page.chunks[relative]).stem_key in ("التي", "اللتان", "اللتين")
    for position in range(relative - 1, noun, -1):
        chunk = page.chunks[position]
        things = chunk.actor is None and page.word(chunk).number == "p"
        gender = "f" if things else gender_of(chunk, page)
        if chunk.kind == "noun" and chunk.text != "pronoun" and gender == ("f" if feminine else "m"):
            return False
    return True


def is_head(page: Page, word: int, chunk: Chunk, relative: Chunk) -> bool:
    """Whether a relative clause describes the event noun, not a noun behind it ("استعادة الأراضي التي انتزعها")."""
    feminine = page.word(relative).stem_key == "التي"
    if chunk.last == word + 1 or chunk.nationals:
        return relative.index == chunk.index + 1 or not _of_other_gender(page.text.words[word], feminine=feminine)
    if chunk.owner is not None:
        return bool(chunk.owner.gender) and (chunk.owner.gender == "f") != feminine
    alike = all(page.text.words[n].definite == page.text.words[word].definite for n in range(word + 1, chunk.last))
    return alike or _meant_by_gender(page.text.words[word], page.text.words[chunk.last - 1], feminine)


def _meant_by_gender(noun: Word, genitive: Word, feminine: bool) -> bool:
    """ "محادثات السلام التي", "اتفاق الهدنة الذي": of a noun and its genitive the one of the gender of the relative."""
    if noun.definite or not genitive.definite or genitive.pos not in ("noun", ""):
        return False
    return noun.stem.endswith(FEMININE) == feminine != genitive.stem.endswith(FEMININE)


def _of_other_gender(noun: Word, *, feminine: bool) -> bool:
    """ "زيارة إلى الشطر الذي تحتله": a relative pronoun of another gender describes another noun."""
    if noun.stem.endswith("ة"):
        return not feminine
    return feminine and noun.number == "s" and not noun.stem.endswith(("ات", "اء", "ى"))
