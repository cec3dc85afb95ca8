"""What the tagger sees of a form. Every feature depends on one form only, so scores are added up once a form.

Shared by the trainer (tools/train_tags.py) and the reader; changing it means training again.
"""

from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.word import Analysis

AUGMENTS = frozenset("اوينمتسه")
OPEN = ("noun", "verb", "adjective", "name", "adverb", "number")


def own_features(
    key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...]
) -> list[str]:
    """What a form says of its own part of speech."""
    return form_features(key, prefixes, stem, enclitic, known) + stem_features(stem)


def form_features(
    key: str, prefixes: tuple[str, ...], stem: str, enclitic: str, known: tuple[Analysis, ...]
) -> list[str]:
    """What depends on a form's clitics, or on the readings that they leave."""
    lead = "".join(prefixes)
    return [
        f"k={key}",
        f"p={lead}",
        f"e={enclitic}",
        f"pe={'ال' in prefixes}{stem[-2:]}",
        f"px={lead[-1:]}{stem[:1]}",
        f"l={'|'.join(sorted({a.pos + a.derived + a.tense for a in known}))}",
    ]


def stem_features(stem: str) -> list[str]:
    """What a stem says of its part of speech whatever stands around it."""
    return [
        f"s={stem}",
        f"n={min(len(stem), 7)}",
        f"a={stem[:1]}",
        f"b={stem[:2]}",
        f"c={stem[:3]}",
        f"x={stem[-1:]}",
        f"y={stem[-2:]}",
        f"z={stem[-3:]}",
        f"h={stem[:7].translate(_PATTERN)}",
        *_company(stem),
    ]


def near_features(key: str, prefixes: tuple[str, ...], stem: str, pos: str) -> list[str]:
    """What a form says of its neighbours' parts of speech; `pos` is its own where a list decides it, else empty."""
    article = "ال" in prefixes
    return [
        f"k={key}",
        f"t={pos}",
        f"p={article}{''.join(prefixes)[:1]}",
        f"y={stem[-2:]}",
        f"g={article}{stem[-1:]}",
        f"b={stem[:1]}{article}",
    ]


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


def _company(stem: str) -> list[str]:
    """Which other forms of the same stem are in use: "القصف" speaks for a noun, "قصفت" and "سيقصف" for a verb."""
    found = [
        f"w={commonness(stem) // 10}",
        f"A={commonness('ال' + stem) // 10}",
        f"F={commonness(stem + 'ه') // 10}",
        f"T={commonness(stem + 'ت') // 10}",
        f"W={commonness(stem + 'وا') // 10}",
        f"N={commonness(stem + 'ات') // 10}",
        f"Y={commonness(stem + 'يه') // 10}",
    ]
    if stem[:1] in ("ي", "ت", "ن"):
        other = {"ي": "ت", "ت": "ي", "ن": "ي"}[stem[0]] + stem[1:]
        found += [f"V={commonness(other) // 10}", f"S={commonness('س' + stem) // 10}"]
    if stem.endswith(("ت", "وا", "ون")):
        found.append(f"B={stem[-1]}{commonness(stem[: -1 if stem[-1] == 'ت' else -2]) // 10}")
    if stem.endswith("ه"):
        found.append(f"M={commonness(stem[:-1]) // 10}")
    if stem.endswith("ا") and len(stem) > 3:
        found.append(f"I={commonness(stem[:-1]) // 10}")
    return found
