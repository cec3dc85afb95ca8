"""Turns a template and values into a page."""

import re
from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from tawatur import __version__
from tawatur.events.joining.weights import weights
from tawatur.events.sides import outlet_party
from tawatur.explore.told import in_arabic
from tawatur.explore.web.counting import counted, figure, unit_text
from tawatur.explore.web.dates import day_text, precision_of
from tawatur.explore.web.forms import form_token, may_review, remembered_name, user_of
from tawatur.explore.web.language import COOKIE, Language, language_of, words
from tawatur.explore.web.marking import mark_quote
from tawatur.knowledge.files import load_yaml
from tawatur.model.case import Disagreement

_ISOLATED = re.compile(r'("[^"]*"|«[^»]*»|\d{4}(?:-\d\d)+(?:/\d{4}(?:-\d\d)*)?)')

_ARABIC = re.compile(r"([\u0621-\u06ff]+(?:[ -][\u0621-\u06ff]+)*)")
_LATIN = re.compile(r"([A-Za-z][A-Za-z'.]*(?:[ -][A-Za-z'.]+)*)")
_UNIT = re.compile(r"\(([^()]*)\)")


@cache
def environment() -> Environment:
    """The templates; everything is escaped, and a name that is not there is an error."""
    found = Environment(
        loader=PackageLoader("tawatur.explore.web", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["other"] = lambda language: "en" if language == "ar" else "ar"
    found.filters["address"] = lambda words: quote(str(words), safe=":")
    return found


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page made of a template: `t` holds the app's words, `lang` the language, `name` shows a name in it."""
    language = language_of(request)
    page = (
        environment()
        .get_template(template)
        .render(
            t=words(language),
            lang=language,
            direction="rtl" if language == "ar" else "ltr",
            request=request,
            here=request.url.path,
            switch=_switched(request, "en" if language == "ar" else "ar"),
            name=lambda value: name_in(value, language),
            plain=lambda value, otherwise="?": plain_name(value, language) or otherwise,
            own=lambda value, otherwise="": own_sentence(plain_name(value, language) or otherwise, language),
            when=lambda edtf: day_text(edtf, language),
            type_name=lambda type, extension=None: type_name(type, extension, language),
            number=lambda n: f"{n:,}",
            counted=lambda n, thing: counted(n, thing, language),
            outlet_words=lambda outlet: outlet_words(outlet, language),
            told_title=lambda title: told_title(title, language),
            told_note=lambda found: told_note(found, language),
            figure=lambda tally: figure(tally, language),
            quiet_query=_query_without(request, "lang", "done"),
            json_address=_twin(request),
            feature=lambda name: feature_name(name, language),
            told_quote=mark_quote,
            error_sentence=lambda message: error_sentence(message, language),
            precision=precision_of,
            choices_of=lambda names: [(name, words(language)[name]) for name in names],
            **_visit(request),
            case_name=request.app.state.case.name.rsplit("/", 1)[-1].removesuffix(".tawatur"),
            built=request.app.state.kept.built,
            version=__version__,
            **values,
        )
    )
    answer = HTMLResponse(page, status_code=status)
    if request.query_params.get("lang") in ("ar", "en"):
        answer.set_cookie(COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
    return answer


def _visit(request: Request) -> dict[str, Any]:
    """What every page knows of its visitor: may they decide, under which name, with which token, what is under way."""
    user = user_of(request)
    return {
        "user": user,
        "may_review": may_review(request),
        "reviewer": user.name if user else remembered_name(request),
        "token": form_token(request),
        "pending": request.app.state.desk.pending,
        "fault": request.app.state.desk.fault,
        "done": request.query_params.get("done", "")[:40],
    }


def feature_name(name: str, language: Language) -> str:
    """A feature that joins reports, in readable words; the feature's own name where it has none."""
    row = weights().of.get(name)
    return getattr(row, language) if row else name


def plain_name(value: dict[str, str] | None, language: Language) -> str:
    """A name in the page's language, else in the other, else nothing."""
    value = value or {}
    return value.get(language) or value.get("en") or value.get("ar") or ""


def outlet_words(outlet: str | None, language: Language) -> Markup:
    """An outlet under its neutral name in the page's language, as given where nobody knows it; nothing for none."""
    return name_in(outlet_party(outlet).name, language) if outlet else Markup("")


def told_title(title: dict[str, str], language: Language) -> Markup:
    """A title of ours in its own direction; names in the other script are isolated, or they would turn a date about."""
    arabic, pieces = _pieces(title, language)
    parts = [Markup("<bdi>{}</bdi>").format(part) if odd % 2 else escape(part) for odd, part in enumerate(pieces)]
    return Markup('<bdi class="own" dir="{}">{}</bdi>').format("rtl" if arabic else "ltr", Markup("").join(parts))


def drawn_title(title: dict[str, str], language: Language) -> str:
    """The same as plain text, for a drawing."""
    return "".join(f"\u2068{part}\u2069" if odd % 2 else part for odd, part in enumerate(_pieces(title, language)[1]))


def _pieces(title: dict[str, str], language: Language) -> tuple[bool, list[str]]:
    """Whether a title is Arabic, and its parts: every other one is in the other script."""
    told = plain_name(title, language)
    arabic = bool(title.get("ar")) and told == title.get("ar")
    return arabic, (_LATIN if arabic else _ARABIC).split(told)


def told_note(found: Disagreement, language: Language) -> Markup:
    """What reports disagree about; what they count is named in the page's language."""
    told = plain_name(found.note, language)
    if found.field == "figures" and language == "ar":
        told = _UNIT.sub(lambda unit: f"({unit_text(unit[1], language, 5)})", told, count=1)
    return own_sentence(told, language)


def own_sentence(words: str, language: Language) -> Markup:
    """A sentence of ours in the page's direction, with what it quotes and dates isolated from it."""
    parts = [Markup("<bdi>{}</bdi>").format(part) if odd % 2 else escape(part)
             for odd, part in enumerate(_ISOLATED.split(words))]  # fmt: skip
    direction = "rtl" if language == "ar" else "ltr"
    return Markup('<bdi class="own" dir="{}">{}</bdi>').format(direction, Markup("").join(parts))


def error_sentence(message: str, language: Language) -> Markup:
    """An error's own sentence in the page's language where it has one in it, with what it quotes isolated."""
    told = in_arabic(message) if language == "ar" else None
    if told is None:
        return Markup('<bdi class="told" dir="ltr" lang="en">{}</bdi>').format(message)
    parts = [Markup("<bdi>{}</bdi>").format(part) if odd % 2 else escape(part) for odd, part in enumerate(told.pieces)]
    return Markup('<bdi class="told" dir="rtl" lang="ar">{}</bdi>').format(Markup("").join(parts))


def name_in(value: dict[str, str] | None, language: Language) -> Markup:
    """A name in the page's language where there is one, isolated from the text around it."""
    value = value or {}
    chosen = value.get(language) or value.get("en") or value.get("ar") or "?"
    shown = language if value.get(language) else "ar" if chosen == value.get("ar") else "en"
    return Markup('<bdi lang="{}">{}</bdi>').format(shown, chosen)


def type_name(type: str, extension: str | None, language: Language) -> str:
    """The name of a PLOVER or relation type, or of our extension where a report has one."""
    names = _type_names()
    return names.get(extension or "", names.get(type, {})).get(language) or type


@cache
def _type_names() -> dict[str, dict[str, str]]:
    files = ("plover.yml", "relations.yml", "extension.yml")
    rows = [row for file in files for row in load_yaml("tawatur.knowledge.types", file)["types"]]
    return {row["id"]: row["name"] for row in rows}


def _query_without(request: Request, *names: str) -> str:
    """What the address asks for, without what does not change what the page tells; with its question mark."""
    left = request.url.remove_query_params(names).query
    return f"?{left}" if left else ""


def _twin(request: Request) -> str:
    """The address of the page's JSON twin."""
    path = request.url.path
    return ("/case" if path == "/" else path) + ".json" + _query_without(request, "lang", "done")


def _switched(request: Request, language: str) -> str:
    """The same address in the other language."""
    return str(request.url.include_query_params(lang=language).replace(scheme="", netloc=""))
