"""What leaves the room of chains: ids, order, spans that quote their words, new entities only where they are used."""

from tawatur.arabic.analyse import analyse
from tawatur.chains.reader import read_chains, read_scopes
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article
from tawatur.model.draft import Draft
from tawatur.model.span import Span
from tawatur.model.told import Told

TEXT = "قال أهالي الحي إن الطائرات قصفت السوق، وأضافوا أن غارة ثانية دمرت المدرسة. وانسحبت القوات."


def told(text: str, *triggers: str, outlet: str | None = None) -> Told:
    article = Article(id="a", path="a.txt", sha256="", text=text, body=(Span(0, len(text)),), outlet=outlet)
    analysed = analyse(text, article.body)
    named = read_mentions(analysed, article)
    drafts = []
    for trigger in triggers:
        start = text.index(trigger)
        word = next(w.index for w in analysed.words if w.span.end > start)
        sentence = analysed.sentence_of(word)
        evidence = analysed.span(sentence.first, sentence.last)
        drafts.append(
            Draft(
                kind="event",
                type="ASSAULT",
                trigger_word=word,
                trigger=Span(start, start + len(trigger)),
                first=sentence.first,
                last=sentence.last,
                evidence=evidence,
            )
        )
    return read_chains(analysed, named, tuple(drafts), article)


def test_reports_are_numbered_in_the_order_of_their_triggers() -> None:
    reports = told(TEXT, "وانسحبت", "قصفت", "دمرت").reports
    assert [r.id for r in reports] == ["r1", "r2", "r3"]
    assert [r.trigger.of(TEXT) for r in reports] == ["قصفت", "دمرت", "وانسحبت"]


def test_every_link_quotes_its_source_and_carries_cue_and_rule() -> None:
    for report in told(TEXT, "قصفت", "دمرت").reports:
        (link,) = report.attribution
        assert "أهالي" in link.span.of(TEXT)
        assert link.rule
        assert link.cue is not None
        assert link.cue.of(TEXT) in ("قال", "وأضافوا")


def test_the_outlets_own_voice_is_an_empty_chain() -> None:
    assert told(TEXT, "وانسحبت").reports[0].attribution == ()


def test_entities_of_links_are_among_the_entities_told() -> None:
    result = told("تقارير تقول إن روسيا سلحت الفصيل", "سلحت")
    known = {e.id: e for e in result.entities}
    (link,) = result.reports[0].attribution
    assert known[link.entity].anonymous
    assert known[link.entity].name["ar"] == "تقارير"
    assert len(known) == len(result.entities)


def test_an_unused_source_makes_no_entity() -> None:
    text = "تقارير تقول إن روسيا سلحت الفصيل. وانسحبت القوات."
    assert not any(e.name.get("ar") == "تقارير" for e in told(text, "وانسحبت").entities)


def test_the_own_outlet_is_no_link() -> None:
    text = "ذكرت صحيفة النهار أن الجيش اقتحم الحي"
    assert told(text, "اقتحم", outlet="النهار").reports[0].attribution == ()
    assert len(told(text, "اقتحم", outlet="الحياة").reports[0].attribution) == 1


def test_scopes_stay_inside_the_text() -> None:
    article = Article(id="a", path="a.txt", sha256="", text=TEXT, body=(Span(0, len(TEXT)),))
    text = analyse(TEXT)
    for scope in read_scopes(text, read_mentions(text, article), article):
        assert 0 <= scope.first < scope.last <= len(text.words)
