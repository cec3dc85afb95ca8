"""A case opened for reading: the one set of queries that terminal, web app, exports and Python share."""

from collections.abc import Iterable, Iterator
from typing import Any, Self

import msgspec
from sqlalchemy import Engine, Select, and_, func, or_, select

from tawatur.casefile import schema
from tawatur.casefile.filters import Filters
from tawatur.casefile.passing import find_actors, passing
from tawatur.casefile.storage import open_case
from tawatur.errors import QueryError
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.reader import Network
from tawatur.events.network.records import Linking
from tawatur.model.case import CaseActor, CopyLink, Event
from tawatur.model.reading import Reading


class Case:
    """A case file open for reading. Use it in a `with` block, or call `close`."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Wraps an engine on a case; `tawatur.open` makes one from a path."""
        self.engine = engine
        self.name = name

    @classmethod
    def open(cls, case: str) -> Self:
        """Opens the case at a path or database address. Raises CaseMissing, CaseNotACase, CaseTooNew."""
        return cls(open_case(case), case)

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """The case itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Lets go of the file."""
        self.close()

    def events(self, **filters: Any) -> list[Event]:
        """The events that pass the filters (see Filters), most supported first."""
        return self._events("event", Filters(**filters))

    def ties(self, **filters: Any) -> list[Event]:
        """The ties that pass the filters, most supported first."""
        return self._events("relation", Filters(**filters))

    def event(self, id: str) -> Event:
        """One event or tie. Raises QueryError."""
        with self.engine.connect() as connection:
            row = connection.execute(select(schema.events.c.data).where(schema.events.c.id == id)).scalar()
        if row is None:
            raise QueryError(f"{id}: no such event in {self.name}; `tawatur events` lists them with their ids")
        return msgspec.json.decode(row, type=Event)

    def actors(
        self,
        *,
        name: str | None = None,
        kind: str | None = None,
        generic: bool | None = None,
        limit: int | None = None,
    ) -> list[CaseActor]:
        """The actors of the case, most mentioned first; `name` is an id or part of a name in either language.

        Those who are no one in particular ("civilians", "the army") come after all others; `generic` asks for them, or
        for the others, alone.
        """
        table = schema.actors
        query = select(table.c.data).where(table.c.kind != "place")
        query = query.order_by(table.c.generic, table.c.mentions.desc(), table.c.id)
        if generic is not None:
            query = query.where(table.c.generic == generic)
        if name:
            query = query.where(table.c.id.in_(self.find_actors(name)))
        if kind:
            query = query.where(table.c.kind == kind)
        with self.engine.connect() as connection:
            rows = connection.execute(query.limit(limit)).scalars()
            return [msgspec.json.decode(row, type=CaseActor) for row in rows]

    def actor(self, id: str) -> CaseActor:
        """One actor or place. Raises QueryError."""
        with self.engine.connect() as connection:
            row = connection.execute(select(schema.actors.c.data).where(schema.actors.c.id == id)).scalar()
        if row is None:
            raise QueryError(f"{id}: no such actor in {self.name}; `tawatur actors` lists them with their ids")
        return msgspec.json.decode(row, type=CaseActor)

    def names_of(self, ids: Iterable[str]) -> dict[str, dict[str, str]]:
        """The neutral names of actors and places by id; those that the case does not hold are left out."""
        table = schema.actors
        query = select(table.c.id, table.c.name_ar, table.c.name_en).where(table.c.id.in_(list(ids)))
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return {r.id: {k: v for k, v in (("ar", r.name_ar), ("en", r.name_en)) if v} for r in rows}

    def find_actors(self, words: str) -> list[str]:
        """Ids of the actors and places whose id is `words` or whose name in either language holds them."""
        return find_actors(self.engine, words)

    def network(self, *, raised: bool = True) -> Network:
        """The links between actors over time; `raised` puts armies, offices and officers under their side."""
        table = schema.events
        query = select(table.c.data).where(table.c.type.in_(sorted(link_kinds().types))).order_by(table.c.id)
        decoder = msgspec.json.Decoder(Linking)
        with self.engine.connect() as connection:
            rows = connection.execution_options(yield_per=200).execute(query).scalars()
            return Network(map(decoder.decode, rows), self.actors(), raised=raised)

    def citations(self) -> list[dict[str, Any]]:
        """Whom each outlet cites: outlet, source, reports, events, how often alone."""
        return self._rows(
            select(schema.citations).order_by(
                schema.citations.c.reports.desc(), schema.citations.c.outlet_id, schema.citations.c.source_id
            )
        )

    def names(self, actor: str) -> list[dict[str, Any]]:
        """Under which names each outlet speaks of an actor."""
        table = schema.names
        return self._rows(
            select(table)
            .where(table.c.actor_id == actor)
            .order_by(table.c.outlet_id, table.c.count.desc(), table.c.wording)
        )

    def copies(self) -> list[CopyLink]:
        """Every inferred copy, by article."""
        query = select(schema.copies.c.data).order_by(schema.copies.c.article, schema.copies.c.id)
        with self.engine.connect() as connection:
            return [msgspec.json.decode(row, type=CopyLink) for row in connection.execute(query).scalars()]

    def article_row(self, id: str) -> dict[str, Any]:
        """An article's row without its text, by id or path. Raises QueryError."""
        table = schema.articles
        columns = [c for c in table.c if c.name not in ("text", "reading", "source")]
        named = or_(table.c.id == id, and_(table.c.path == id, table.c.state != "removed"))
        rows = self._rows(select(*columns).where(named))
        if not rows:
            raise QueryError(f"{id}: no such article in {self.name}; give its id or its path in the case")
        return rows[0]

    def copies_of(self, article: str) -> list[CopyLink]:
        """The inferred copies that an article (its path) takes part in, as copy or as source."""
        table = schema.copies
        query = select(table.c.data).where(or_(table.c.article == article, table.c.from_article == article))
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.id)).scalars()
            return [msgspec.json.decode(row, type=CopyLink) for row in rows]

    def reports_of(self, article: str) -> list[dict[str, Any]]:
        """The reports of an article in the order of its text, each with the title of its event."""
        table, home = schema.reports, schema.events
        columns = [c for c in table.c if c.name != "data"]
        query = select(*columns, home.c.title_ar, home.c.title_en).join(home, home.c.id == table.c.event_id)
        return self._rows(query.where(table.c.article_id == article).order_by(table.c.trigger_start, table.c.id))

    def chain_of(self, report: str) -> list[dict[str, Any]]:
        """The transmitters of a report, outermost first."""
        table = schema.links
        return self._rows(select(table).where(table.c.report_id == report).order_by(table.c.position))

    def articles(self, *, state: str | None = None, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """The articles without their text, by path."""
        table = schema.articles
        columns = [c for c in table.c if c.name not in ("text", "reading", "source")]
        query = select(*columns).order_by(table.c.path, table.c.id).limit(limit).offset(offset)
        return self._rows(query.where(table.c.state == state) if state else query)

    def article(self, id: str) -> tuple[str, Reading | None]:
        """An article's text and its reading, by id or path. Raises QueryError."""
        table = schema.articles
        query = select(table.c.text, table.c.reading).where(
            or_(table.c.id == id, and_(table.c.path == id, table.c.state != "removed"))
        )
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise QueryError(f"{id}: no such article in {self.name}; give its id or its path in the case")
        return row.text, msgspec.json.decode(row.reading, type=Reading) if row.reading else None

    def refusals(self) -> list[dict[str, Any]]:
        """What the last build could not take in, with the reason."""
        return self._rows(select(schema.refusals).order_by(schema.refusals.c.path))

    def counts(self) -> dict[str, int]:
        """How many articles, reports, events, ties and actors the case holds."""
        queries = {
            "articles": select(func.count()).select_from(schema.articles).where(schema.articles.c.state == "read"),
            "reports": select(func.count()).select_from(schema.reports),
            "events": select(func.count()).select_from(schema.events).where(schema.events.c.kind == "event"),
            "ties": select(func.count()).select_from(schema.events).where(schema.events.c.kind == "relation"),
            "actors": select(func.count()).select_from(schema.actors).where(schema.actors.c.kind != "place"),
        }
        with self.engine.connect() as connection:
            return {name: connection.execute(query).scalar() or 0 for name, query in queries.items()}

    def stand(self) -> str:
        """A word that changes whenever the case is built, joined or judged anew."""
        built = select(schema.meta.c.value).where(schema.meta.c.name == "built").scalar_subquery()
        judged = select(func.max(schema.judgements.c.number)).scalar_subquery()
        with self.engine.connect() as connection:
            return "{}-{}".format(*connection.execute(select(built, judged)).one())

    def has_event(self, id: str) -> bool:
        """Whether the case now holds an event or tie of this id."""
        with self.engine.connect() as connection:
            return connection.execute(select(schema.events.c.id).where(schema.events.c.id == id)).first() is not None

    def home_of(self, report: str) -> str | None:
        """The id of the event that now holds a report, None where no event does."""
        query = select(schema.reports.c.event_id).where(schema.reports.c.id == report)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def _rows(self, query: Select[Any]) -> list[dict[str, Any]]:
        with self.engine.connect() as connection:
            return [dict(row._mapping) for row in connection.execute(query)]

    def _events(self, kind: str, filters: Filters) -> list[Event]:
        return list(self.stream_events(kind, filters))

    def stream_events(self, kind: str, filters: Filters) -> Iterator[Event]:
        """The events or ties (kind relation) that pass, one by one, for cases larger than memory."""
        return passing(self.engine, kind, filters)
