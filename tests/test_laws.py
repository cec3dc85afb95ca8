"""The laws of the house as properties: spans, evidence, precision, determinism; on texts that try to break them."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tawatur
from tawatur.articles.making import make_article
from tawatur.articles.reader import read_articles
from tawatur.errors import ArticleError
from tawatur.model.article import Article
from tawatur.model.days import days_of
from tawatur.model.reading import Reading
from tawatur.model.span import Span
from tawatur.pipeline import read_article

DEMO = Path(tawatur.__file__).parent / "demo" / "articles"
ARTICLES = [a for a in read_articles([DEMO]) if isinstance(a, Article)]
SENTENCES = [s.strip() + "." for a in ARTICLES for s in a.text.replace("\n", " ").split(".") if s.strip()]
ORNAMENT = ["\u064b", "\u064e", "\u0651", "\u0640", "\u200f", "\u202e", "\u2066", "\u0670", "\ufeff", "\u200b"]
LIGATURES = str.maketrans({"ل": "\ufedf", "ا": "\ufe8d", "ه": "\ufee9"})
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def article(text: str, **known: str) -> Article:
    made = make_article(text, path="a.txt", raw=text.encode("utf-8", "replace"), encoding="utf-8", known=None)
    return msgspec.structs.replace(made, **known)


def spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span of a reading with what it belongs to."""
    mentions = reading.mentions
    for name, group in (
        ("time", mentions.times),
        ("place", mentions.places),
        ("figure", mentions.figures),
        ("actor", mentions.actors),
    ):
        for mention in group:
            yield name, mention.span
    for entity in reading.entities:
        yield from (("entity", span) for span in entity.mentions)
    for report in reading.reports:
        yield "trigger", report.trigger
        yield "evidence", report.evidence
        yield from (("role", filler.span) for filler in (*report.actors, *report.recipients))
        yield from (("link", link.span) for link in report.attribution)
        if report.place:
            yield "report place", report.place.span
        if report.time:
            yield "report time", report.time.span
        yield from (("report figure", figure.span) for figure in report.figures)
        yield from (("cue", cue) for cue in report.cues)
    yield from (("published", span) for span in reading.article.published.evidence)
    if reading.article.title and reading.article.title.span:
        yield "title", reading.article.title.span


def broken_laws(reading: Reading, text: str) -> list[str]:
    """What a reading does that it may not."""
    bad = [f"{name} {span}" for name, span in spans(reading) if not 0 <= span.start < span.end <= len(text)]
    known = {entity.id for entity in reading.entities}
    for report in reading.reports:
        if not report.rule:
            bad.append(f"report without a rule: {report.type}")
        if not report.evidence.holds(report.trigger):
            bad.append(f"trigger outside its evidence: {report.type} {report.trigger} {report.evidence}")
        named = [f.entity for f in (*report.actors, *report.recipients)] + [k.entity for k in report.attribution]
        bad += [f"unknown entity {id}" for id in named if id not in known]
        if report.time and report.time.edtf and days_of(report.time.edtf) is None:
            bad.append(f"time that covers no days: {report.time.edtf}")
    for group in (reading.mentions.times, reading.mentions.places, reading.mentions.figures, reading.mentions.actors):
        bad += [f"mention without a rule: {type(m).__name__}" for m in group if not m.rule]
    return bad


@pytest.mark.parametrize("found", ARTICLES, ids=lambda a: a.path)
def test_every_span_quotes_its_article_and_every_record_its_rule(found: Article) -> None:
    assert broken_laws(read_article(found), found.text) == []


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.randoms(use_true_random=False))
@SLOW
def test_ornament_breaks_no_span(sentences: list[str], dice: random.Random) -> None:
    text = "".join(c + (dice.choice(ORNAMENT) if dice.random() < 0.15 else "") for c in " ".join(sentences))
    assert broken_laws(read_article(article(text)), text) == []


@given(st.sampled_from(SENTENCES))
@SLOW
def test_presentation_forms_break_no_span(sentence: str) -> None:
    text = sentence.translate(LIGATURES)
    assert broken_laws(read_article(article(text)), text) == []


@given(st.text(alphabet=st.characters(min_codepoint=9, max_codepoint=0x6FF), min_size=1, max_size=300))
@SLOW
def test_no_text_crashes_the_reader(noise: str) -> None:
    text = noise + " قصف الجيش المدينة"
    try:
        made = article(text)
    except ArticleError:
        return
    assert broken_laws(read_article(made), text) == []


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), st.randoms(use_true_random=False))
@SLOW
def test_words_in_any_order_crash_nothing(sentences: list[str], dice: random.Random) -> None:
    words = " ".join(sentences).split()
    dice.shuffle(words)
    text = " ".join(words)
    assert broken_laws(read_article(article(text)), text) == []


def test_plain_text_and_text_with_vowel_marks_tell_the_same() -> None:
    plain = "قصف الجيش السوري مدينة حلب."
    marked = "قَصَفَ الجَيْشُ السُّورِيُّ مَدِينَةَ حَلَبَ."
    first, second = read_article(article(plain)), read_article(article(marked))
    assert [r.type for r in first.reports] == [r.type for r in second.reports] == ["ASSAULT"]


def test_publication_date_is_never_filled_in_for_an_act() -> None:
    reading = read_article(article("قصف الجيش السوري مدينة حلب.", published="2016-11-24"))
    assert reading.reports
    assert all(report.time is None for report in reading.reports)


def test_month_stays_a_month() -> None:
    reading = read_article(article("قصف الجيش السوري مدينة حلب في آذار 2016.", published="2016-11-24"))
    assert [report.time.edtf for report in reading.reports if report.time] == ["2016-03"]


def test_same_article_same_reading() -> None:
    assert all(msgspec.json.encode(read_article(a)) == msgspec.json.encode(read_article(a)) for a in ARTICLES)


def test_neutral_names_hold_no_loaded_word() -> None:
    text = "قصفت عصابات الأسد الإرهابية المدينة، وقال تنظيم داعش الإرهابي إنه انسحب من قرية حندرات."
    names = [name for entity in read_article(article(text)).entities if entity.kb for name in entity.name.values()]
    assert not [name for name in names if any(word in name for word in ("عصابات", "الإرهابي", "terrorist", "gang"))]
