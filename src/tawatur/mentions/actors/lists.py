"""The closed word lists of the grammar: quantities, given names, names of families. Keys, loaded once."""

from functools import cache

import msgspec

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml

PACKAGE = "tawatur.mentions.actors"
LEADS = frozenset(
    map(key, ("عبد", "أبو", "أبي", "أبا", "بن", "ابن", "بنت", "آل", "أم", "دي", "دو", "فان", "فون", "ولد", "ذو"))
)
UNIT_WORDS = frozenset(
    map(
        key,
        (
            "شهداء",
            "أحرار",
            "أنصار",
            "جند",
            "جنود",
            "أسود",
            "صقور",
            "فرسان",
            "أحفاد",
            "عباد",
            "ثوار",
            "درع",
            "سيف",
            "أبناء",
            "نور",
            "سيوف",
            "حراس",
            "أسد",
            "شهيد",
            "رجال",
            "فجر",
            "نسور",
            "ذئاب",
            "مغاوير",
            "عشاق",
            "فدائيو",
            "رايات",
            "صوت",
            "نداء",
            "عاصفة",
            "بركان",
            "أمل",
            "فتح",
        ),
    )
)
OPENING_LEADS = frozenset(map(key, ("عبد", "أبو", "أبي", "أم")))


class Quantities(msgspec.Struct, frozen=True):
    """Numbers, words for many, quantifiers, partitives ("عدد من"), and verbal nouns that people follow ("مقتل")."""

    numbers: frozenset[str]
    many: frozenset[str]
    quantifiers: frozenset[str]
    partitives: frozenset[str]
    losses: frozenset[str]
    sizes: frozenset[str]
    harms: frozenset[str]


class Names(msgspec.Struct, frozen=True):
    """Given names, common words among them, words never in a name, names of families, verbs of speaking."""

    given: frozenset[str]
    unsure: frozenset[str]
    never: frozenset[str]
    families: frozenset[str]
    speakers: frozenset[str]


@cache
def quantity_words() -> Quantities:
    """The words of quantities.yml."""
    content = load_yaml(PACKAGE, "quantities.yml")
    return Quantities(*(frozenset(key(word) for word in content[name]) for name in Quantities.__struct_fields__))


@cache
def name_words() -> Names:
    """The words of given_names.yml."""
    content = load_yaml(PACKAGE, "given_names.yml")
    return Names(*(frozenset(key(word) for word in content[name]) for name in Names.__struct_fields__))
