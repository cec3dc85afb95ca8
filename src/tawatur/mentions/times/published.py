"""When an article was published: what the user's metadata says, what the text states, what its cues allow."""

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.model.article import Article, Published


def read_published(text: Text, article: Article) -> Published:
    """The day of publication with its basis; metadata wins over what the text says or lets infer."""
    if article.published and edtf.days_of(article.published):
        return Published(edtf=article.published, basis="metadata", rule="metadata",
                         why={"en": "given by the user's metadata", "ar": "من البيانات المرفقة بالمقال"})
    return Published(edtf=None, basis="unknown", rule="no_cue",
                     why={"en": "nothing in the text dates it", "ar": "لا شيء في النص يؤرخه"})
