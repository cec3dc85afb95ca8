"""Refuses a lexicon entry that cannot be right: wrong letters, a root that does not fit its form, unknown classes."""

import re
from typing import TYPE_CHECKING

from tawatur.errors import KnowledgeError

if TYPE_CHECKING:
    from tawatur.knowledge.lexicon.entries import Entry

CLASSES = {
    "state",
    "office",
    "armed",
    "weapon",
    "political",
    "person",
    "civilians",
    "media",
    "source",
    "organisation",
    "group",
}
SLOTS = {
    "subject", "object", "genitive", "clause", "على", "الى", "ب", "ل", "من", "في", "ضد", "مع", "بين", "عن", "باتجاه",
    "صوب", "نحو", "تحت", "عبر", "في محيط", "من قبل", "على يد", "بحق", "تجاه", "لدى", "حول", "بشأن", "عند", "داخل",
    "أمام", "قرب", "ضمن", "الى جانب", "وراء", "خلف", "في صفوف",
}  # fmt: skip
VOWELS = {"a-u", "a-i", "a-a", "i-a", "u-u", "i-i"}
_ODD = re.compile("[\u06cc\u06a9\u0640\u064b-\u0650\u0652\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def check_letters(text: str, where: str) -> None:
    """Persian letters, tatweel, vowel marks (shadda apart) and bidi controls never enter."""
    if found := _ODD.search(text):
        raise KnowledgeError(f"{where}: the character U+{ord(found.group()):04X} may not stand in the lexicon")


def check_entry(entry: "Entry") -> None:
    """Raises KnowledgeError with the entry's lemma and what is wrong."""
    for wrong in _faults(entry):
        raise KnowledgeError(f"lexicon {entry.file}.yml: {entry.lemma}: {wrong}")


def _faults(entry: "Entry") -> list[str]:
    faults: list[str] = []
    if entry.pos == "verb":
        if len(entry.root) != (4 if entry.form in (11, 12) else 3):
            faults.append(f"form {entry.form} does not go with root {list(entry.root)}")
        if entry.form == 1 and entry.vowels not in VOWELS:
            faults.append(f"form 1 needs vowels out of {sorted(VOWELS)}")
        if not 1 <= entry.form <= 12:
            faults.append(f"no form {entry.form}")
    if entry.pos == "phrase" and len(entry.phrase) < 2:
        faults.append("a phrase has at least two words")
    faults += [f"no slot {slot}" for slot in entry.roles if slot not in SLOTS]
    faults += [f"no class {name}" for names in entry.admits.values() for name in names if name not in CLASSES]
    if entry.kind in ("act", "tie") and not entry.type:
        faults.append("an act or tie needs a type")
    return faults
