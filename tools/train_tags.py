"""Trains the tagger on UD Arabic PUD: python tools/train_tags.py CONLLU [--report].

Words are the surface words; the tag is that of the part left when clitics are taken off. With --report the last fifth
of the sentences is held out and measured; without, all are used and src/tawatur/arabic/tag/tags.txt.gz is written.

Which words are known, and as what, are features. The lexicons have grown since the weights that ship were trained, so
training today gives other weights: put them in only where every floor of quality/floors.json holds with them.
"""

import gzip
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pycrfsuite

from tawatur.arabic.known import Known, known_form, tags_of
from tawatur.arabic.letters import key, light
from tawatur.arabic.tag import reader, weights
from tawatur.arabic.tag.features import (
    NEAR,
    OF_FORM,
    OF_STEM,
    OPEN,
    form_features,
    named,
    near_features,
    stem_features,
)
from tawatur.arabic.tag.reader import best_tags, form_scores
from tawatur.arabic.word import Analysis
from train_clitics import sentences

TARGET = Path(__file__).parents[1] / "src/tawatur/arabic/tag/tags.txt.gz"
MODEL = Path(tempfile.gettempdir()) / "tags.crfsuite"
TAGS = {
    "NOUN": "noun",
    "PROPN": "name",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
    "NUM": "number",
    "DET": "noun",
    "X": "name",
    "SYM": "punctuation",
    "PUNCT": "punctuation",
}
Token = tuple[str, str]  # light form, tag


def tokens(sentence: list[list[list[str]]]) -> list[Token]:
    """The surface words of a sentence with the tag of their main part."""
    found = []
    for word in sentence:
        main = max(word, key=lambda row: (row[3] not in ("ADP", "CCONJ", "PART", "PRON", "PUNCT"), len(row[1])))
        tag = TAGS.get(main[3], "other")
        if main[3] == "PROPN" and main[4] == "NN":
            tag = "noun"  # "جامعة" in the name of a university is still a noun
        found.append((light("".join(row[1] for row in word)) or "-", tag))
    return found


def fixed_tag(form: str) -> str:
    """The tag that a form has without any weights, or empty."""
    if not form[0].isalpha():
        return "number" if form[0].isdigit() else "punctuation"
    tags = tags_of(known_form(form))
    return tags[0] if len(tags) == 1 else ""


def attributes(sentence: list[Token]) -> list[list[str]]:
    """The features of each word: its own, and those of its two neighbours."""
    near, own = [], []
    for form, _ in sentence:
        known = known_form(form)
        stem = known.parts.stem if form[0].isalpha() else form
        fixed = fixed_tag(form)
        folded = key(stem)
        near.append(named(NEAR, near_features(known.key, known.parts.prefixes, folded, fixed)))
        own.append([] if fixed else _own(known, folded, known.readings))
    return [
        ["o" + f for f in own[i]]
        + (["l" + f for f in near[i - 1]] if i else [])
        + (["r" + f for f in near[i + 1]] if i + 1 < len(near) else [])
        for i in range(len(own))
    ]


def _own(known: Known, stem: str, readings: tuple[Analysis, ...]) -> list[str]:
    """What a form says of its own part of speech."""
    of_form = form_features(known.key, known.parts.prefixes, stem, known.parts.enclitic, readings)
    return named(OF_FORM, of_form) + named(OF_STEM, stem_features(stem))


def train(data: list[list[Token]]) -> None:
    """Trains the chain; words that a list decides carry that tag, so that the steps are those of the reader."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in data:
        trainer.append(attributes(sentence), [fixed_tag(form) or tag for form, tag in sentence])
    trainer.set_params({"c1": 0.15, "c2": 0.05, "max_iterations": 120})
    trainer.train(str(MODEL))


def write(target: Path) -> None:
    """The weights as a table: hundredths, open tags only, features that decide nothing left out."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    info = tagger.info()
    rows: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (feature, tag), weight in info.state_features.items():
        if tag in OPEN and abs(weight) >= 0.05:
            rows[feature][tag] = round(weight * 100)
    lines = ["\t".join([feature, *(str(row.get(tag, "")) for tag in OPEN)]) for feature, row in sorted(rows.items())]
    lines += [f">\t{a}\t{b}\t{round(w * 100)}" for (a, b), w in sorted(info.transitions.items()) if round(w * 100)]
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as stream:
        stream.write("\n".join(lines).encode())
    print(len(lines), "lines", target.stat().st_size, "bytes")


def measure(data: list[list[Token]]) -> None:
    """Accuracy over words whose tag is not fixed by a list, with the commonest confusions."""
    of_features = (weights.form_weights, weights.stem_weights, weights.near_weights)
    for cached in (weights.lines, *of_features, weights.steps, weights.packed_steps, reader._of_stem):
        cached.cache_clear()
    right = total = 0
    wrong: Counter[tuple[str, str]] = Counter()
    shown: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sentence in data:
        forms = []
        for form, _ in sentence:
            known = known_form(form)
            stem, fixed = key(known.parts.stem), fixed_tag(form)
            forms.append(
                form_scores(
                    known.key,
                    known.parts.prefixes,
                    stem,
                    known.parts.enclitic,
                    known.readings,
                    (fixed,) if fixed else tags_of(known),
                )
            )
        for (form, tag), got in zip(sentence, best_tags(forms), strict=True):
            if tag in OPEN and (not fixed_tag(form) or fixed_tag(form) in OPEN):
                total += 1
                right += tag == got
                if tag != got:
                    wrong[tag, got] += 1
                    shown[tag, got].append(form)
    print(f"{right}/{total} = {right / total:.4f}")
    for pair, count in wrong.most_common(14):
        print(count, *pair, *shown[pair][:14])


def main() -> None:
    """Trains on all, or on four fifths with a report."""
    report = "--report" in sys.argv
    data = [tokens(sentence) for sentence in sentences(Path(sys.argv[1]))]
    cut = len(data) * 4 // 5 if report else len(data)
    kept = TARGET.read_bytes() if report else b""
    train(data[:cut])
    write(TARGET)
    if report:
        try:
            measure(data[cut:])
        finally:
            TARGET.write_bytes(kept)  # what was trained on a part is only measured


if __name__ == "__main__":
    main()
