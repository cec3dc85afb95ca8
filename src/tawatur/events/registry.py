"""The actors, places, transmitters and namings of a case, gathered article by article."""

from collections.abc import Iterable

from msgspec import structs

from tawatur.events.ids import actor_id, anonymous_id
from tawatur.events.records import ReadArticle
from tawatur.events.sides import camp_of, ministry_of, outlet_party, speaks_for
from tawatur.events.titles import mentioned, nameless, offices
from tawatur.model.case import CaseActor, ChainLink, Name, NameUse, Party
from tawatur.model.reading import Entity, Filler, Report
from tawatur.model.span import Span


class Registry:
    """Who and what the case names: ids, neutral names, sides, counts. The order of articles leaves no trace."""

    def __init__(self) -> None:
        self._actors: dict[str, CaseActor] = {}
        self._links: dict[tuple[str, str, bool], ChainLink] = {}
        self._uses: dict[tuple[str, str, str], NameUse] = {}
        self._entities: dict[str, Entity] = {}
        self._ids: dict[str, str] = {}
        self._nameless: set[str] = set()  # entities of this article that it calls by role only
        self._offices: dict[str, str] = {}  # entities of this article that speak for another
        self._described: set[str] = set()
        self._named: set[str] = set()

    def enter(self, item: ReadArticle) -> None:
        """Takes in one article's entities; `ids` and `chain` then speak of this article."""
        self._entities = {e.id: e for e in item.reading.entities}
        self._ids = {e.id: self._enter(e) for e in item.reading.entities}
        self._nameless, self._offices = nameless(item.reading), offices(item.reading, item.text)
        said = mentioned(item.reading)
        for entity in item.reading.entities:
            if entity.id in self._nameless:
                self._described.add(self._ids[entity.id])
            elif entity.id in said or entity.kb or entity.kind == "place":
                self._named.add(self._ids[entity.id])

    def ids(self, item: ReadArticle, fillers: Iterable[Filler]) -> tuple[str, ...]:
        """The case's ids of role fillers, each once, sorted."""
        return tuple(sorted({self._ids[f.entity] for f in fillers}))

    def chain(self, item: ReadArticle, report: Report, outlet: ChainLink) -> tuple[ChainLink, ...]:
        """The transmitters of a report, outermost first, the article's own outlet left out, none twice running."""
        links: list[ChainLink] = []
        end = -1
        for link in report.attribution:
            node = self._transmitter(item, self._entities[link.entity])
            if node.id != outlet.id and not (links and links[-1].id == node.id):
                beside = bool(links) and _joined(item.text, end, link.span[0])
                links.append(self._shared(node, link.stance, beside=beside))
            end = link.span[1]
        return tuple(links)

    def count_names(self, item: ReadArticle, outlet: ChainLink) -> None:
        """Counts how the article's outlet names each actor."""
        for mention in item.reading.mentions.actors:
            if mention.form in ("anaphor", "title"):
                continue
            actor, wording = self._ids.get(mention.entity), " ".join(Span(*mention.span).of(item.text).split())
            if actor is not None:
                self._count(item, outlet, actor, wording, mention.form, mention.colour, Span(*mention.span))

    def actor(self, id_: str) -> CaseActor:
        """The actor or place with this id."""
        return self._actors[id_]

    def described(self, id_: str) -> bool:
        """Whether no article gives it a name of its own: "a warplane", "the militias"."""
        return id_ in self._described and id_ not in self._named

    def kind(self, id_: str) -> str:
        """Its kind, empty where only a chain or metadata names it."""
        return self._actors[id_].kind if id_ in self._actors else ""

    def party(self, id_: str) -> Party:
        """Its id and neutral name."""
        return Party(id=id_, name=self._actors[id_].name)

    def actors(self) -> tuple[CaseActor, ...]:
        """All of them, sorted by id."""
        return tuple(
            structs.replace(actor, generic=True) if self._generic(actor) else actor
            for _, actor in sorted(self._actors.items())
        )

    def _generic(self, actor: CaseActor) -> bool:
        return actor.kb is None and actor.side is None and actor.kind != "place" and self.described(actor.id)

    def names(self) -> tuple[NameUse, ...]:
        """All namings, sorted."""
        return tuple(self._uses[k] for k in sorted(self._uses))

    def _enter(self, entity: Entity) -> str:
        id_ = actor_id(entity)
        seen = self._actors.get(id_)
        new = CaseActor(
            id=id_,
            kind=entity.kind,
            name=entity.name,
            kb=entity.kb,
            ids=entity.ids,
            side=entity.affiliation,
            articles=1,
            mentions=len(entity.mentions),
        )
        if seen is not None:
            new = add_actors(seen, new)
        self._actors[id_] = new
        return id_

    def _transmitter(self, item: ReadArticle, entity: Entity) -> ChainLink:
        if entity.anonymous and not entity.kb:
            return self._anonymous(item, entity)
        id_ = self._ids[entity.id]
        name = self._actors[id_].name
        if entity.kind == "media" and not entity.kb and entity.id not in self._nameless:
            outlet = outlet_party(name.get("ar") or name.get("en") or id_)
            return ChainLink(
                id=outlet.id,
                name=outlet.name if outlet.name["en"] != outlet.name["ar"] else name,
                camp=camp_of(outlet.id, None),
            )
        voice = self._voice(id_, entity)
        if voice is None and entity.id in self._nameless and entity.kind in ("group", "person", "media", "other"):
            return self._anonymous(item, entity)
        if voice is not None:
            id_, name = voice
        side = self._actors[id_].side if id_ in self._actors else None
        return ChainLink(id=ministry_of(id_, side) or id_, name=name, camp=camp_of(id_, side))

    def _anonymous(self, item: ReadArticle, entity: Entity) -> ChainLink:
        """A source without a name: a node of its article, never merged with another."""
        return ChainLink(
            id=anonymous_id(item.reading.article, entity), name=entity.name, anonymous=True, camp=entity.affiliation
        )

    def _voice(self, id_: str, entity: Entity) -> tuple[str, Name] | None:
        """Whom a spokesman speaks for, as the knowledge base, the actor's own name or its title in the text says."""
        side = entity.affiliation if entity.kind in ("person", "office", "group") else None
        voice = speaks_for(id_, side, entity.name)
        if voice is None and entity.id in self._offices:
            office = self._ids[self._offices[entity.id]]
            voice = office, self._actors[office].name
        return voice

    def _shared(self, node: ChainLink, stance: str, *, beside: bool) -> ChainLink:
        known = self._links.get((node.id, stance, beside))
        if known is None or known.name != node.name:
            known = ChainLink(
                id=node.id,
                name=node.name,
                stance=stance,  # type: ignore[arg-type]
                anonymous=node.anonymous,
                camp=node.camp,
                beside=beside,
            )
            self._links[node.id, stance, beside] = known
        return known

    def _count(
        self, item: ReadArticle, outlet: ChainLink, actor: str, wording: str, form: str, colour: str | None, span: Span
    ) -> None:
        path, at = item.reading.article.path, (actor, outlet.id, wording)
        seen = self._uses.get(at)
        count, first = (seen.count + 1, min((seen.article, seen.span), (path, span))) if seen else (1, (path, span))
        if seen and first == (seen.article, seen.span):
            form, colour = seen.form, seen.colour
        self._uses[at] = NameUse(
            actor=actor,
            outlet=outlet.id,
            outlet_name=outlet.name,
            wording=wording,
            form=form,
            colour=colour,
            count=count,
            article=first[0],
            span=first[1],
        )


def _joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but "and" stands between two sources: each tells it by itself."""
    return 0 <= end < start and text[end:start].strip(' ،,"»') == "و"


def add_uses(one: NameUse, two: NameUse) -> NameUse:
    """One naming counted in two stretches of a case."""
    first = min(one, two, key=lambda use: (use.article, use.span))
    return structs.replace(first, count=one.count + two.count)


def add_actors(one: CaseActor, two: CaseActor) -> CaseActor:
    """One actor from two articles; where they differ, the choice depends on content alone."""
    first, second = sorted((one, two), key=lambda a: (sorted(a.name.items()), a.kind, a.side or "~"))
    return CaseActor(
        id=one.id,
        kind=first.kind,
        name=_names(first.name, second.name),
        kb=one.kb or two.kb,
        ids={**second.ids, **first.ids},
        side=first.side or second.side,
        articles=one.articles + two.articles,
        mentions=one.mentions + two.mentions,
        generic=one.generic and two.generic,
    )


def _names(first: Name, second: Name) -> Name:
    return {**second, **first}


def source_node(outlet: str | None, article_id: str) -> ChainLink:
    """The node of an outlet; an unknown outlet is a node of its article."""
    if outlet is None:
        return ChainLink(id="o" + article_id, name={"ar": "جهة نشر غير معروفة", "en": "unknown outlet"}, anonymous=True)
    party = outlet_party(outlet)
    return ChainLink(id=party.id, name=party.name, camp=camp_of(party.id, None))
