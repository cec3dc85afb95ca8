"""Base forms of found actors: plural in the nominative, without article and pronoun, adjectives agreeing."""

from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import Node


def noun_base(node: Node, *, construct: bool) -> str:
    """The head in its base form: "ضباط" for "ضباطا" and "الضباط", "مقاتلو" before an owner, "مقاتلون" without."""
    assert node.noun is not None
    if (node.number == "s" and node.quantity is None) or not node.noun.plural:
        return node.noun.head
    plural = node.noun.plural[0]
    if plural == "+ون":
        return node.noun.head + ("و" if construct else "ون")
    if plural == "+ات":
        return node.noun.head.removesuffix("ة") + "ات"
    return plural


def people_of(node: Node, side: str) -> str:
    """The adjective of a side as the head asks for it: "روس" for officers, "روسية" for aircraft."""
    actor = known()[side]
    assert actor.adjective is not None
    if _agreement(node) == "mp" and actor.people:
        return actor.people[0]
    return adjective_like(node, actor.adjective)


def adjective_like(node: Node, masculine: str) -> str:
    """A masculine adjective as the head asks for it."""
    ending = {"ms": "", "fs": "ة", "mp": "ون", "fp": "ات"}[_agreement(node)]
    return masculine + ending


def _agreement(node: Node) -> str:
    assert node.noun is not None
    plural = node.number != "s" or node.quantity is not None
    if plural and not node.noun.human:
        return "fs"
    return (node.noun.gender or "m") + ("p" if plural else "s")
