"""The one door of this room: everything that an article's words name."""


from tawatur.arabic.word import Text
from tawatur.model.article import Article, Published
from tawatur.model.phrases import Named


def read_mentions(text: Text, article: Article) -> Named:
    """Actors, places, times and figures of a text, and when the article was published."""
    published = Published(edtf=article.published, basis="metadata" if article.published else "unknown")
    return Named(entities=(), actors=(), places=(), times=(), figures=(), published=published)
