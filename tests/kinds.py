"""Makes one file of each kind that can be taken in, all telling of the same invented day."""

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

TEXT = "قصف الجيش السوري مدينة حلب أمس الأربعاء، وقُتل ثلاثة مدنيين، بحسب وكالة رويترز."
TITLE = "قصف على المدينة"
DAY = "2016-11-24"


def zipped(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A ZIP archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(markup: str) -> bytes:
    """A Word file with this markup as its body."""
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return zipped({"word/document.xml": f"{head}{markup}</w:body></w:document>".encode()})


def page(text: str = TEXT) -> bytes:
    """A saved web page, furniture and all."""
    return f"""<!doctype html><html><head><title>{TITLE}</title><meta property="og:site_name" content="صحيفة المثال">
<meta property="article:published_time" content="{DAY}T10:00:00Z"></head><body><nav><a href="/">الرئيسية</a></nav>
<article><h1>{TITLE}</h1><p>{text}</p></article><footer>جميع الحقوق محفوظة</footer></body></html>""".encode()


def feed(text: str = TEXT) -> bytes:
    """An RSS file of one entry."""
    return f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>صحيفة المثال</title><item>
<title>{TITLE}</title><link>https://news.example/3</link><pubDate>Thu, 24 Nov 2016 10:00:00 +0000</pubDate>
<description>{text}</description></item></channel></rss>""".encode()


def warc(
    content: bytes, *, url: str = "https://news.example/1", kind: str = "text/html", status: str = "200 OK"
) -> bytes:
    """A packed web archive of one answer."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2016-11-25T08:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def wacz(content: bytes, digest: str | None = None) -> bytes:
    """A WACZ with its list of digests."""
    stated = digest or hashlib.sha256(content).hexdigest()
    listed = {"path": "archive/data.warc.gz", "hash": f"sha256:{stated}"}
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": [listed]}).encode()
    return zipped({"archive/data.warc.gz": content, "datapackage.json": package}, packed=False)


def pdf(words: str = TEXT) -> bytes:
    """A PDF of one page; its Latin font cannot hold Arabic, so the words are what a ToUnicode map says."""
    words = words[::-1]  # as programs draw it: from left to right
    letters = sorted(set(words))
    codes = "".join(f"<{i:02x}> <{ord(c):04x}>\n" for i, c in enumerate(letters, 1))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(letters)} beginbfchar\n"
        f"{codes}endbfchar\nendcmap end end"
    )
    shown = "BT /F 12 Tf (" + "".join(f"\\{letters.index(c) + 1:03o}" for c in words) + ") Tj ET"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    parts, places = ["%PDF-1.4\n"], []
    for number, body in enumerate(bodies, 1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n")
    start = sum(map(len, parts))
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    parts.append(f"xref\n0 7\n0000000000 65535 f \n{table}trailer << /Size 7 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF")
    return "".join(parts).encode("ascii")


def row(**fields: str) -> bytes:
    """A line of JSON Lines."""
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def files() -> dict[str, bytes]:
    """One file of each kind, by name."""
    return {
        "01.txt": TEXT.encode(),
        "02.txt": TEXT.encode("cp1256"),
        "03.txt": TEXT.encode("utf-16"),
        "04.txt": TEXT.encode("iso-8859-6"),
        "05.html": page(),
        "06.rss": feed(),
        "07.jsonl": row(path="rows/1", text=TEXT, published=DAY, outlet="صحيفة المثال"),
        "08.csv": f"title,text,date,outlet\n{TITLE},{TEXT},{DAY},صحيفة المثال\n".encode("utf-8-sig"),
        "09.docx": word(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"),
        "10.pdf": pdf(),
        "11.zip": zipped({"a.txt": TEXT.encode(), "b.jsonl": row(path="rows/2", text=TEXT), "c.html": page()}),
        "12.warc.gz": warc(page()),
        "13.wacz": wacz(warc(page(), url="https://news.example/2")),
    }


def write_all(folder: Path) -> list[Path]:
    """Writes one file of each kind into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in sorted(made)]
