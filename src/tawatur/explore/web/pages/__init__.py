"""The pages, one module a kind of thing; each has its own address and a JSON twin."""

from tawatur.explore.web.pages import (
    actors,
    articles,
    case,
    events,
    export,
    guide,
    maps,
    network,
    outlets,
    reports,
    review,
    search,
    session,
    timeline,
)

ROOMS = (case, events, articles, reports, actors, outlets, network, timeline, maps, search, review, guide, export,
         session)  # fmt: skip
