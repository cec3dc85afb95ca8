"""Every error a user of Tawatur can meet, in one tree.

    TawaturError
    ├── ArticleError              an article cannot be taken in
    │   ├── ArticleMissing        no such path
    │   ├── ArticleEmpty          no text in it
    │   ├── ArticleBinary         not text
    │   ├── ArticleEncoding       text in an encoding that is not known
    │   ├── ArticleTooLarge       more text than one article can be
    │   ├── ArticleNotArabic      text in another language
    │   ├── ArticleMalformed      a container (JSONL, archive, page) that cannot be opened or is broken
    │   ├── ArticleNotFetched     an address from which nothing may be or can be had
    │   └── ArticleMetadata       a metadata row that cannot be used
    ├── KnowledgeError            a data file of the package is malformed
    ├── SpanOutsideArticle        a record quotes what its article does not hold
    ├── CaseError                 a case file cannot be used
    │   ├── CaseMissing           no such case
    │   ├── CaseNotACase          the file is something else
    │   ├── CaseTooNew            written by a newer Tawatur
    │   ├── CaseBusy              another build is at work on it
    │   ├── CaseUnwritable        the disk is full or the server gone
    │   └── CaseBroken            its records contradict one another
    ├── JudgementError            a reviewer's decision cannot be taken
    ├── QueryError                a filter or an id that means nothing
    └── ExtraMissing              an optional part is not installed

A message says what, where (article, offset) and what to do next, on one line.
"""

import re

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]+")


class TawaturError(Exception):
    """Root of the tree: catch this to catch everything Tawatur raises on purpose.

    What a message quotes (a file's name, a cell) cannot break its line, colour a terminal or turn its direction.
    """

    def __init__(self, message: str = "") -> None:
        """Keeps the message on one line."""
        super().__init__(_UNSHOWN.sub(" ", message))


class ArticleError(TawaturError):
    """An article cannot be taken in; the rest of a build goes on."""


class ArticleMissing(ArticleError):
    """No file stands at the path given."""


class ArticleEmpty(ArticleError):
    """The file holds no text to read."""


class ArticleBinary(ArticleError):
    """The file is not text."""


class ArticleEncoding(ArticleError):
    """The file is text in an encoding that could not be found out."""


class ArticleTooLarge(ArticleError):
    """The file is larger than any article; it is refused before it is decoded."""


class ArticleNotArabic(ArticleError):
    """The text is in another language."""


class ArticleMalformed(ArticleError):
    """A container of articles cannot be opened, or a row of it is broken."""


class ArticleNotFetched(ArticleError):
    """An address given with --fetch is private, does not answer, or holds no page."""


class ArticleMetadata(ArticleError):
    """A row of metadata is malformed or names no article."""


class KnowledgeError(TawaturError):
    """A data file of the package breaks its schema."""


class SpanOutsideArticle(TawaturError):
    """A record quotes a range that its article does not hold."""


class CaseError(TawaturError):
    """A case file cannot be used."""


class CaseMissing(CaseError):
    """No case stands at the path or address given."""


class CaseNotACase(CaseError):
    """The file is not a Tawatur case."""


class CaseTooNew(CaseError):
    """The case was written by a newer version of Tawatur."""


class CaseBusy(CaseError):
    """Another build is at work on this case."""


class CaseUnwritable(CaseError):
    """The disk is full or the server is gone; what was written before is kept."""


class CaseBroken(CaseError):
    """The case's records contradict one another; `tawatur check` tells which."""


class JudgementError(TawaturError):
    """A reviewer's decision cannot be taken as given."""


class QueryError(TawaturError):
    """A filter, an id or a date that cannot be understood."""


class ExtraMissing(TawaturError):
    """An optional part of Tawatur is needed and not installed."""
