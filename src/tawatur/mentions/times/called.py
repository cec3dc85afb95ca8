"""What is called by a day and happens on none: "قوى 14 آذار", "ثورة 25 يناير", "ميدان 7 نيسان"."""

from tawatur.mentions.times.scan import Scan

CALLED_BY_DATES = frozenset(
    {
        "قوي",
        "فريق",
        "تحالف",
        "تيار",
        "جمهور",
        "جماعه",
        "حركه",
        "ثوره",
        "انتفاضه",
        "ساحه",
        "ميدان",
        "مبني",
        "جسر",
        "شارع",
        "ملعب",
        "صحيفه",
        "جريده",
        "مطبعه",
        "مدرسه",
        "مستشفي",
        "جامعه",
        "قاعه",
        "كتيبه",
        "لواء",
        "تجمع",
        "ائتلاف",
        "حي",
        "منظمه",
        "جبهه",
        "نقابه",
        "حزب",
        "قصر",
        "معسكر",
    }
)
ATTACKS_OF_SEPTEMBER = frozenset({"هجمات", "احداث", "اعتداءات", "تفجيرات"})
OPEN_MARKS = frozenset({'"', "«", "“", "("})


def names_something(scan: Scan, index: int, last: int) -> bool:
    """Whether the day that begins at `index` is part of a name; `last` is the word behind its month."""
    before = scan.key(index - 2) if scan.key(index - 1) in OPEN_MARKS else scan.key(index - 1)
    bare = before.removeprefix("و").removeprefix("ل").removeprefix("ب")
    if bare in CALLED_BY_DATES:
        return True
    return bare in ATTACKS_OF_SEPTEMBER and scan.digits(index) == 11 and scan.year(last) is None
