"""The content words of a passage, and how rare each is over the case."""

import functools
import re
from collections.abc import Iterable

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml

_WORD = re.compile(r"[^\W_]+")
_BOUND = re.compile(r"[.!؟?\n؛]")
_PROCLITICS = ("وبال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "و")
_ENDINGS = ("تها", "هما", "ات", "ون", "ين", "ان", "وا", "ها", "هم", "ته", "تا", "يه", "ه", "ت", "ا", "ي")
_LONGEST = 700  # code points of a passage at most


class _Folding(dict[int, str]):
    """Each character's key, looked up once: the key of a text is that of its characters."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = key(chr(code))
        return folded


_FOLD = _Folding()


def stems_of(text: str) -> tuple[str, ...]:
    """The words of a text by key, without conjunction and article: what two tellings can share."""
    return tuple(_stem(word) for word in _WORD.findall(text.translate(_FOLD)))


@functools.lru_cache(maxsize=1 << 18)
def root_of(word: str) -> str:
    """A stem cut further, so that "طلبت" and "بطلب", "هجوم" and "هجوما" meet: for comparing, never for showing."""
    if word[0] in "بلفسك" and len(word) > 3:
        word = word[1:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@functools.lru_cache(maxsize=1 << 18)
def _stem(word: str) -> str:
    for proclitic in _PROCLITICS:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= 3:
            return word[len(proclitic) :]
    return word


@functools.cache
def plain_words() -> frozenset[str]:
    """Words of grammar and of news prose, as stems, that say nothing of a happening."""
    return frozenset(stem for word in load_yaml("tawatur.events", "plain.yml")["words"] for stem in stems_of(word))


def passage_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence around a range, cut by stops and line ends (a stop inside a number is none)."""
    first = last = None
    for stop in _BOUND.finditer(text, max(0, start - _LONGEST), start):
        first = stop.end() if not _inside_number(text, stop.start()) else first
    for stop in _BOUND.finditer(text, end, min(len(text), end + _LONGEST)):
        if not _inside_number(text, stop.start()):
            last = stop.start()
            break
    low = max(0, start - _LONGEST) if first is None else first
    high = min(len(text), end + _LONGEST) if last is None else last
    while low < start and text[low].isspace():
        low += 1
    return low, high


def _inside_number(text: str, at: int) -> bool:
    return text[at] in ".," and 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


class WordCounts:
    """In how many articles of the case each word stands."""

    def __init__(self) -> None:
        self.articles = 0
        self._counts: dict[str, int] = {}

    def add(self, words: Iterable[str]) -> None:
        """Counts one article's words, each once."""
        self.articles += 1
        for word in set(words):
            self._counts[word] = self._counts.get(word, 0) + 1

    def share(self, word: str) -> float:
        """The share of articles that hold the word."""
        return self._counts.get(word, 1) / max(1, self.articles)

    def count(self, word: str) -> int:
        """The number of articles that hold the word."""
        return self._counts.get(word, 0)
