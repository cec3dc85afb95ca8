"""Splits a word into proclitics, stem and attached pronoun.

First version by closed lists: function words with their clitics, then the article, then conjunction and preposition
before the article, then verbs and nouns of the lexicon. What no evidence splits stays whole.
"""

from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.letters import key

ARTICLE = "ال"
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي")
FUNCTION = frozenset(
    key(w)
    for w in """
    من إلى الى عن على في مع بين بعد قبل عند عندما لدى لدي حتى منذ خلال حول ضد نحو فوق تحت أمام وراء خلف حيث إذ إذا لو أن إن
    أنّ لأن لكن لكنّ كأن هل لا لم لن ما ليس ليست قد سوف هو هي هما هم هن أنا نحن أنت هذا هذه هذان هذين هاتان هؤلاء ذلك تلك أولئك
    الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي كل بعض غير سوى عدا أو أم ثم بل كما بينما فيما مما عما ممن
    كان كانت كانوا يكون تكون أي أية عبر دون حين حينما أثناء إثر جراء بسبب رغم هنا هناك أيضا فقط وفق وفقا بحسب حسب
    """.split()
)


class Split(NamedTuple):
    """The parts of a word in light form; joined they give the word, save for the article hidden in "لل"."""

    prefixes: tuple[str, ...]
    stem: str
    enclitic: str


@lru_cache(maxsize=200_000)
def split(text: str) -> Split:
    """The clitics and stem of one light word form."""
    if key(text) in FUNCTION or len(text) < 3:
        return Split((), text, "")
    prefixes: list[str] = []
    rest = text
    if rest[0] in CONJUNCTIONS and key(rest[1:]) in FUNCTION:
        return Split((rest[0],), rest[1:], "")
    for lead in ("وال", "فال", "بال", "كال", "وبال", "وكال", "فبال", "ال", "لل", "ولل", "فلل"):
        if rest.startswith(lead) and len(rest) - len(lead) >= 2:
            prefixes = [*lead[: -len(ARTICLE)], ARTICLE]
            if lead.endswith("لل"):
                prefixes = [*lead[:-1], ARTICLE]
            return Split(tuple(prefixes), rest[len(lead) :], "")
    return _enclitic(tuple(prefixes), rest)


def _enclitic(prefixes: tuple[str, ...], rest: str) -> Split:
    for pronoun in PRONOUNS:
        host = rest[: -len(pronoun)]
        if rest.endswith(pronoun) and key(host) in FUNCTION and len(host) >= 2:
            return Split(prefixes, host, pronoun)
    return Split(prefixes, rest, "")
