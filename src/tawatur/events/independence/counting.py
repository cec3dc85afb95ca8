"""Arabic counted nouns: "مقال واحد", "مقالان", "ثلاثة مقالات", "أحد عشر مقالاً"."""

from typing import NamedTuple

_MASCULINE = ("", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_FEMININE = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Noun(NamedTuple):
    """A noun in the forms that counting asks for."""

    one: str
    two: str
    few: str
    many: str  # accusative singular, after 11 to 99
    feminine: bool


ARTICLE = Noun("مقال", "مقالان", "مقالات", "مقالاً", False)
FOOT = Noun("شاهد", "شاهدين", "شواهد", "شاهداً", False)
VOICE = Noun("صوت", "صوتان", "أصوات", "صوتاً", False)


def count_arabic(number: int, noun: Noun) -> str:
    """The number with its noun, agreeing as Arabic grammar asks."""
    if number == 1:
        return f"{noun.one} {'واحدة' if noun.feminine else 'واحد'}"
    if number == 2:
        return noun.two
    if 3 <= number <= 10:
        # the number takes the gender opposite to that of the noun
        return f"{(_FEMININE if noun.feminine else _MASCULINE)[number]} {noun.few}"
    rest = number % 100
    if number == 0:
        return f"لا {noun.one}"
    if 3 <= rest <= 10:
        return f"{number} {noun.few}"
    return f"{number} {noun.many if rest >= 11 else noun.one}"


def count_english(number: int, one: str, many: str) -> str:
    """The number with its noun, in words up to ten."""
    word = _ENGLISH[number] if number <= 10 else str(number)
    return f"{word} {one if number == 1 else many}"
