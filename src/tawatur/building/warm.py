"""Imported by the process that all workers are forked from: loads every lexicon once, so that workers start warm.

The one module of Tawatur that works when it is imported; nothing but `pool.py` names it.
"""

from tawatur.articles.making import make_article
from tawatur.building.settling import settle
from tawatur.pipeline import read_article

_TEXT = "قصف الجيش المدينة أمس."
read_article(make_article(_TEXT, path="warm", raw=_TEXT.encode(), encoding="utf-8", known=None))
settle()
