"""The tables of a case. The same on SQLite and PostgreSQL; docs/schema.md is made from this file.

Days are ISO dates as text, so that people can query them anywhere. `data` columns hold the whole record as JSON in the
form of the published contract; the other columns are what one filters and sorts by.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 3  # of the schema; a case with a higher one is refused
APPLICATION = 0x54575452  # "TWTR": SQLite's application_id of a case file

metadata = MetaData()


def _key(name: str = "id") -> Column[str]:
    return Column(name, String, primary_key=True)


meta = Table(
    "meta",
    metadata,
    _key("name"),
    Column("value", Text, nullable=False),
    comment="Version of schema and rules, and when the case was last built",
)

articles = Table(
    "articles",
    metadata,
    _key(),
    Column("path", String, nullable=False, index=True),
    Column("sha256", String, nullable=False, comment="of the original bytes"),
    Column("text_sha256", String, nullable=False, comment="of the decoded text, UTF-8"),
    Column("state", String, nullable=False, index=True, comment="read | failed | removed"),
    Column("fault", Text, comment="why it could not be read"),
    Column("rules", String, nullable=False, comment="digest of the rules and metadata it was read with"),
    Column("origin", Text, nullable=False, comment="the file or folder, as named, under which it was found"),
    Column("title", Text),
    Column("outlet", String, index=True),
    Column("url", Text),
    Column("published", String, comment="EDTF"),
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("basis", String, comment="stated | metadata | inferred | unknown"),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False, comment="the article's record as JSON, without its text"),
    Column("reading", Text, comment="the contract tawatur/reading/1 as JSON"),
    comment="Every article taken in, as read",
)

refusals = Table(
    "refusals",
    metadata,
    _key("path"),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    comment="Files and rows of the last build that gave no article",
)

actors = Table(
    "actors",
    metadata,
    _key(),
    Column("kind", String, nullable=False),
    Column("kb", String, index=True),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("side", String, index=True),
    Column("mentions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("generic", Boolean, comment="no one in particular: no article names it, and it is of no side"),
    Column("data", Text, nullable=False),
    comment="Actors and places named in the case",
)

names = Table(
    "names",
    metadata,
    Column("actor_id", String, primary_key=True),
    Column("outlet_id", String, primary_key=True),
    Column("wording", Text, primary_key=True),
    Column("outlet_ar", Text),
    Column("outlet_en", Text),
    Column("form", String, nullable=False),
    Column("colour", String),
    Column("count", Integer, nullable=False),
    Column("article", String, nullable=False, comment="path of the article where it stands first"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    comment="Under which names each outlet speaks of an actor",
)

citations = Table(
    "citations",
    metadata,
    Column("outlet_id", String, primary_key=True),
    Column("source_id", String, primary_key=True, index=True),
    Column("outlet_ar", Text),
    Column("outlet_en", Text),
    Column("source_ar", Text),
    Column("source_en", Text),
    Column("anonymous", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("alone", Integer, nullable=False, comment="events that nobody else in the case reports"),
    Column("example", String, nullable=False, comment="id of a report"),
    comment="Whom each outlet cites, and how often",
)

reports = Table(
    "reports",
    metadata,
    _key(),
    Column("article_id", String, nullable=False, index=True, comment="→ articles.id"),
    Column("event_id", String, index=True),
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False, index=True),
    Column("extension", String),
    Column("modality", String, nullable=False),
    Column("specific", Boolean, nullable=False),
    Column("edtf", String),
    Column("place_id", String),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("copied_from", String),
    Column("data", Text, nullable=False),
    comment="One telling, in one article, of an act or a tie",
)

links = Table(
    "links",
    metadata,
    Column("report_id", String, ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="0 is the outermost transmitter"),
    Column("actor_id", String, nullable=False, index=True),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("stance", String, nullable=False),
    Column("inferred", Text),
    comment="Through whom a report comes",
)

events = Table(
    "events",
    metadata,
    _key(),
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False, index=True),
    Column("extension", String),
    Column("title_ar", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("edtf", String),
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("modality", String, nullable=False),
    Column("specific", Boolean, nullable=False),
    Column("support", Integer, nullable=False),
    Column("against", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("disagreements", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("cell", String, index=True, comment="the stretch of the case in which it was joined → cells.name"),
    Column("doubt", String, comment="why a reviewer should look at it: disputed | joined | shared | possible | single"),
    Column("certainty", Float, comment="how firm it is among those of its doubt, the most doubtful lowest"),
    comment="What reports are judged to tell of: events, and ties (kind relation)",
)

# the orders in which pages list events: read from the index, not sorted
Index(
    "events_by_support",
    *(events.c.kind, *(c.desc() for c in (events.c.support, events.c.articles, events.c.reports))),
    events.c.id,
)
Index("events_by_reports", events.c.kind, events.c.reports.desc(), events.c.support.desc(), events.c.id)
Index("events_by_doubt", events.c.doubt, events.c.certainty, events.c.id)
Index("events_by_time", events.c.kind, events.c.first_day, events.c.id)

parts = Table(
    "event_parts",
    metadata,
    Column("event_id", String, ForeignKey("events.id"), primary_key=True),
    Column("role", String, primary_key=True, comment="actor | recipient | place | outlet | source"),
    Column("party_id", String, primary_key=True, index=True),
    comment="Who and what has which part in an event",
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("event_id", String, ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String, nullable=False, index=True),
    Column("note_ar", Text, nullable=False),
    Column("note_en", Text, nullable=False),
    comment="Reports of one event that cannot all be true",
)

copies = Table(
    "copies",
    metadata,
    _key(),
    Column("article", String, nullable=False, index=True, comment="path of the article that repeats"),
    Column("from_article", String, index=True, comment="path of the one repeated, where the case holds it"),
    Column("kind", String, nullable=False),
    Column("data", Text, nullable=False),
    Column("cell", String, index=True, comment="the stretch of the case in which it was found → cells.name"),
    Column("likeness", Float, comment="how alike the passages are; the least alike are the most doubtful"),
    comment="Passages that repeat another article or an agency, with what shows it",
)

Index("copies_by_likeness", copies.c.likeness, copies.c.id)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("made_at", String, nullable=False, comment="UTC, ISO 8601"),
    Column("reviewer", String, nullable=False),
    Column("action", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("reason", Text, nullable=False),
    Column("undoes", String, comment="id of the judgement that this one takes back"),
    comment="Reviewers' decisions; rows are only ever added",
)

judgement_states = Table(
    "judgement_states",
    metadata,
    Column("judgement_id", String, primary_key=True),
    Column("state", String, nullable=False, comment="applied | lost (it no longer finds its object)"),
    Column("cells", Text, comment="JSON: the stretches of the case that it was applied to"),
    comment="What became of each judgement at the last joining",
)

cells = Table(
    "cells",
    metadata,
    _key("name"),
    Column(
        "digest", String, nullable=False, comment="of all it was joined from; while that stands it is not joined again"
    ),
    Column("overhang", Text, nullable=False, comment="JSON: reports of later days in its events, with their day"),
    Column("data", Text, nullable=False, comment="JSON: its share of actors, names and citations"),
    comment="Stretches of the case that are joined each by itself: all of a small case, months of a large one",
)

spread = Table(
    "spread",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("day", Integer, primary_key=True, index=True, comment="ordinal; 0 for ties, 10000000 for what is undated"),
    comment="The days that an article tells of, by which a large case is cut",
)

search_rows = Table(
    "search_rows",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article_id", String, nullable=False, unique=True),
    Column("words", Text, nullable=False, comment="normal forms of the words, in order"),
    comment="The articles as the search knows them: without hamza forms, marks and the article",
)
