"""What a number without a noun counts: the harm told right before or behind it."""

from collections.abc import Sequence

from tawatur.arabic.word import Word
from tawatur.mentions.figures.nouns import nouns
from tawatur.mentions.figures.words import closed

HARMED = frozenset({"killed", "wounded", "victims", "missing"})
REACHES = frozenset({"الي", "بلغ", "وصل"})  # between the harmed and their number


def is_age(words: Sequence[Word], at: int) -> bool:
    """ "بين 20 و25 من العمر", "في الثلاثين من عمره"."""
    return at < len(words) and (words[at].key == "العمر" or words[at].stem_key == "عمر")


def harm_behind(words: Sequence[Word], at: int) -> str | None:
    """ "11 قتلوا و32 أصيبوا": a plural verb of harm right behind the number."""
    word = words[at] if at < len(words) else None
    if word is None or word.conjunction or not word.key.endswith("وا"):
        return None
    return closed().harm.get(word.key) or closed().harm.get(word.key.removesuffix("وا"))


def harm_before(words: Sequence[Word], first: int) -> str | None:
    """What a number without a noun counts behind a word of harm ("مقتل 4 وإصابة 2", "وأصيب 31")."""
    first -= first > 1 and words[first - 1].key == "منهم"  # "يستشهد منهم 15"
    at = first - (first > 0 and words[first - 1].key in REACHES)
    harmed = words[at - 1].key.removeprefix("و") if at else ""
    noun = nouns().get(harmed.removeprefix("ال")) if harmed.startswith("ال") else None
    if noun and noun.unit in HARMED:
        return noun.unit  # "بلغ عدد القتلى 26 والمصابين 28", "الجرحى إلى 70"
    for word in words[max(0, first - 2) : first][::-1]:
        for form in (word.stem_key, word.key, word.key[1:]):
            if form in closed().harm:
                return closed().harm[form]
        if word.kind != "word":
            break
    return None
