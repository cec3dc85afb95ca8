"""The pages, one module a kind of thing; each has its own address and a JSON twin."""

from tawatur.explore.web.pages import (
    actors,
    articles,
    case,
    events,
    maps,
    network,
    outlets,
    review,
    search,
    session,
    timeline,
)

ROOMS = (case, events, articles, actors, outlets, network, timeline, maps, search, review, session)
