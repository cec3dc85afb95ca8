"""What the clitic model sees of a word: letters around each letter, and how common the parts are that a cut would give.

Shared by the trainer (tools/train_clitics.py) and the reader; changing it means training again.
"""

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.letters import fold

LEADS = frozenset(
    {
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "س",
        "وب",
        "ول",
        "وك",
        "فب",
        "فل",
        "فك",
        "وس",
        "فس",
        "لل",
        "ولل",
        "فلل",
        "ال",
        "وال",
        "فال",
        "بال",
        "كال",
        "وبال",
        "وكال",
        "فبال",
        "فكال",
        "سال",
    }
)
ENDS = frozenset({"هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي"})


def features(word: str) -> list[list[str]]:
    """One list of features for each letter of a light word form."""
    folded = fold(word)  # letter for letter
    whole = commonness(folded)
    parts = [_cut_features(folded, index, whole) for index in range(len(word) + 1)]
    padded = f"^^^{folded}$$$"
    use = f"w={whole // 5}"
    rows = []
    for index, letter in enumerate(word):
        at = index + 3
        row = [
            f"c={folded[index]}",
            f"o={letter}",
            f"i={min(index, 5)}",
            f"r={min(len(word) - index, 6)}",
            use,
            f"p1={padded[at - 1]}",
            f"n1={padded[at + 1]}",
            f"p2={padded[at - 2 : at]}",
            f"n2={padded[at + 1 : at + 3]}",
            f"a={padded[at - 1 : at + 1]}",
            f"b={padded[at : at + 2]}",
            f"m={padded[at - 1 : at + 2]}",
            f"n3={padded[at : at + 4]}",
            f"p3={padded[at - 3 : at + 1]}",
        ]
        if index < 4:
            row.append(f"h={index}{folded[:5]}")
        row += [f"{part}<" for part in parts[index]] + [f"{part}>" for part in parts[index + 1]]
        rows.append(row)
    return rows


def _cut_features(word: str, index: int, whole: int) -> list[str]:
    """What a cut before letter `index` would leave: how common is the rest as a word of its own?"""
    found: list[str] = []
    if 0 < index <= 5 and word[:index] in LEADS:
        rest = word[index:]
        found.append(f"L{_level(rest, whole)}")
        if closed_word(rest, rest):
            found.append("Lclosed")
        if word[:index][-1] in "بلكوف":
            found.append(f"D{commonness('ال' + rest) // 10}")
            found.append(f"V{commonness('و' + rest) // 10}")
    if index and len(word) - index <= 3 and word[index:] in ENDS:
        host = word[:index]
        best = max(commonness(host), commonness(host[:-1] + "ه") if host.endswith("ت") else 0)
        found.append(f"E{word[index:]}{best // 10}{(best - whole) // 10}")
        for lead in ("و", "ب", "ل", "ال"):
            if host.startswith(lead):
                found.append(f"F{commonness(host[len(lead) :]) // 10}")
                break
    return found


def _level(rest: str, whole: int) -> str:
    part = commonness(rest)
    return f"{part // 5}/{max(-4, min(4, (part - whole) // 8))}"
