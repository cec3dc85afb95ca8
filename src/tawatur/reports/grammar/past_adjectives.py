"""Where an adjective ends a noun phrase: behind an indefinite noun and what it is like no genitive stands."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.lexicon.senses import deeds_of

OTHERS = frozenset({"اخري", "اخر"})
STRONG = frozenset(
    {"شديد", "شديده", "عنيف", "عنيفه", "قوي", "قويه", "كبير", "كبيره", "واسع", "واسعه", "جديد", "جديده", "ضخم", "ضخمه"}
)
STATEMENTS = frozenset({
    "بيان", "تصريح", "شريط", "تسجيل", "مؤتمر", "خطاب", "حديث", "مقابله", "رساله", "كلمه", "تغريده", "تقرير", "اتصال",
})  # fmt: skip
MANNER = STRONG | {  # how an act is done: adjectives and nothing else
    "مكثف", "مكثفه", "متواصل", "متواصله", "محكم", "محكمه", "مباغت", "مباغته", "مفاجي", "مفاجيه", "مباشر", "مباشره",
    "عشوايي", "عشواييه", "ثقيله", "متوسطه", "خفيفه", "خاطف", "خاطفه", "نوعي", "نوعيه", "متزامن", "متزامنه", "مزدوج",
    "مزدوجه", "دقيق", "دقيقه",
}  # fmt: skip
FILM = "فيديو"  # "في شريط فيديو"
INCLUDING = frozenset(
    {"مختلف", "عديد", "معظم", "بقيه", "سائر", "شتي", "كبري", "كافه", "عده"}
)  # adjectives only in shape
ARMOURED = "مدرعه"


def told_already(words: tuple[Word, ...], i: int, j: int, actor: ActorPhrase | None) -> bool:
    """ "دعا في بيان مشترك الحكومة إلى": behind an indefinite noun and its adjective no definite one is a genitive."""
    last = words[j - 1]
    if j != i + 2 or actor is None or not actor.definite or words[i].definite or last.prefixes or last.enclitic:
        return False
    many = last.stem.endswith(("ات", "ون")) or (last.stem.endswith("ي") and any(a.derived for a in last.analyses))
    adjective = last.pos == "adjective" and not many  # "معسكرات متمردي الحركة"
    adjective = adjective or (words[i].stem_key in STATEMENTS and last.key != FILM)
    return adjective and words[i].stem.endswith(("ة", "ات")) == last.stem.endswith("ة")


def past_adjective(cursor: Cursor, i: int, j: int) -> bool:
    """ "استهدفوا في كمين محكم دورية", "بقصف عنيف مواقع": behind an indefinite noun and its adjective no genitive."""
    words = cursor.words
    head, last, word = words[i], words[j - 1], words[j]
    aimed = not word.prefixes and not word.enclitic and (is_target(cursor, j) or word.stem_key in cursor.known.sites)
    if aimed and j == i + 1 and head.conjunction and head.stem_key in MANNER:
        return True  # "بقصف عنيف ومتواصل مواقع"
    if not aimed or not cursor.prep or j < i + 2 or head.definite or head.enclitic:
        return False
    shaped = last.pos == "adjective" and last.stem.endswith(("ي", "ية")) and not is_target(cursor, j - 1)
    if not (shaped or last.stem_key in MANNER) or last.prefixes or last.enclitic or last.stem_key in INCLUDING | OTHERS:
        return False
    if word.stem_key == ARMOURED:
        return False  # "قرب عربة عسكرية مدرعة"
    if last.stem_key.startswith("ا") and len(last.stem_key) == len("اكبر"):
        return False  # "في محيط أكبر قواعد"
    if last.stem.endswith(("ون", "ين", "ات", "ي")) and any(a.number == "p" for a in last.analyses):
        return False  # "قرب معسكرات متمردي": the fighters
    many = head.stem.endswith(("ة", "ات")) or head.number == "p"
    return last.stem.endswith("ة") == many


def stands_apart(words: tuple[Word, ...], i: int, j: int) -> bool:
    """Whether a definite word stands behind an indefinite noun and its adjective of relation."""
    last = words[j - 1]
    plain = not words[i].definite and not words[i].enclitic and not last.prefixes and last.stem.endswith(("ي", "ية"))
    return plain and words[j].prefixes == ("ال",)


def closed_by_adjective(words: tuple[Word, ...], i: int, j: int) -> bool:
    """ "استهدفت ضربة جوية المسلحين": an act without article and its adjective of relation have no genitive behind."""
    act, last = words[i], words[j - 1]
    if j != i + 2 or act.definite or not last.stem.endswith(("ية", "ي")) or last.pos == "noun":
        return False
    return last.stem.endswith("ة") == act.stem.endswith("ة") and any(e.type == "ASSAULT" for e in deeds_of(act))


def is_of_kind(words: tuple[Word, ...], i: int, j: int) -> bool:
    """ "سيارة مدنية مدير الأمن", "سيارة مفخخة قوات الأمن": behind a thing and what it is like stands no genitive."""
    thing, last = words[i], words[j - 1]
    if j != i + 2 or thing.definite or last.prefixes or not (thing.text.endswith("ة") and last.text.endswith("ة")):
        return False
    adjective = last.pos == "adjective" or any(a.derived == "passive" for a in last.analyses)
    known, stem = closed(), thing.stem_key
    return adjective and (stem in known.missiles or stem in known.strongholds or stem in known.target_nouns)


def so_strong(words: tuple[Word, ...], i: int, j: int) -> bool:
    """ "اجتاحت موجة حر شديدة العراق": behind an adjective without article no name is a genitive."""
    last = words[j - 1]
    return j > i + 1 and not last.prefixes and last.stem_key in STRONG and not words[i].definite


def is_target(cursor: Cursor, i: int) -> bool:
    stem = cursor.words[i].stem_key
    return stem in cursor.known.target_nouns or stem.removesuffix("ا") in cursor.known.target_nouns
