"""The voice that printed vowel marks show: "قُتل", "يُقتل", "سيدرَّب"."""

from tawatur.arabic.word import Word

DAMMA, FATHA, KASRA, SHADDA = "\u064f", "\u064e", "\u0650", "\u0651"
LEADING_ALIF = (8, 10)  # forms whose passive shows on their third letter
MARKS = frozenset(DAMMA + FATHA + KASRA + SHADDA + "\u064b\u064c\u064d\u0652\u0670")


def printed_passive(word: Word, original: str, *, form: int, tense: str) -> bool:
    """Whether the marks on a verb make it passive; without marks that tell, False."""
    letters = _letters(word.stem_span.of(original))
    if len(letters) < 3:
        return False
    first = letters[0][1]
    if tense == "past":
        if form in LEADING_ALIF and DAMMA in letters[2][1]:
            return True  # "اعتُقل", "استُهدف"
        return DAMMA in first and (form != 1 or FATHA not in letters[1][1])
    if form == 1:
        return DAMMA in first
    before_last = letters[-3][1] if letters[-1][0] == "\u0646" else letters[-2][1]
    return form in (2, 3, 4) and FATHA in before_last and KASRA not in before_last


def _letters(text: str) -> list[tuple[str, str]]:
    """Each letter with the marks behind it."""
    found: list[tuple[str, str]] = []
    for character in text:
        if character in MARKS and found:
            found[-1] = (found[-1][0], found[-1][1] + character)
        elif character != "\u0640":
            found.append((character, ""))
    return found
