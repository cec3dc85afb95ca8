"""Units that bear a number for a name: "الفرقة السابعة", "الكتيبة 42", "اللواء الخامس والثلاثون مدرع"."""

from collections.abc import Sequence

from tawatur.arabic.letters import key
from tawatur.arabic.numerals import digits_value, read_ordinal
from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.heads import HeadForm

REGIONS = frozenset({"منطقة", "ناحية"})  # of an army: "المنطقة العسكرية الأولى"
MILITARY = key("العسكرية")
ARMY = "جيش"
NUMBERED = frozenset({"فرقة", "لواء", "كتيبة", "فوج", "فيلق", "سرية", "أسطول", "جيش"})
ARMS = frozenset(  # what stands bare behind a unit's number and belongs to its name
    map(key, ("مشاة", "مدرع", "مدرعة", "مدرعات", "دروع", "دبابات", "حزم", "مظلي", "مظليين", "ميكانيكي", "ميكا"))
) | frozenset(map(key, ("صاعقة", "مدفعية", "عمالقة", "احتياط", "صواريخ", "حدود")))

ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def number_behind(desk: Desk, index: int, form: HeadForm) -> int | None:
    """The index after the number that names the unit whose definite head stands right before `index`, or None."""
    if form.head.head in REGIONS:
        return military_region(desk, index - 1)
    if form.head.head not in NUMBERED or form.shape.number not in ("s", "") or index >= desk.size:
        return None
    word = desk.words[index]
    if word.kind == "number":
        if form.head.head == ARMY:
            return None  # "قتل الجيش 31 مسلحا": so many were killed
        last = index + 1
    else:
        ordinal = read_ordinal(desk.words, index) if "ال" in word.prefixes and not word.conjunction else None
        if ordinal is None or form.head.head == "فوج":  # "الفوج الأول من الحجاج" is a first batch
            return None
        last = ordinal.last
    return last + (last < desk.size and desk.key(last) in ARMS)


def military_region(desk: Desk, index: int) -> int | None:
    """Past the number of "المنطقة العسكرية الأولى", whose noun stands at `index`; None where it bears none."""
    if index + 2 >= desk.size or desk.words[index + 1].key != MILITARY or desk.words[index].enclitic:
        return None
    word = desk.words[index + 2]
    ordinal = read_ordinal(desk.words, index + 2) if "ال" in word.prefixes and not word.conjunction else None
    return ordinal.last if ordinal is not None else None


def english_place(words: Sequence[Word], first: int) -> str | None:
    """ "7th" for an ordinal, "30" for digits at a word, as they stand in an English name; None where there is none."""
    value = digits_value(words[first].text) if words[first].kind == "number" else None
    if value is not None:
        return str(value)
    ordinal = read_ordinal(words, first)
    if ordinal is None:
        return None
    number = int(ordinal.value)
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ENDINGS.get(number % 10, 'th')}"
