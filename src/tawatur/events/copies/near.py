"""Finds near-duplicate passages of different articles without comparing all pairs."""

from array import array
from collections.abc import Iterator, Sequence

from tawatur.events.copies.shingles import PERMUTATIONS, ROWS, likeness, signatures, unpack

LIKE = 0.4  # share of the shorter passage's runs of words that must stand in the other
_SHORTEST = 8  # runs of words: a shorter passage repeats by chance
_SHORT, _LIKER = 14, 0.8  # runs of words below which a passage must be more alike: headlines share their names
_CHAIN = 6  # earlier passages of one band that each is compared with
_CHUNK = 20_000


def near_pairs(packed: Sequence[bytes], article: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Pairs of passages (lower number first) of different articles that share most of their words, with the share.

    Equal passages are linked to the first of them only, so that a text printed a thousand times makes a thousand links.
    """
    first: dict[bytes, int] = {}
    for number, shingled in enumerate(packed):
        if len(shingled) < 4 * _SHORTEST:
            continue
        earlier = first.setdefault(shingled, number)
        if earlier != number and article[earlier] != article[number]:
            yield earlier, number, 1.0
    yield from _similar(packed, article, list(first.values()))


def shared(one: bytes, two: bytes) -> float:
    """The share of the shorter passage's runs of words that stand in the other; 0 where it is too little."""
    shorter = min(len(one), len(two))
    if shorter < 4 * _SHORTEST:
        return 0.0
    share = likeness(unpack(one), unpack(two))
    return share if share >= (_LIKER if shorter < 4 * _SHORT else LIKE) else 0.0


def _similar(packed: Sequence[bytes], article: Sequence[int], numbers: list[int]) -> Iterator[tuple[int, int, float]]:
    bands = _bands(packed, numbers)
    seen: set[tuple[int, int]] = set()
    for band in range(PERMUTATIONS // ROWS):
        buckets: dict[int, list[int]] = {}
        for at, number in enumerate(numbers):
            bucket = buckets.setdefault(bands[band][at], [])
            for other in bucket:
                if (other, number) not in seen and article[other] != article[number]:
                    seen.add((other, number))
                    share = shared(packed[other], packed[number])
                    if share:
                        yield other, number, share
            if len(bucket) < _CHAIN:
                bucket.append(number)


def _bands(packed: Sequence[bytes], numbers: list[int]) -> list["array[int]"]:
    """For each band, one hash a passage."""
    bands: list[array[int]] = [array("q") for _ in range(PERMUTATIONS // ROWS)]
    for start in range(0, len(numbers), _CHUNK):
        for row in signatures([packed[n] for n in numbers[start : start + _CHUNK]]):
            for band, hashes in enumerate(bands):
                hashes.append(hash(tuple(row[band * ROWS : band * ROWS + ROWS])))
    return bands
