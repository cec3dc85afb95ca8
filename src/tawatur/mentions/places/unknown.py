"""Names that nobody knows: after a place word, further on in its list, or an area named by what goes on there."""

from tawatur.arabic.word import Word
from tawatur.mentions.places.heads import heads
from tawatur.mentions.places.hits import Hit, Words
from tawatur.mentions.places.index import forms

COMMAS = frozenset("،,")
NUMBERED = frozenset({"شارع", "حي", "منطقة"})
KILOMETRE = frozenset({"كيلو", "الكيلو"})


def unknown_name(words: Words, start: int, end: int) -> int:
    """Where a name that nobody knows ends, or `start` when the words are no name."""
    if start >= end:
        return start
    last = start + 1
    component = words[start].key in heads().components
    if not name_like(words[start]) and not (component and words[start].key in heads().nouns):
        return start
    if component and (last >= end or not goes_on(words[last])):
        return start
    if last < end and component:
        return last + 1
    if last < end and name_like(words[last]) and (_bare(words[start]) and _definite_name(words[last])):
        last += 1
    return last


def numbered(words: Words, start: int, end: int) -> int:
    """Where a number that names a street or quarter ends ("شارع 40", "حي 17 تموز", "كيلو 60"), or `start`."""
    at = start + (words[start].key == "ال" or words[start].key in KILOMETRE)
    if at >= end or words[at].kind != "number" or (words[start - 1].key == "منطقه" and at == start):
        return start
    at += 1
    return at + (at < end and words[at].key in heads().months)


def area_name(words: Words, start: int, end: int) -> int:
    """Where "مناطق سيطرة الجيش", "مناطق الاشتباك" end, or `start`: an area named by what goes on there."""
    if words[start].key in heads().area_of:
        return start + 1
    if start + 1 < end and words[start].key in heads().area_held and not _bare(words[start + 1]):
        return start + 2
    return start + 1 if words[start].stem_key in heads().area_held and words[start].enclitic else start


def goes_on(word: Word) -> bool:
    """Whether a word may be the second half of a name such as "دير ياسين", whose first half is a place word."""
    if name_like(word):
        return True
    plain = word.kind == "word" and len(word.key) >= 3 and word.pos != "verb" and word.key not in heads().not_names
    return plain and not (word.enclitic or word.conjunction or word.preposition)


def name_like(word: Word) -> bool:
    """Whether a word may be a proper name: no function word, adjective, verb or general noun."""
    if word.kind != "word" or (len(word.key) < 3 and word.key not in heads().components):
        return False
    known = heads()
    if word.prefixes[:1] in (("و",), ("ف",), ("ب",), ("ل",)) or word.enclitic or word.key.endswith(("ها", "هم")):
        return False
    part = word.key in known.components  # "كفر", "دير", whatever else their letters may be
    verb = not part and (word.key[0] in "يت" or word.pos == "verb") and any(a.pos == "verb" for a in word.analyses)
    if verb or (word.key[0] == "ي" and len(word.key) > 3):
        return False  # "قرية يسكنها": an imperfect
    if word.key in known.not_names or word.key in known.nouns or word.key in known.cardinals:
        return False
    plural = word.key.endswith(("يه", "ات")) or (
        word.key.endswith("ون") and bool(word.analyses)
    )  # "قسطون" is a village
    return "ال" in word.key[:2] or not plural or part


def _bare(word: Word) -> bool:
    return not word.key.startswith("ال")


def _definite_name(word: Word) -> bool:
    return word.key.startswith("ال") and not word.key.endswith(("يه", "ي"))


def read_list_item(words: Words, at: int, end: int, before: Hit) -> Hit | None:
    """An unknown name that goes on a list: "بلدات مورك وبريديج".

    The words after it must end the list or go on with it; a dual has one more name, whatever follows.
    """
    typed = before.typed
    if typed is None or not typed.many or not typed.found or at >= end:
        return None
    comma = at > before.last
    if comma and (words[before.last].text not in COMMAS or words[at].analyses or not name_like(words[at])):
        return None
    form = next((f for f in forms(words[at].key) if (comma or f.conjunction == "و") and not f.preposition), None)
    if form is None or len(form.text) < 3 or form.text in heads().not_names or form.text in heads().nouns:
        return None
    last = at + 1 + (form.text in heads().components)
    second = typed.two and before.name[0] > before.first
    if last < end and not second and not _ends_list(words[last]):
        return None
    return Hit(first=at, last=last, form=form, heads=(typed,), name=(at, last))


def _ends_list(word: Word) -> bool:
    """Whether a word may stand after the last name of a list, or go on with it."""
    return word.kind == "punctuation" or word.key in ("في", "بريف") or word.key[:1] in ("و", "ب")
