"""When an article was published: what metadata says, what the text states, its address, what its cues allow."""

from datetime import date

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.address import addressed_day
from tawatur.mentions.times.constraints import Demand, Solution, solve
from tawatur.mentions.times.cues import demands
from tawatur.mentions.times.datelines import stated_day
from tawatur.mentions.times.event_cues import DISTANCE, NEWS
from tawatur.mentions.times.expression import Match
from tawatur.mentions.times.matching import matches_of
from tawatur.model.article import Article, Published
from tawatur.model.span import Span

NARROW = 8  # days that are told as days; more are told as their month
NARROW_WHEN_WEAK = 3
NARROW_OVER_MONTHS = 11  # the same where a month ends among them


def read_published(text: Text, article: Article) -> Published:
    """The day of publication with its basis: metadata, what the text states, its address, what its cues allow."""
    if article.published and edtf.days_of(article.published):
        return Published(
            edtf=article.published,
            basis="metadata",
            rule="metadata",
            why={
                "en": "from the file's own metadata or those given with it",
                "ar": "من بيانات الملف نفسه أو المرفقة به",
            },
        )
    matches = matches_of(text)
    if stated := stated_day(text, matches) or addressed_day(article.url):
        return stated
    return _inferred(_solution(text, matches))


def anchor_days(text: Text, published: Published) -> edtf.Days | None:
    """The days on which the text can have been written: an inferred month is narrowed to the days its cues allow."""
    days = edtf.days_of(published.edtf) if published.edtf else None
    if days and published.basis == "inferred" and days.grain != "day":
        candidates = _solution(text, matches_of(text)).days
        width = (candidates[-1] - candidates[0]).days if candidates else 31
        if width < 31:
            vague = (published.edtf or "").endswith("?") and width >= NARROW_OVER_MONTHS
            return edtf.Days(candidates[0], candidates[-1], "month" if vague else "day")
    return days


def _solution(text: Text, matches: tuple[Match, ...]) -> Solution:
    """The days that the cues allow; a distance that nothing confirms is not heard beside a reaction to the event."""
    told = tuple(demands(text, matches))
    heard = tuple(d for d in told if d.rule != NEWS)
    solution = solve(heard)
    if len(heard) < len(told) and (not solution.days or _trust(solution) == "none"):
        heard, solution = told, solve(told)  # only then what a first sentence reports as its news
    if _trust(solution) != "weak" or not any(d.reaction for d in heard):
        return solution
    return solve(d for d in heard if d.rule != DISTANCE or d.checked or d.owned)


def _inferred(solution: Solution) -> Published:
    used = _told(solution)
    evidence = tuple(dict.fromkeys(Span(*s) for d in used for s in d.evidence))
    if not solution.days or (trust := _trust(solution)) == "none":
        return _unknown(solution, used, evidence)
    why = {"en": "; ".join(d.en for d in used), "ar": "؛ ".join(d.ar for d in used)}
    value = _edtf(solution.days, NARROW if trust == "firm" else NARROW_WHEN_WEAK)
    rule = "day_by_constraints" if len(value) == 10 else "interval_by_constraints"
    value += "?" * (trust == "weak" and "/" not in value)
    return Published(edtf=value, basis="inferred", evidence=evidence, rule=rule, why=why)


def _trust(solution: Solution) -> str:
    """A time beside a known event may belong to another act: something else must confirm it.

    "firm" where the words name the event's own month or weekday, where two distances agree, or where a distance of so
    many days falls on the weekday that today is said to be; "weak" where that weekday only picks one day of several;
    "none" where one distance stands alone or a later event is known to the article.
    """
    if any(d.first and not d.last and d.first > solution.days[-1] for d in solution.refused):
        return "none"
    bounded = [d for d in solution.used if (d.first and d.last) or d.options]
    told = [d for d in bounded if not d.reaction]
    bounded_above = any(d.last for d in solution.used)  # else a date and its weekday also fit years later
    if any(d.owned or (d.checked and (bounded_above or not d.options)) for d in told) or len({d.en for d in told}) > 1:
        return "firm"
    if all(d.weekday is None for d in solution.used):
        return "weak" if any(d.reaction or d.options for d in bounded) else "none"
    return "firm" if any(d.first and d.first == d.last for d in told) else "weak"


def _told(solution: Solution) -> list[Demand]:
    """The demands that narrowed the answer, said once each; a lower bound that another includes is left out."""
    found: dict[str, Demand] = {}
    bounds = [d for d in solution.used if (d.first and d.last) or d.options]
    lowest = max((d.first for d in bounds if d.first), default=date.min)
    for demand in solution.used:
        if demand.last is None and demand.weekday is None and bounds and demand.first and demand.first < lowest:
            continue
        found.setdefault(demand.en, demand)
    if not bounds and solution.earliest:
        return [d for d in found.values() if d.first == solution.earliest][:1]
    return list(found.values())


def _edtf(days: tuple[date, ...], narrow: int) -> str:
    """A few days are told as such, more as their month or months."""
    first, last = days[0], days[-1]
    width = (last - first).days
    if width < narrow or (width < NARROW_OVER_MONTHS and first.month != last.month):
        return edtf.span(edtf.day(first), edtf.day(last))
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return edtf.year(first.year)
    return edtf.span(edtf.month(first.year, first.month), edtf.month(last.year, last.month))


def _unknown(solution: Solution, used: list[Demand], evidence: tuple[Span, ...]) -> Published:
    if solution.days:
        why = {
            "en": "not confirmed by a second cue: " + "; ".join(d.en for d in used),
            "ar": "لا تؤكده قرينة ثانية: " + "؛ ".join(d.ar for d in used),
        }
        return Published(edtf=None, basis="unknown", evidence=evidence, rule="cue_not_confirmed", why=why)
    if not solution.earliest:
        return Published(
            edtf=None,
            basis="unknown",
            rule="no_cue",
            why={"en": "nothing in the text dates it", "ar": "لا شيء في النص يؤرخه"},
        )
    why = {
        "en": f"not before {solution.earliest}: " + "; ".join(d.en for d in used) + "; nothing bounds it above",
        "ar": f"ليس قبل {solution.earliest}: " + "؛ ".join(d.ar for d in used) + "؛ ولا شيء يحدّه من بعد",
    }
    return Published(edtf=None, basis="unknown", evidence=evidence, rule="only_earliest_day", why=why)
