"""How fast the whole reading is: python bench/reading.py NEWS.jsonl [MOST].

Process time on one core: import and first article of a fresh process (cold), then, after 200 articles of warm-up in a
process settled as a build's workers are, the rest of the first MOST (500), room by room and whole. The file has one
article a line (`path`, `text`).
"""

import sys
import time
from itertools import islice
from pathlib import Path

START = time.process_time()
from tawatur.arabic.analyse import analyse  # noqa: E402 - the import is part of what is measured
from tawatur.articles.reader import read_articles  # noqa: E402
from tawatur.building.settling import settle  # noqa: E402
from tawatur.chains.reader import read_chains  # noqa: E402
from tawatur.mentions.reader import read_mentions  # noqa: E402
from tawatur.model.article import Article  # noqa: E402
from tawatur.pipeline import read_article  # noqa: E402
from tawatur.reports.reader import read_reports  # noqa: E402

ROOMS = ("arabic", "mentions", "reports", "chains")
WARM, WORDS = 200, 600  # articles before the measure; tokens of the article that figures are given for


def main() -> None:
    """Prints the cold start, milliseconds for 600 words by room, and articles of 600 words a second."""
    imported = time.process_time() - START
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    found = (a for a in read_articles([Path(sys.argv[1])]) if isinstance(a, Article))
    articles = list(islice(found, most))
    first = _spent(articles[:1])
    print(f"cold: import {imported:.2f} s, first article {first:.2f} s")
    settle()
    _spent(articles[1:WARM])
    rest = articles[WARM:]
    if not rest:
        sys.exit(f"needs more than {WARM} articles")
    rooms, words = _by_room(rest)
    for room, seconds in zip(ROOMS, rooms, strict=True):
        print(f"{room}: {seconds / words * WORDS * 1000:.2f} ms for {WORDS} words")
    _print("unseen articles", sum(rooms), words)
    _print("the same again", _spent(rest), words)


def _spent(articles: list[Article]) -> float:
    start = time.process_time()
    for article in articles:
        read_article(article)
    return time.process_time() - start


def _by_room(articles: list[Article]) -> tuple[list[float], int]:
    """The seconds spent in each room, and the tokens read."""
    rooms, words = [0.0] * len(ROOMS), 0
    for article in articles:
        times = [time.process_time()]
        text = analyse(article.text, article.body)
        times.append(time.process_time())
        named = read_mentions(text, article)
        times.append(time.process_time())
        drafts = read_reports(text, named)
        times.append(time.process_time())
        read_chains(text, named, drafts, article)
        times.append(time.process_time())
        words += len(text.words)
        rooms = [spent + times[i + 1] - times[i] for i, spent in enumerate(rooms)]
    return rooms, words


def _print(name: str, seconds: float, words: int) -> None:
    each = seconds / words * WORDS
    print(f"{name}: {each * 1000:.2f} ms, {1 / each:.0f} articles of {WORDS} words a second")


if __name__ == "__main__":
    main()
