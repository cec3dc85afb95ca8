"""Whether a phrase is only an adjective, participle or number that agrees with the noun before it."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page

COUNTS = frozenset(
    {
        "ثلاثه",
        "ثلاث",
        "اربعه",
        "اربع",
        "خمسه",
        "خمس",
        "سته",
        "ست",
        "سبعه",
        "سبع",
        "ثمانيه",
        "ثماني",
        "تسعه",
        "تسع",
        "عشره",
        "عشر",
    }
)


def is_modifier(page: Page, chunk: Chunk) -> bool:
    """A bare participle or adjective behind a noun, which adds nothing to the clause ("مقاتلون موالون")."""
    if chunk.kind != "noun" or chunk.prep or chunk.joined or chunk.owner is not None or not chunk.index:
        return False
    left, word = page.chunks[chunk.index - 1], page.word(chunk)
    if word.stem_key in COUNTS and word.definite and left.kind == "noun":
        return page.text.words[left.last - 1].definite  # "في الأشهر الأربعة الأولى", "الجنود الثلاثة"
    near = word.stem_key in ("قريب", "قريبه")  # "البلدة القريبة من الحدود" is no relative
    if chunk.actor is not None and not near:
        return False
    if near:
        return left.kind == "noun"
    if chunk.place is not None or word.enclitic:
        return False
    if chunk.last > chunk.head + 1 and word.stem_key in closed().target_nouns and not word.definite:
        return False  # "هاجمت طائرة ناقلة نفط"
    if word.stem_key in ("اخر", "اخري", "اخرون", "اخرين"):
        return left.kind == "noun"  # "مسلحا آخر"
    if word.stem_key in closed().duals or word.stem_key in ("واحد", "واحده"):
        return left.kind == "noun"  # "مسلحين اثنين"
    if any(a.adjective for a in page.actors_at.get(chunk.head, ())):
        return left.kind == "noun"  # "بلدة صرين السورية"
    shaped = all(a.pos == "adjective" for a in word.analyses) if word.analyses else word.pos == "adjective"
    last = page.text.words[left.last - 1]
    if word.stem.endswith("ا") and not word.definite and not last.stem.endswith("ا"):
        return False  # "مسلحون … صحفيا": another case, so the object and no adjective
    many = left.actor is not None and left.actor.number == "p" and last.stem.endswith("ون")
    if many and not word.stem.endswith("ون"):
        return False  # "المستوطنون المسجد"
    if left.kind == "mark":
        return shaped and word.definite and left.text in closed().commas  # "، الواقعة في …،"
    closed_by = last.definite or (
        left.place is not None and left.actor is None and left.definite
    )  # "منطقة عتمة التابعة لمحافظة ذمار"
    return shaped and left.kind == "noun" and word.definite == closed_by
