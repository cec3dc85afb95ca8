"""Which neighbours lock or refuse a sense: the keys of the words of a clause, compared without case endings."""

from collections.abc import Iterable, Set
from functools import cache

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry, collocates, entries

NO_KEYS: frozenset[str] = frozenset()
# by the identity of an entry's list, since a long one takes long to compare; it is held, so that no other has its place
_FOLDED: dict[int, tuple[frozenset[str], tuple[str, ...]]] = {}


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """Every key under which a word of a clause may be named as a collocate."""
    return NO_KEYS.union(*map(keys_of_word, words))


@by_form
def keys_of_word(word: Word) -> Set[str]:
    """Every key under which one word may be named as a collocate; a mark has none."""
    if word.kind != "word":
        return NO_KEYS
    stem = word.stem_key
    found = {stem, word.key, *[key(a.lemma) for a in word.analyses]}
    if len(stem) > 3 and stem.endswith("ا"):
        found.add(stem[:-1])
    if word.enclitic and stem.endswith("ت"):
        found.add(stem[:-1] + "ه")
    return found


@cache
def _asked_for() -> tuple[frozenset[str], frozenset[str]]:
    """The keys that refuse some sense of the lexicon, and those that lock one."""
    told = [e for e in entries() if e.kind in ("act", "tie")]
    return NO_KEYS.union(*[folded(e.without) for e in told]), NO_KEYS.union(*[folded(e.with_) for e in told])


@by_form
def deciding_keys(word: Word) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of a word that refuse some sense, and those that lock one; most words have none."""
    keys, (refusing, locking) = keys_of_word(word), _asked_for()
    refuses = NO_KEYS if refusing.isdisjoint(keys) else refusing & keys
    return refuses, NO_KEYS if locking.isdisjoint(keys) else locking & keys


def folded(names: tuple[str, ...]) -> frozenset[str]:
    """Collocates of an entry as keys, with the endings of duals and plurals. Kept for each list of an entry."""
    kept = _FOLDED.get(id(names))
    if kept is None:
        kept = _FOLDED[id(names)] = (collocates(names, key), names)
    return kept[0]


def refused(entry: Entry, beside: frozenset[str]) -> bool:
    """Whether a word beside the trigger refuses the sense ("هجوم لاذع")."""
    return bool(beside and entry.without) and not folded(entry.without).isdisjoint(beside)


def locks(keys: frozenset[str], own: frozenset[str], found: frozenset[str]) -> bool:
    """Whether one of the keys that lock a sense is among those found, the trigger's own left out."""
    return not keys.isdisjoint(found) and (not own or not (keys & found) <= own)


def leads(entry: Entry, word: Word, before: Word | None) -> bool:
    """Whether right before the trigger stands what the entry asks for ("بقيادة") and nothing that it refuses."""
    if entry.lead and (entry.lead not in word.prefixes or (entry.lead == "ب" and "ال" in word.prefixes)):
        return False  # "أشاد بالدعم": what is praised, no help by which something is done
    if (entry.bare and not bare(word)) or (entry.turn and not _turned(entry.turn, word, before)):
        return False
    return before is None or not entry.not_behind or folded(entry.not_behind).isdisjoint(keys_of_word(before))


def _turned(turn: str, word: Word, before: Word | None) -> bool:
    """ "لن نقبل", "لا نقبل" refuse; "سترد" announces, "سنلاحقهم" vows."""
    own = any(a.person == "1" for a in word.analyses)
    if turn == "refused":
        negation = before.stem_key if before is not None else ""
        return negation == "لن" or (negation == "لا" and own)
    return word.future and (turn == "announced" or own)


def bare(word: Word) -> bool:
    """Whether a noun brings something up: no article, no owner, no means of another act ("استهدفه بقصف عنيف")."""
    return "ال" not in word.prefixes and not word.enclitic and word.preposition != "ب"
