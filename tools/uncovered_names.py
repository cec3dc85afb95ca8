"""Lists the commonest names in articles that no actor, place or time phrase covers: the work list of the mentions.

usage: python tools/uncovered_names.py ARTICLES.jsonl [--limit 200] [--articles 1500]
A name is a run of words that the tagger calls names, or what stands in quotation marks (up to four words).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tawatur.arabic.analyse import analyse
from tawatur.arabic.word import Text
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article

LONGEST = 4


def names(text: Text, covered: set[int]) -> Iterator[tuple[int, int]]:
    """The ranges of words that look like names and are covered by nothing."""
    index = 0
    while index < len(text.words):
        last = index
        while last < len(text.words) and text.words[last].pos == "name" and text.words[last].kind == "word":
            last += 1
        if last > index and not covered.intersection(range(index, last)):
            yield index, last
        index = max(last, index + 1)
    for quoted in text.quotations:
        if 0 < quoted.last - quoted.first <= LONGEST and not covered.intersection(range(quoted.first, quoted.last)):
            yield quoted.first, quoted.last


def main() -> None:
    """Prints the names with their counts and one context each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--first", type=int, default=1500)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    example: dict[str, str] = {}
    for number, line in enumerate(options.articles.open(encoding="utf-8")):
        if number >= options.first:
            break
        raw = json.loads(line)
        text = analyse(raw["text"])
        article = Article(id="", path="", sha256="", text=raw["text"], body=(), published=raw.get("published"))
        named = read_mentions(text, article)
        phrases = (*named.actors, *named.places, *named.times, *named.figures)
        covered = {word for phrase in phrases for word in range(phrase.first, phrase.last)}
        for first, last in names(text, covered):
            words = text.words[first:last]
            name = " ".join([("ال" if "ال" in words[0].prefixes else "") + words[0].stem, *(w.text for w in words[1:])])
            counts[name] += 1
            context = text.span(max(0, first - 5), min(len(text.words), last + 4)).of(raw["text"])
            example.setdefault(name, " ".join(context.split()))
    for name, count in counts.most_common(options.limit):
        print(f"{count:5}  {name:30}  {example[name]}")


if __name__ == "__main__":
    main()
