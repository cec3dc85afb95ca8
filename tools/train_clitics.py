"""Trains the clitic model on UD Arabic PUD: python tools/train_clitics.py CONLLU [--report].

A word is labelled letter by letter: c conjunction, p preposition, f future, A article, S stem, E attached pronoun. With
--report the last fifth of the sentences is held out and measured; without, the model is trained on all and written.
"""

import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator
from itertools import product
from pathlib import Path

import pycrfsuite

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.cut import reader
from tawatur.arabic.cut.features import features
from tawatur.arabic.forms import analyses_of, form_table
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.letters import fold, key, light

TARGET = Path(__file__).parents[1] / "src/tawatur/arabic/cut/clitics.crfsuite"
ARABIC = re.compile("[\u0621-\u064a]+")
Labelled = tuple[str, str]


def sentences(path: Path) -> Iterator[list[list[list[str]]]]:
    """The sentences of a CoNLL-U file as surface words, each a list of its syntactic words' columns."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        words: list[list[list[str]]] = []
        glued = False
        for row in rows:
            form = light(row[1])
            arabic = bool(ARABIC.fullmatch(form))
            if glued and arabic and words and ARABIC.fullmatch(light(words[-1][-1][1])):
                words[-1].append(row)
            else:
                words.append([row])
            glued = "SpaceAfter=No" in row[9]
        if words:
            yield words


def labelled(word: list[list[str]]) -> Labelled | None:
    """The surface and its labels, or None where the treebank's cut is no cut of ours."""
    forms = [light(row[1]) for row in word]
    if not all(ARABIC.fullmatch(form) for form in forms):
        return None
    labels = ""
    last = len(word) - 1
    stem_at = max((i for i, row in enumerate(word) if not _clitic(row, i, last)), default=None)
    for index, (form, row) in enumerate(zip(forms, word, strict=True)):
        if index == stem_at:
            article = _article(form, row, labels)
            labels += "A" * article + "S" * (len(form) - article)
        elif stem_at is not None and index > stem_at:
            labels += "E" * len(form)
        else:
            labels += {"و": "c", "ف": "c", "س": "f"}.get(form, "p" if len(form) == 1 else "S") * len(form)
    return "".join(forms), labels


def _clitic(row: list[str], index: int, last: int) -> bool:
    form = light(row[1])
    if index == last and last and row[3] == "PRON" and "Poss" not in row[3] and len(form) <= 3:
        return True
    return index < last and len(form) == 1 and form in "وفبلكس"


def _article(form: str, row: list[str], before: str) -> int:
    lemma = key("".join(c for c in unicodedata.normalize("NFC", row[2]) if not unicodedata.combining(c)))
    plain = key(light(form))
    if plain.startswith("ال") and row[3] in ("NOUN", "ADJ", "PROPN", "NUM", "DET", "ADV", "X", "PRON"):
        if row[4] in ("REL", "WP") or (plain.startswith(("الذ", "الت")) and row[3] == "PRON"):
            return 0
        radical = plain == "الله" or light(form)[0] != "ا" or (lemma.startswith("ال") and row[3] == "PROPN")
        return 0 if radical else 2
    if (
        before.endswith("p")
        and plain.startswith("ل")
        and not lemma.startswith("ل")
        and row[3] in ("NOUN", "ADJ", "PROPN", "NUM")
    ):
        return 1
    return 0


LEADS = {
    "verb": ("", "و", "ف", "وس", "س", "ل", "ول"),
    "noun": ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "فال"),
}
ENDS = ("", "ه", "ها", "هم", "هما", "نا")
SHARE = 8  # of the words that the lexicon makes, so that the treebank keeps its weight
COMMON = 30  # ten times zipf: what news readers have met


def invented() -> list[Labelled]:
    """Words that our own lexicon makes with clitics, if in use; a form of the lexicon itself stays whole."""
    table = form_table()
    found: dict[str, str] = {}
    for stem in table:
        if len(stem) < 3:
            continue
        kinds = {"verb" if reading.pos == "verb" else "noun" for reading in analyses_of(stem)}
        for kind in sorted(kinds):
            for lead, end in product(LEADS[kind], ENDS):
                if (lead or end) and not ("ال" in lead or lead.endswith("لل")) * bool(end):
                    _invent(found, table, lead, stem, end)
        if commonness(stem) >= COMMON:
            found[stem] = "S" * len(stem)
    return sorted(found.items())


def _invent(found: dict[str, str], table: Container[str], lead: str, stem: str, end: str) -> None:
    host = stem[:-1] + "ت" if end and stem.endswith("ه") else stem[:-1] if end and stem.endswith("وا") else stem
    surface = lead + host + end
    if surface in table or commonness(surface) < COMMON or closed_word(surface, fold(surface)) is not None:
        return
    if lead[-1:] == "س" and stem[0] not in "يتن":
        return
    labels = "".join({"و": "c", "ف": "c", "س": "f"}.get(letter, "p") for letter in lead)
    if lead.endswith("ال"):
        labels = labels[:-2] + "AA"
    elif lead.endswith("لل"):
        labels = labels[:-1] + "A"
    found.setdefault(surface, labels + "S" * len(host) + "E" * len(end))


def train(data: list[Labelled], target: Path) -> None:
    """Trains on words without the closed ones, which the reader never asks the model about."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for surface, labels in data:
        trainer.append(features(surface), list(labels))
    trainer.set_params({"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True})
    trainer.train(str(target))


def main() -> None:
    """Trains, or trains on four fifths and reports."""
    path, measured = Path(sys.argv[1]), "--report" in sys.argv
    found = [
        [pair for word in sentence if (pair := labelled(word)) and len(pair[0]) > 1] for sentence in sentences(path)
    ]
    cut = len(found) * 4 // 5 if measured else len(found)
    data = [pair for sentence in found[:cut] for pair in sentence if closed_word(pair[0], fold(pair[0])) is None]
    more = invented()[::SHARE]
    print(len(data), "words of the treebank,", len(more), "of the lexicon")
    data += more
    target = Path(tempfile.gettempdir()) / "clitics.crfsuite" if measured else TARGET
    if "--again" not in sys.argv:
        train(data, target)
    if measured:
        report(found[cut:], target)


def report(held_out: list[list[Labelled]], target: Path) -> None:
    """Exact words of the held-out sentences: the model alone, and the whole reader with lists, lexicon and use."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(target))
    reader._model = lambda: tagger
    right, whole, clitic, clitic_right = Counter[str](), 0, 0, 0
    for surface, labels in (pair for sentence in held_out for pair in sentence):
        folded = fold(surface)
        got, known = reader.split(surface, folded), closed_word(surface, folded) is not None
        wanted = got if known else reader._cut(surface, labels)
        whole += 1
        right["model"] += known or "".join(tagger.tag(features(surface))) == labels
        right["reader"] += got == wanted
        if set(labels) - {"S"}:
            clitic += 1
            clitic_right += got == wanted
        if got != wanted:
            print(surface, wanted, "got", got)
    print(
        f"model {right['model'] / whole:.4f}, reader {right['reader'] / whole:.4f} of {whole}, "
        f"with clitics {clitic_right / clitic:.4f} of {clitic}"
    )


if __name__ == "__main__":
    main()
