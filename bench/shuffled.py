"""Whether words in an order that nobody wrote break the reading: python bench/shuffled.py NEWS.jsonl [TEXTS] [SEED].

Draws words and marks of real articles at random, puts them in random order and reads each text. Prints every error with
the text that caused it, a line each, and ends with exit code 1 if there was one.
"""

import json
import random
import sys
import traceback
from pathlib import Path

from tawatur import read
from tawatur.errors import ArticleError

LONGEST, SENTENCES = 40, 3  # words of a sentence, sentences of a text
MARKS = ("،", ":", "«", "»", "(", ")", '"', "..", "-", "؟")


def main() -> None:
    """Reads the texts and prints what broke."""
    texts = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    words = _words(Path(sys.argv[1]))
    broken = sum(_breaks(_text(draw, words)) for _ in range(texts))
    print(f"{texts} texts, {broken} broke")
    sys.exit(1 if broken else 0)


def _words(news: Path) -> list[str]:
    with news.open(encoding="utf-8") as lines:
        return [word for line in lines for word in json.loads(line)["text"].split()]


def _text(draw: random.Random, words: list[str]) -> str:
    """Sentences of drawn words; a stretch of one article now and then, so that grammar has something to hold."""
    sentences = []
    for _ in range(draw.randint(1, SENTENCES)):
        parts: list[str] = []
        while len(parts) < draw.randint(1, LONGEST):
            start = draw.randrange(len(words))
            parts += words[start : start + draw.choice((1, 1, 2, 5))]
            if draw.random() < 0.1:
                parts.append(draw.choice(MARKS))
        sentences.append(" ".join(parts) + draw.choice((".", "", " :", "\n", " «", "؟")))
    return draw.choice((" ", "\n")).join(sentences)


def _breaks(text: str) -> bool:
    try:
        read(text + "\n", published="2017-05-10")
    except ArticleError:
        return False  # no words, or another language
    except Exception as error:  # whatever it is: the bench tells
        where = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{where.filename}:{where.lineno} {error!r}: {text!r}")
        return True
    return False


if __name__ == "__main__":
    main()
