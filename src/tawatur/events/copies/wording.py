"""The sentences that say why something is taken for a copy."""

import functools

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml
from tawatur.model.case import Name


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of unnamed nodes and the sentence of each rule, in both languages."""

    shared_text: dict[str, str]
    agencies: dict[str, str]
    compilers: dict[str, str]
    report_words: list[str]
    rules: dict[str, dict[str, str]]


@functools.cache
def wording() -> Wording:
    """The sentences in inference.yml."""
    try:
        return msgspec.convert(load_yaml("tawatur.events.copies", "inference.yml"), Wording)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"events/copies/inference.yml: {error}") from error


def reason(rule: str, *, source: Name | None = None, article: str = "") -> Name:
    """Why, in both languages."""
    sentence = wording().rules[rule]
    return {
        language: sentence[language].format(
            article=article, source=(source or {}).get(language) or next(iter((source or {"": ""}).values()))
        )
        for language in ("ar", "en")
    }
