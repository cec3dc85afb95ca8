"""What the tagger sees of a form. Every feature depends on one form only, so scores are added up once a form.

Shared by the trainer (tools/train_tags.py) and the reader; changing it means training again.
"""

from tawatur.arabic.frequency.reader import in_use
from tawatur.arabic.word import Analysis

AUGMENTS = frozenset("اوينمتسه")
OPEN = ("noun", "verb", "adjective", "name", "adverb", "number")


# the names of features in the order in which the functions below give their values; None is a feature that is absent
OF_FORM = ("k", "p", "e", "pe", "px", "l")
OF_STEM = ("s", "n", "a", "b", "c", "x", "y", "z", "h", "w", "A", "F", "T", "W", "N", "Y", "V", "S", "B", "M", "I")
NEAR = ("k", "t", "p", "y", "g", "b")
COUNTED = frozenset("nwAFTWNYVSMI")  # those whose values are numbers
Values = tuple[str | int | None, ...]


def named(names: tuple[str, ...], values: Values) -> list[str]:
    """Features as the trainer and the file of weights write them."""
    return [f"{name}={value}" for name, value in zip(names, values, strict=True) if value is not None]


def form_features(key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...]) -> Values:
    """What depends on a form's clitics, or on the readings that they leave: the values of `OF_FORM`."""
    lead = "".join(prefixes)
    readings = "|".join(sorted({a.pos + a.derived + a.tense for a in known})) if known else ""
    return key, lead, enclitic, f"{'ال' in prefixes}{stem[-2:]}", lead[-1:] + stem[:1], readings


def stem_features(stem: str) -> Values:
    """What a stem says of its part of speech whatever stands around it: the values of `OF_STEM`."""
    pattern = stem[:7].translate(_PATTERN)
    letters = (stem, min(len(stem), 7), stem[:1], stem[:2], stem[:3], stem[-1:], stem[-2:], stem[-3:], pattern)
    return letters + _company(stem)


def near_features(key: str, prefixes: tuple[str, ...], stem: str, pos: str) -> Values:
    """What a form says of its neighbours' parts of speech; `pos` is its own where a list decides it, else empty."""
    article = str("ال" in prefixes)
    lead = prefixes[0][0] if prefixes else ""
    return key, pos, article + lead, stem[-2:], article + stem[-1:], stem[:1] + article


def may_be_verb(prefixes: tuple[str, ...], stem: str) -> bool:
    """Whether the shape admits a verb: no article, no preposition but ل, no ending that only nouns have."""
    if "ال" in prefixes or prefixes[-1:] in (("ب",), ("ك",)):
        return False
    if len(stem) > 3 and stem.endswith("ا") and not stem.endswith(("وا", "تا", "نا")):
        return False  # an accusative; duals of known verbs come from the lexicon
    return not (stem.endswith("ه") or (len(stem) > 4 and stem.endswith(("ات", "يا"))))


class _Pattern(dict[int, str]):
    """A table that makes one sign of all letters but those that patterns are made of."""

    def __missing__(self, letter: int) -> str:
        self[letter] = chr(letter) if chr(letter) in AUGMENTS else "ـ"
        return self[letter]


_PATTERN = _Pattern()


def _company(stem: str) -> Values:
    """Which other forms of the same stem are in use: "القصف" speaks for a noun, "قصفت" and "سيقصف" for a verb."""
    used = in_use().get
    other = {"ي": "ت", "ت": "ي", "ن": "ي"}.get(stem[:1])
    shorter = stem[:-1] if stem.endswith("ت") else stem[:-2] if stem.endswith(("وا", "ون")) else None
    return (
        used(stem, 0) // 10,
        used("ال" + stem, 0) // 10,
        used(stem + "ه", 0) // 10,
        used(stem + "ت", 0) // 10,
        used(stem + "وا", 0) // 10,
        used(stem + "ات", 0) // 10,
        used(stem + "يه", 0) // 10,
        used(other + stem[1:], 0) // 10 if other else None,
        used("س" + stem, 0) // 10 if other else None,
        None if shorter is None else f"{stem[-1]}{used(shorter, 0) // 10}",
        used(stem[:-1], 0) // 10 if stem.endswith("ه") else None,
        used(stem[:-1], 0) // 10 if stem.endswith("ا") and len(stem) > 3 else None,
    )
