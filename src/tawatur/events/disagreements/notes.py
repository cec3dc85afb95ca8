"""One sentence for each disagreement, in both languages."""

from collections.abc import Sequence

from tawatur.events.headlines.dates import date_words
from tawatur.model.case import Name

Sides = Sequence[Sequence[tuple[float, float]]]


def note(field: str, values: Sequence[object], sides: Sides) -> Name:
    """What the reports disagree about."""
    if field == "modality":
        return {"ar": "يؤكده بعض الروايات وينفيه بعضها", "en": "some reports assert it, others deny it"}
    if field == "deed":
        return {
            "ar": "يؤكده بعض الروايات وينفيه بعضها بعبارة أخرى",
            "en": "some reports assert it, others deny it in other terms",
        }
    if field == "figures":
        spans = [_span(side) for side in sides]
        return {
            "ar": f"أعداد لا تلتقي ({values[0]}): {'؛ '.join(spans)}",
            "en": f"figures that do not meet ({values[0]}): {'; '.join(spans)}",
        }
    if field == "time":
        first, second = (tuple(date_words(str(v), language) for language in ("ar", "en")) for v in values)
        return {
            "ar": f"زمنان لا يجتمعان: {first[0]}؛ {second[0]}",
            "en": f"times that exclude one another: {first[1]}; {second[1]}",
        }
    arabic, english = (_names(values, language) for language in ("ar", "en"))
    what = {
        "place": ("مكانان لا يجتمعان", "places that exclude one another"),
        "actor": ("فاعلان مختلفان للفعل نفسه", "different actors for the same act"),
        "framing": ("روايتان مختلفتان لمن بدأ", "different accounts of who began"),
    }[field]
    return {"ar": f"{what[0]}: {arabic[0]}؛ {arabic[1]}", "en": f"{what[1]}: {english[0]}; {english[1]}"}


def _names(values: Sequence[object], language: str) -> list[str]:
    return [v.get(language) or next(iter(v.values()), "") if isinstance(v, dict) else str(v) for v in values]


def _span(side: Sequence[tuple[float, float]]) -> str:
    low, high = min(s[0] for s in side), max(s[1] for s in side)
    if low == high:
        return f"{low:g}"
    return f"{low:g}+" if high == float("inf") else f"{low:g}-{high:g}"
