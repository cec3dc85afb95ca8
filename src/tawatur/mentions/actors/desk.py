"""What the dictionaries say of each word of a text, looked up once a word."""

from functools import lru_cache
from typing import Any, NamedTuple

from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text, Word
from tawatur.mentions.actors.adjectives import Quality, Side, qualities, sides
from tawatur.mentions.actors.heads import HeadForm, heads
from tawatur.mentions.actors.trie import _END, Hit, names

QUOTES = frozenset("«»“”„\"'’‘")
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي")
FUNCTION_POS = frozenset({"pronoun", "demonstrative", "relative", "preposition", "conjunction", "subordinator", "particle"})


class Base(NamedTuple):
    """A word's key with `stripped` letters of conjunction and preposition taken off; the article is kept."""

    stripped: int
    key: str


class Found(NamedTuple):
    """A noun or adjective found at a word."""

    stripped: int
    definite: bool
    enclitic: bool


@lru_cache(maxsize=100_000)
def bases(word_key: str, attached: int) -> tuple[Base, ...]:
    """The readings of a key: whole, then without "و", "ف", then without "ب", "ل", "ك" too.

    `attached` is how many letters of conjunction and preposition the segmenter found; its reading comes first.
    """
    found = [Base(0, word_key)]
    rest, cut = word_key, 0
    if rest[:1] in ("و", "ف") and len(rest) > 3:
        rest, cut = rest[1:], 1
        found.append(Base(cut, rest))
    if rest.startswith("لل") and len(rest) > 4:
        found.append(Base(cut, "ال" + rest[2:]))
    elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
        found.append(Base(cut + 1, rest[1:]))
    if attached:
        found.sort(key=lambda base: base.stripped != attached)
    return tuple(found)


class Desk:
    """The words of a text under the dictionaries' lamp."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words = text.words
        self.size = len(text.words)
        self.root: dict[str, Any] = names()
        self.heads = heads()
        self.sides = sides()
        self.qualities = qualities()
        self._bases = [self._bases_of(word) for word in text.words]

    def _bases_of(self, word: Word) -> tuple[Base, ...]:
        if word.kind == "latin":
            return (Base(0, word.key.lower()),)
        if word.kind != "word":
            return ()
        attached = sum(len(prefix) for prefix in word.prefixes if prefix in ("و", "ف", "ب", "ل", "ك"))
        return bases(word.key, attached)

    def name(self, index: int) -> tuple[Hit, int] | None:
        """The longest known name that begins at a word, and how many letters before it are clitics."""
        best: tuple[Hit, int] | None = None
        for base in self._bases[index]:
            node = self.root.get(base.key)
            if node is None:
                continue
            hit = self._longest(node, index + 1)
            if hit is not None and (best is None or hit.last > best[0].last):
                best = hit, base.stripped
        return best if best is None or best[0].form != "stop" else None

    def stops(self, index: int) -> bool:
        """Whether a fixed phrase begins there that only looks like an actor ("الأمن القومي", "حركة السير")."""
        for base in self._bases[index]:
            node = self.root.get(base.key)
            hit = self._longest(node, index + 1) if node is not None else None
            if hit is not None and hit.form == "stop":
                return True
        return False

    def _longest(self, node: dict[str, Any], position: int) -> Hit | None:
        hit = None
        while True:
            named = node.get(_END)
            if named is not None:
                hit = Hit(position, *named)
            following = self.skip(position)
            if following >= self.size:
                return hit
            word = self.words[following]
            node_next = node.get(word.key.lower() if word.kind == "latin" else word.key)
            if node_next is None:
                return hit
            node, position = node_next, following + 1

    def skip(self, position: int) -> int:
        """The next word that is no quotation mark (or stop inside an abbreviation)."""
        while position < self.size:
            word = self.words[position]
            initial = position and word.text in (".", "-") and len(self.words[position - 1].text) == 1
            if word.kind != "punctuation" or not (word.text in QUOTES or initial):
                break
            position += 1
        return position

    def head(self, index: int) -> tuple[HeadForm, Found] | None:
        """The head noun at a word, if it is one."""
        word = self.words[index]
        if word.pos in FUNCTION_POS or word.pos == "verb":
            return None
        for base in self._bases[index]:
            found = self._noun(base, self.heads, word)
            if found is not None:
                return found
        return None

    def _noun(self, base: Base, index: dict[str, Any], word: Word) -> tuple[Any, Found] | None:
        stem = base.key
        if stem in index:
            return index[stem], Found(base.stripped, False, False)
        if stem.startswith("ال") and stem[2:] in index:
            return index[stem[2:]], Found(base.stripped, True, False)
        if stem.endswith(PRONOUNS) and word.text[-1:] != "ة":
            for pronoun in PRONOUNS:
                host = stem[: -len(pronoun)]
                if stem.endswith(pronoun) and len(host) > 2:
                    for form in (host, host[:-1] + "ه" if host.endswith("ت") else host):
                        if form in index and not stem.startswith("ال"):
                            return index[form], Found(base.stripped, True, True)
        return None

    def side(self, index: int) -> tuple[tuple[Side, ...], Found] | None:
        """The adjective of side at a word, all its readings."""
        for base in self._bases[index]:
            if base.key in self.sides:
                return self.sides[base.key], Found(base.stripped, False, False)
            if base.key.startswith("ال") and base.key[2:] in self.sides:
                return self.sides[base.key[2:]], Found(base.stripped, True, False)
        return None

    def quality(self, index: int) -> tuple[Quality, Found] | None:
        """The plain adjective at a word."""
        for base in self._bases[index]:
            if base.key in self.qualities:
                return self.qualities[base.key], Found(base.stripped, False, False)
            if base.key.startswith("ال") and base.key[2:] in self.qualities:
                return self.qualities[base.key[2:]], Found(base.stripped, True, False)
        return None

    def start(self, index: int, stripped: int) -> int:
        """Where a word begins in the original once `stripped` letters of clitics are left out."""
        position = self.words[index].span.start
        while stripped or not light_character(self.text.original[position]):
            stripped -= bool(light_character(self.text.original[position])) and stripped > 0
            position += 1
        return position

    def key(self, index: int) -> str:
        """The key of a word, empty past the end."""
        return self.words[index].key if 0 <= index < self.size else ""

    def stem(self, index: int) -> str:
        """The key of a word without conjunction and preposition as the segmenter has it, article kept."""
        word = self.words[index]
        return ("ال" if "ال" in word.prefixes else "") + word.stem_key
