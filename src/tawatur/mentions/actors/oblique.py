"""Arabic names of people as they stand behind a preposition or a noun that they follow: "مقاتلين", not "مقاتلون"."""

from tawatur.arabic.letters import key
from tawatur.mentions.actors.heads import heads

_NISBA = 5  # letters from which "-iyun" makes a people of a land, and no name ("ليون")


def oblique(name: str) -> str:
    """An Arabic name as it stands behind a preposition: "مقاتلين أكراد", "جنود روسيين"; other names as they are."""
    first, *rest = name.split(" ")
    if rest and (first == "ذوو" or (first.endswith("و") and _people(first + "ن"))):
        return " ".join((first[:-1] + "ي", *rest))
    if _people(first):
        return " ".join(word[:-2] + "ين" if word.endswith("ون") and _people(word) else word for word in (first, *rest))
    return name


def _people(word: str) -> bool:
    """Whether a word in "-un" is a plural of people, and no name ("هارون"): a noun of people, or of a people."""
    noun = heads().get(key(word))
    return (noun is not None and noun.shape.number == "p") or (word.endswith("يون") and len(word) > _NISBA)
