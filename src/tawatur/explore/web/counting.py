"""Numbers with what they count, agreeing as the grammar of the page's language asks."""

from functools import cache

from markupsafe import Markup

from tawatur.explore.web.language import Language
from tawatur.knowledge.files import load_yaml
from tawatur.model.case import Tally


def counted(number: int, thing: str, language: Language) -> Markup:
    """A number with its noun, isolated from the text around it: "3 articles", "11 مقالا", "no ties", "لا علاقات"."""
    forms = _forms()[thing][language]
    form = forms[_arabic(number)] if language == "ar" else forms[0 if number == 1 else 1]
    if number == 0:
        form = _none(forms[2 if language == "ar" else 1], language)
    return Markup('<bdi class="counted">{}</bdi>').format(form.format(f"{number:,}"))


def _none(plural: str, language: Language) -> str:
    """The form for nothing: the plural of a few after "no"; a sentence with the number inside it keeps the number."""
    return plural.replace("{}", "لا" if language == "ar" else "no") if plural.startswith("{} ") else plural


def _arabic(number: int) -> int:
    """The place of the form that Arabic takes with a number: one, two, few, many, other."""
    rest = number % 100
    if number in (1, 2):
        return number - 1
    return 2 if 3 <= rest <= 10 else 3 if rest >= 11 else 4


_BOUNDS: dict[Language, tuple[str, str]] = {"en": ("at least", "at most"), "ar": ("على الأقل", "على الأكثر")}


@cache
def _forms() -> dict[str, dict[Language, list[str]]]:
    rows: dict[str, dict[Language, list[str]]] = load_yaml("tawatur.explore.web", "counts.yml")["counts"]
    return rows


def figure(tally: Tally, language: Language) -> Markup:
    """A figure with its unit in the page's language: its range where reports differ or say no more."""
    low, high = tally.low, tally.high
    if low is not None and low == high:
        shown, count = f"{low:,}", low
    elif low is not None and high is not None:
        shown, count = f"{low:,}–{high:,}", high
    else:
        count = low if low is not None else high or 0
        shown = f"{count:,}"
    bound = _BOUNDS[language][0 if high is None else 1] if (low is None) != (high is None) else ""
    unit = unit_text(tally.unit, language, count)
    parts = [Markup('<bdi dir="ltr">{}</bdi>').format(shown)]
    parts += [Markup("<bdi>{}</bdi>").format(unit)] if unit else []
    if bound:
        parts.insert(0 if language == "en" else len(parts), Markup("{}").format(bound))
    return Markup('<span class="figure-line">{}</span>').format(Markup(" ").join(parts))


def unit_text(unit: str | None, language: Language, count: float = 100) -> str:
    """What a figure counts, in the page's language; the word itself where the list of nouns does not hold it."""
    forms = _units().get(unit or "") if language == "ar" else None
    return forms[max(0, _arabic(int(count)) - 2)] if forms else unit or ""


@cache
def _units() -> dict[str, tuple[str, str, str]]:
    """For each unit its Arabic noun after 3 to 10, after 11 to 99, and after a hundred or one."""
    content = load_yaml("tawatur.mentions.figures", "nouns.yml")
    rows = [(unit, forms.split()) for unit, _, forms in content["nouns"]]
    rows += [(unit, forms.split()) for unit, forms, _ in content["currencies"]]
    return {unit: _three(forms) for unit, forms in rows}


def _three(forms: list[str]) -> tuple[str, str, str]:
    """Forms of a row's first noun: "قتيلا قتيل قتلى" begins with that after 11, "غارة غارات" with the singular."""
    if len(forms) > 2 and forms[0] in (f"{forms[1]}ا", f"{forms[1]}يا"):
        return forms[2], forms[0], forms[1]
    return forms[1] if len(forms) > 1 else forms[0], forms[0], forms[0]
