"""Numbers that count nothing: numbers of units, resolutions, models, channels, articles of law; clock times and scores."""

from collections.abc import Sequence

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word

DASHES = frozenset("-–—")
# nouns whose number is their name; written here by key without the article
NAMED = frozenset(
    map(
        key,
        [
            "فرقة",
            "لواء",
            "كتيبة",
            "فوج",
            "فيلق",
            "قرار",
            "رقم",
            "مادة",
            "بند",
            "فقرة",
            "قناة",
            "صفحة",
            "طراز",
            "نوع",
            "قانون",
            "مرسوم",
            "مشروع",
            "غرفة",
            "بوابة",
            "طريق",
            "شارع",
            "منطقة",
            "خط",
            "ساعة",
            "فصل",
            "دورة",
            "هاتف",
            "فاكس",
            "نموذج",
            "جناح",
            "سرب",
            "اللواء",
            "الفرقة",
            "مجموعة",
            "قمة",
            "حلقة",
            "موديل",
            "رحلة",
            "ملحق",
            "جلسة",
            "قطاع",
            "كيلو",
            "بطولة",
            "عيار",
            "فرانس",
            "فوكس",
            "ميغ",
            "ميج",
            "سوخوي",
            "إف",
            "إس",
            "أس",
            "تي",
            "جي",
            "بي",
            "كا",
            "بوينغ",
            "ايرباص",
            "آرطة",
            "بلوك",
            "عدد",
            "مستشفى",
            "مدرسة",
            "بروتوكول",
            "قضية",
            "دعوى",
        ],
    )
)
COUNT_AFTER_NUMBER = frozenset({"عدد"})


def is_name_number(words: Sequence[Word], at: int) -> bool:
    """Whether the number at `at` belongs to a name ("الفرقة 30", "القرار 2231", "سوخوي-34", "1.5.3", "10:30")."""
    word = words[at]
    before = words[at - 1] if at else None
    if before is None:
        return False
    touching = before.span.end == word.span.start
    if word.kind == "number" and touching and (before.text in DASHES or before.text in (":", "/", "+", "_", "#")):
        return at >= 2 and words[at - 2].span.end == before.span.start
    if word.kind == "number" and touching and before.kind == "latin":
        return True
    if word.kind != "number":
        return False
    if before.text in DASHES and at >= 2 and words[at - 2].key in NAMED:
        return True
    head = before
    if before.text == "(" and at >= 2:
        head = words[at - 2]
    name = head.key.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال")
    return name in NAMED or head.key in NAMED or head.kind == "latin"


def is_score(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether the number stands in a score, ratio, clock time or telephone number ("2-1", "3 / 0", "10:30")."""
    if words[at].kind != "number":
        return False
    if last + 1 < len(words) and words[last].text in (":", "-", "–", "/", "+") and words[last + 1].kind == "number":
        return True
    return at >= 2 and words[at - 1].text in (":", "/", "+", "-", "–") and words[at - 2].kind == "number"
