"""Finds articles by words, phrases and parts of words, and marks what was found in the original text."""

import re

import msgspec
from sqlalchemy import Connection, Engine, select, text

from tawatur.casefile import schema
from tawatur.casefile.search.normal import fold, normal, searched_words
from tawatur.errors import QueryError
from tawatur.model.span import Span

LONGEST_QUERY = 300  # characters
RANKED = 2_000  # articles: of words that stand in more, these are ranked and the others not looked at
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_EDGES = re.compile(r"^\W+|[^\w*]+$")


class Term(msgspec.Struct, frozen=True):
    """A word, a phrase of several, or (with `part`) letters inside a word, in normal forms."""

    words: tuple[str, ...]
    part: bool = False


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article found: where the words stand, and a stretch of the original around the first of them."""

    article: str
    path: str
    outlet: str | None
    published: str | None
    spans: tuple[Span, ...]
    around: Span
    text: str


def parse_query(query: str) -> list[Term]:
    """The terms of a query: words, "phrases in quotation marks", and parts of words with a star (ضبا*, *دفع*).

    Raises QueryError for an empty or overlong query, or a part shorter than three letters.
    """
    if len(query) > LONGEST_QUERY:
        raise QueryError(f"search: the query has {len(query)} characters; at most {LONGEST_QUERY} can be searched")
    terms: list[Term] = []
    for phrase, word in _TERM.findall(query.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"')):
        if phrase:
            terms.append(Term(tuple(w.form for w in searched_words(phrase))))
        elif "*" in word:
            letters = normal(word.strip("*"))
            if len(letters) < 3 or "*" in letters:
                raise QueryError(f"search {word!r}: a part needs three letters, and stars only at its ends")
            terms.append(Term((letters,), part=True))
        else:
            terms += [Term((w.form,)) for w in searched_words(_EDGES.sub("", word))]
    terms = [term for term in terms if term.words]
    if not terms:
        raise QueryError("search: no words to look for; give a word, or words in quotation marks")
    return terms


def search(engine: Engine, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
    """The articles that hold every term of the query, best first, with what was found marked. Raises QueryError."""
    terms = parse_query(query)
    table = schema.articles
    with engine.connect() as connection:
        ids = _matching(connection, terms, limit, offset)
        columns = (table.c.id, table.c.path, table.c.outlet, table.c.published, table.c.text, table.c.state)
        found = connection.execute(select(*columns).where(table.c.id.in_(ids)))
        # no condition on the state here: SQLite would walk the index of states, which holds nearly every article
        rows = {r.id: r for r in found if r.state == "read"}
    return [_hit(rows[id], terms) for id in ids if id in rows]


def _matching(connection: Connection, terms: list[Term], limit: int, offset: int) -> list[str]:
    if connection.dialect.name == "sqlite":
        statement, values = _sqlite(terms)
    else:
        statement, values = _postgres(terms)
    return list(connection.execute(text(statement), values | {"limit": limit, "offset": offset}).scalars())


_RANKED = (
    "SELECT r.article_id FROM (SELECT rowid AS number, bm25(search_words) AS score FROM search_words "
    "WHERE search_words MATCH :search_words LIMIT :most) AS m JOIN search_rows r ON r.number = m.number "
    "ORDER BY m.score, r.article_id LIMIT :limit OFFSET :offset"
)


def _sqlite(terms: list[Term]) -> tuple[str, dict[str, object]]:
    whole = " AND ".join('"' + " ".join(t.words) + '"' for t in terms if not t.part)
    parts = " AND ".join(f'"{t.words[0]}"' for t in terms if t.part)
    if not parts:
        return _RANKED, {"search_words": whole, "most": RANKED}
    source, conditions, values = "search_rows r", [], dict[str, object]()
    for table, match in (("search_words", whole), ("search_parts", parts)):
        if match:
            source += f" JOIN {table} ON {table}.rowid = r.number"
            conditions.append(f"{table} MATCH :{table}")
            values[table] = match
    order = "bm25(search_words), r.article_id" if whole else "r.article_id"
    where = " AND ".join(conditions)
    return f"SELECT r.article_id FROM {source} WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset", values


def _postgres(terms: list[Term]) -> tuple[str, dict[str, object]]:
    conditions, values = [], dict[str, object]()
    for number, term in enumerate(terms):
        name = f"t{number}"
        if term.part:
            conditions.append(f"words LIKE :{name}")
            values[name] = f"%{term.words[0]}%"
        else:
            conditions.append(f"to_tsvector('simple', words) @@ phraseto_tsquery('simple', :{name})")
            values[name] = " ".join(term.words)
    where = " AND ".join(conditions)
    return f"SELECT article_id FROM search_rows WHERE {where} ORDER BY article_id LIMIT :limit OFFSET :offset", dict(
        values
    )


def _hit(row: "object", terms: list[Term]) -> Hit:
    body = str(row.text)  # type: ignore[attr-defined]
    spans = _spans(body, terms)
    first = spans[0] if spans else Span(0, min(1, len(body)))
    return Hit(article=row.id, path=row.path, outlet=row.outlet, published=row.published, spans=tuple(spans),  # type: ignore[attr-defined]
               around=_around(body, first), text=body)  # fmt: skip


def spans_in(body: str, query: str) -> list[Span]:
    """Where the words of a query stand in a text, in its order. Raises QueryError."""
    return _spans(body, parse_query(query))


def _spans(body: str, terms: list[Term]) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in body.splitlines(keepends=True):
        folded = fold(line)
        if any(term.words[0] in folded for term in terms):  # to cut a line into words costs more than to look
            spans += (Span(start + s.start, start + s.end) for s in _in_line(line, terms))
        start += len(line)
    return spans


def _in_line(line: str, terms: list[Term]) -> list[Span]:
    words = searched_words(line)
    spans: list[Span] = []
    for term in terms:
        size = len(term.words)
        for start in range(len(words) - size + 1):
            window = tuple(w.form for w in words[start : start + size])
            if window == term.words or (term.part and term.words[0] in window[0]):
                spans.append(Span(words[start].span.start, words[start + size - 1].span.end))
    return sorted(spans)


def _around(body: str, first: Span, reach: int = 140) -> Span:
    """A stretch of the text around a span, cut at spaces."""
    start, end = max(0, first.start - reach), min(len(body), first.end + reach)
    if start:
        start = body.find(" ", start, first.start) + 1 or start
    if end < len(body):
        cut = body.rfind(" ", first.end, end)
        end = cut if cut > 0 else end
    return Span(start, end)
