"""Which parties a title names, and by which template: tolls ("the dead", "others") are no one whom it can name."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.letters import key
from tawatur.events.headlines.templates import templates
from tawatur.mentions.actors.known import known
from tawatur.model.case import Party
from tawatur.model.reading import Modality

_BODIES = frozenset({"armed_group", "organisation", "state"})  # of whom some die, not the whole


class Shown(NamedTuple):
    """The template's name and the parties that stand in it."""

    template: str
    actors: list[Party]
    recipients: list[Party]


def shown(
    type_: str, extension: str | None, actors: Sequence[Party], recipients: Sequence[Party], modality: Modality
) -> Shown:
    """What a title of an event names: of its parties those that say who it is, each once."""
    words = templates().tolls
    doers, targets = _told(actors, words.others), _told(recipients, words.others)
    template = extension or type_
    if type_ == "ASSAULT":
        doers = _told(doers, words.dead | words.wounded)
        told = _told(targets, words.dead | words.wounded)
        # the wounded may be killed, as the words say, where the dead are not told of beside them
        only = extension == "kill" and not _told(targets, words.wounded)
        targets = targets if only and targets else told
        if modality == "planned":
            template = words.planned.get(template, template)
        elif _toll(targets):
            template = words.of.get(template, template)
    return Shown(template, _distinct(doers), _distinct(targets))


def _told(parties: Sequence[Party], words: frozenset[str]) -> list[Party]:
    return [party for party in parties if key(party.name.get("ar", "")) not in words]


def _toll(targets: Sequence[Party]) -> bool:
    """Whether no one is named whom a title can call killed or wounded: nobody, or an army as a whole."""
    return not targets or any(known()[p.id].kind in _BODIES for p in targets if p.id in known())


def _distinct(parties: Sequence[Party]) -> list[Party]:
    """Without those that another names more exactly ("warplanes" beside "Russian warplanes")."""
    words = [frozenset(key(party.name.get("ar", "")).split()) for party in parties]
    return [
        party
        for n, party in enumerate(parties)
        if party.id in known() or not any(words[n] < others for others in words)
    ]
