"""What the shape of a stem says of its gender and number where no lexicon knows the word."""

from tawatur.arabic.word import Gender, Number

# feminine by meaning, masculine by shape; the lexicon says it of the nouns that it lists
_FEMININE = frozenset(["حرب", "نار", "ارض", "شمس", "نفس", "روح", "سوق", "طريق", "يد", "عين", "قدم", "كاس", "بير", "دار", "ريح", "طايره", "سبيل", "اصبع", "ساق", "كتف", "ام", "بنت", "اخت"])
_DUAL_TRAP = frozenset(["ميدان", "برلمان", "لبنان", "ايران", "عدوان", "بيان", "سكان", "مكان", "ضمان", "امان", "نيسان", "حزيران", "طيران", "ميزان", "عنوان", "سلطان", "سرطان", "بركان", "لسان", "انسان", "شان", "ثمان", "اركان", "بلدان", "فرسان", "اذان", "غفران", "عمان", "نقصان", "خان", "اعيان", "رهان", "كيان", "اخوان", "الوان", "قطعان", "جريان", "دخان", "احزان", "جدران", "نيران", "فيضان", "غليان", "فقدان", "حرمان", "عصيان", "طغيان", "اعلان", "حصان", "برهان", "ابان", "اعوان", "خلان", "جيران", "قضبان", "ديوان", "استيطان", "اتقان"])
_PLURAL_TRAP = frozenset(["قانون", "زيتون", "تلفزيون", "مليون", "مضمون", "عربون", "سجون", "ديون", "شوون", "عيون", "فنون", "صندوق", "هارون", "ميدون", "صابون", "كانون", "سنين", "حين", "دين", "طين", "فلسطين", "جنين", "سجين", "يقين", "حزين", "رهين", "امين", "لاجين", "تمكين", "تامين", "تحسين", "تعيين", "تكوين", "تدشين", "تمرين", "كمين", "يمين", "حنين", "رزين", "بنزين", "صين", "برلين", "ستالين", "بوتين", "لينين", "تشرين", "حسين", "ياسين", "متين", "سنون", "ثمين", "تدوين", "تلقين", "تخزين", "مسكين", "شاهين", "قرين", "بين", "تبين", "ملايين", "قوانين", "موازين", "ميادين", "شرايين", "بساتين", "براهين", "سلاطين", "عناوين", "دواوين", "تمارين", "مضامين", "شياطين", "ثعابين", "مجانين"])


def gender_of(stem_key: str) -> Gender:
    """The gender that a nominal stem shows."""
    if stem_key.endswith(("ه", "ات")) and stem_key not in ("وجه", "اله", "شبه", "تنويه", "توجيه", "فقه", "مياه", "اتجاه", "انتباه", "تشبيه"):
        return "f"
    return "f" if stem_key in _FEMININE else "m"


def number_of(stem_key: str) -> Number:
    """The number that a nominal stem shows; broken plurals look singular and are left to the lexicon."""
    if len(stem_key) > 4 and stem_key.endswith("ات"):
        return "p"
    if len(stem_key) > 4 and stem_key.endswith(("ون", "ين")) and stem_key not in _PLURAL_TRAP:
        return "d" if stem_key.endswith("تين") and len(stem_key) > 5 else "p"
    if len(stem_key) > 4 and stem_key.endswith("ان") and stem_key not in _DUAL_TRAP:
        return "d"
    return "s"
