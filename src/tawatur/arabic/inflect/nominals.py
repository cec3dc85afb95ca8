"""Every form of a noun or participle as a lookup key with its gender and number."""

from collections.abc import Iterator

from tawatur.arabic.inflect.spelling import spelled_key
from tawatur.arabic.inflect.stems import Stems
from tawatur.arabic.inflect.verbs import Feature, Form
from tawatur.arabic.letters import key

_SHORT = 4  # "فتات" and "ثبات" are singulars, "تعزيزات" is none


def participle_forms(stems: Stems) -> Iterator[Form]:
    """Both participles with duals and sound plurals of both genders."""
    weak = bool(stems.weak_past)
    for sounds, derived in ((stems.active, "active"), (stems.passive, "passive")):
        if not sounds:
            continue
        if weak and derived == "active":
            yield from _weak_active(spelled_key(sounds + "ك")[:-1])
        elif weak and not sounds.startswith("ma"):
            yield from _weak_passive(spelled_key(sounds + "ك")[:-1])
        else:
            base = sounds + ("و" if stems.waw else "ي") if weak else sounds
            yield from sound_nominal(_seats(base), "adjective", derived)


def _seats(sounds: str) -> tuple[str, str]:
    """The form alone and the form before endings; they differ where a last hamza moves its seat."""
    return spelled_key(sounds), spelled_key(sounds + "aT")[:-1]


def sound_nominal(bases: tuple[str, str], pos: str, derived: str) -> Iterator[Form]:
    """A stem with regular endings: "مقاتل، مقاتلة، مقاتلان، مقاتلين، مقاتلون، مقاتلات"."""
    alone, base = bases
    yield from _marked(
        pos,
        derived,
        [
            (alone, "m", "s"),
            (alone + "ا", "m", "s"),
            (base + "ا", "m", "s"),
            (base + "ه", "f", "s"),
            (base + "ان", "m", "d"),
            (base + "ين", "m", "p"),
            (base + "ون", "m", "p"),
            (base + "ي", "m", "p"),
            (base + "و", "m", "p"),
            (base + "ات", "f", "p"),
            (base + "تان", "f", "d"),
            (base + "تين", "f", "d"),
            (base + "تا", "f", "d"),
            (base + "تي", "f", "d"),
        ],
    )


def _weak_active(base: str) -> Iterator[Form]:
    """ "داع، داعيا، الداعي، داعية، داعون"."""
    yield from _marked(
        "adjective",
        "active",
        [
            (base, "m", "s"),
            (base + "ي", "m", "s"),
            (base + "يا", "m", "s"),
            (base + "يه", "f", "s"),
            (base + "يان", "m", "d"),
            (base + "ون", "m", "p"),
            (base + "ين", "m", "p"),
            (base + "يات", "f", "p"),
            (base + "يتان", "f", "d"),
            (base + "يتين", "f", "d"),
        ],
    )


def _weak_passive(base: str) -> Iterator[Form]:
    """ "ملغى، ملغاة، ملغيان، ملغيات"."""
    yield from _marked(
        "adjective",
        "passive",
        [
            (base + "ي", "m", "s"),
            (base + "اه", "f", "s"),
            (base + "يان", "m", "d"),
            (base + "يين", "m", "d"),
            (base + "ون", "m", "p"),
            (base + "يات", "f", "p"),
        ],
    )


def _marked(pos: str, derived: str, rows: list[tuple[str, str, str]]) -> Iterator[Form]:
    for form, gender, number in dict.fromkeys(rows):
        yield form, Feature(pos, derived, gender=gender, number=number)


def noun_forms(lemma: str, plurals: tuple[str, ...], gender: str, derived: str = "") -> Iterator[Form]:
    """A noun as listed: singular, accusative, dual, each plural."""
    base = key(lemma)
    shown = gender or ("f" if base.endswith(("ه", "ات")) else "m")
    rows = [(base, shown, "p" if base.endswith("ات") and len(base) > _SHORT else "s")]
    if base.endswith("ه") and lemma.endswith("ة"):
        rows += [(base[:-1] + end, "f", "d") for end in ("تان", "تين", "تا", "تي")]
    elif lemma.endswith("ى"):
        rows += [(base + end, shown, "d") for end in ("ان", "ين")]
    elif lemma.endswith(("اء", "أ", "ؤ", "ئ", "ء")) or not base.endswith("ات"):
        rows += [(base + end, shown, n) for end, n in (("ا", "s"), ("ان", "d"), ("ين", "d"))]
    for plural in plurals:
        whole = key(plural)
        sex = "f" if plural.endswith("ات") else shown
        rows.append((whole, sex, "p"))
        if plural.endswith("ون"):
            rows += [(whole[:-2] + end, sex, "p") for end in ("ين", "ي", "و")]
        elif not plural.endswith(("ات", "ة", "ى", "اء", "ين")):
            rows.append((whole + "ا", sex, "p"))
    yield from _marked("noun", derived, rows)
