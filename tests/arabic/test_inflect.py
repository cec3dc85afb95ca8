"""The inflector: weak roots, voices, participles, plurals; and that every entry of the lexicon inflects."""

import msgspec
import pytest

from tawatur.arabic.forms import analyses_of, form_table
from tawatur.arabic.inflect.reader import inflect, stems_for
from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import Entry, entries


def forms(lemma: str, root: str, form: int, vowels: str = "", **more: object) -> set[str]:
    entry = msgspec.convert(
        {"lemma": lemma, "pos": "verb", "root": root.split(), "form": form, "vowels": vowels, **more}, Entry
    )
    return {found for found, _, _ in inflect(entry)}


@pytest.mark.parametrize(
    ("lemma", "root", "form", "vowels", "wanted"),
    [
        ("قتل", "ق ت ل", 1, "a-u", "قتلت قتلوا يقتل تقتل يقتلون يقتلوا قتلا قتلتا قاتل مقتول مقتولين مقتولة"),
        ("قال", "ق و ل", 1, "a-u", "قالت قالوا يقول يقولون يقل قيل يقال قلت"),
        ("باع", "ب ي ع", 1, "a-i", "باعت يبيع يبيعون يبع بيع يباع"),
        ("نام", "ن و م", 1, "i-a", "ينام ينامون نمت"),
        ("دعا", "د ع و", 1, "a-u", "دعت دعوا يدعو يدعون يدع دعي يدعى دعوت داع داعي داعية مدعو"),
        ("رمى", "ر م ي", 1, "a-i", "رمت رموا يرمي يرمون يرم رمي يرمى رميت مرمي"),
        ("بقي", "ب ق ي", 1, "i-a", "بقيت بقوا يبقى يبقون يبق"),
        ("وصل", "و ص ل", 1, "a-i", "وصلت وصلوا يصل يصلون تصل نصل واصل موصول"),
        ("وقع", "و ق ع", 1, "a-a", "يقع يقعون وقعوا"),
        ("مد", "م د د", 1, "a-u", "مدت مدوا يمد يمدون يمدد مددت مدا"),
        ("بدأ", "ب د أ", 1, "a-a", "بدأت بدأوا بدؤوا يبدأ يبدأون يبدؤون"),
        ("جاء", "ج ي أ", 1, "a-i", "جاءت جاؤوا جاءوا يجيء"),
        ("أخذ", "أ خ ذ", 1, "a-u", "أخذت يأخذ يأخذون آخذ مأخوذ"),
        ("رأى", "ر أ ي", 1, "a-a", "رأت رأوا يرى يرون رأيت"),
        ("فجر", "ف ج ر", 2, "", "فجرت يفجر تفجير تفجيرات مفجر"),
        ("سمى", "س م ي", 2, "", "سمت سموا يسمي يسمون تسمية"),
        ("قاتل", "ق ت ل", 3, "", "يقاتلون يقاتلوا قوتل مقاتل مقاتلون مقاتلين مقاتلو مقاتلي مقاتلة مقاتلات"),
        ("أعلن", "ع ل ن", 4, "", "أعلنت يعلن إعلان إعلانات أعلنوا معلن"),
        ("أدان", "د ي ن", 4, "", "أدانت يدين أدين إدانة مدين مدان"),
        ("أوقف", "و ق ف", 4, "", "يوقف إيقاف موقف أوقفت"),
        ("أنهى", "ن ه ي", 4, "", "أنهت أنهوا ينهي إنهاء أنهيت"),
        ("أعد", "ع د د", 4, "", "أعدت يعد إعداد أعددت معد"),
        ("آمن", "أ م ن", 4, "", "يؤمن إيمان مؤمن آمنوا"),
        ("تقدم", "ق د م", 5, "", "تقدمت يتقدم تتقدم تقدموا متقدم"),
        ("تصدى", "ص د ي", 5, "", "تصدت تصدوا يتصدى يتصدون تصدي متصد"),
        ("تبادل", "ب د ل", 6, "", "تبادلت يتبادلون متبادل"),
        ("انسحب", "س ح ب", 7, "", "انسحبت ينسحب ينسحبون انسحاب منسحب"),
        ("انحاز", "ح و ز", 7, "", "انحازت ينحاز انحياز"),
        ("التقى", "ل ق ي", 8, "", "التقت التقوا يلتقي يلتقون التقاء التقيا ملتقى"),
        ("احتل", "ح ل ل", 8, "", "احتلت يحتل احتلوا احتلال محتل محتلة"),
        ("اصطدم", "ص د م", 8, "", "اصطدمت يصطدم"),
        ("ازدهر", "ز ه ر", 8, "", "يزدهر ازدهار"),
        ("ادعى", "د ع و", 8, "", "ادعت يدعي ادعاء"),
        ("اتهم", "و ه م", 8, "", "اتهمت يتهم اتهام متهم متهمين"),
        ("اتخذ", "أ خ ذ", 8, "", "اتخذت يتخذ اتخاذ"),
        ("اغتال", "غ ي ل", 8, "", "اغتالت يغتال اغتيال اغتيل"),
        ("استولى", "و ل ي", 10, "", "استولت استولوا يستولي يستولون استيلاء"),
        ("استعاد", "ع و د", 10, "", "استعادت يستعيد استعادة استعيد"),
        ("استعد", "ع د د", 10, "", "استعدت يستعد استعداد مستعد"),
        ("سيطر", "س ي ط ر", 11, "", "سيطرت سيطروا يسيطر مسيطر سيطرة"),
        ("تمركز", "م ر ك ز", 12, "", "تمركزت يتمركز تمركز متمركز"),
    ],
)
def test_verb_has_its_forms(lemma: str, root: str, form: int, vowels: str, wanted: str) -> None:
    lacking = {word for word in wanted.split() if key(word) not in forms(lemma, root, form, vowels)}
    assert not lacking


@pytest.mark.parametrize(
    ("lemma", "root", "form", "vowels", "wrong"),
    [
        ("قال", "ق و ل", 1, "a-u", "قولت قالون"),
        ("مد", "م د د", 1, "a-u", "مددوا"),
        ("التقى", "ل ق ي", 8, "", "التقاوا التقاة"),
    ],
)
def test_verb_lacks_wrong_forms(lemma: str, root: str, form: int, vowels: str, wrong: str) -> None:
    found = forms(lemma, root, form, vowels)
    assert not [word for word in wrong.split() if key(word) in found]


def test_voices_printed_alike_are_either() -> None:
    voices = {a.voice for a in analyses_of(key("قتلوا")) if a.lemma == "قتل" and a.pos == "verb"}
    assert voices == {"either"}


def test_hollow_verb_shows_its_voice() -> None:
    assert {a.voice for a in analyses_of(key("قيل")) if a.lemma == "قال"} == {"passive"}


def test_every_verb_of_the_lexicon_inflects_from_its_root() -> None:
    wrong = [f"{e.file}: {e.lemma} {e.root} {e.form}" for e in entries() if e.pos == "verb" and stems_for(e) is None]
    assert not wrong


def test_form_table_knows_the_lexicon() -> None:
    table = form_table()
    assert all(key(e.lemma) in table for e in entries() if e.pos in ("verb", "noun") and " " not in e.lemma)
