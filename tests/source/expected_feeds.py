"""What Python's standard library finds in feeds: for each file named, its entries with the words of title and body,
id, link and time. Files that xml.etree can't parse are null. Reads nothing but the files."""
import base64
import codecs
import datetime
import email.utils
import html.parser
import json
import re
import sys
import xml.etree.ElementTree as ET

ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style") and self.hidden > 0

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def words(text, markup):
    if markup:
        parser = Words()
        parser.feed(text)
        parser.close()
        text = " ".join(parser.text)
    return re.findall(r"[^\W_]{2,}", text)


def decoded(data):
    for mark, name in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
                       (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name)
    for start, name in ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"),
                        (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return data.decode(name)
    declared = re.match(rb"<\?xml[^>]*encoding=[\"']([\w.:-]+)", data)
    name = declared.group(1).decode() if declared else "utf-8"
    return data.decode({"iso-8859-1": "windows-1252"}.get(name.lower(), name))


def instant(text):
    text = (text or "").strip()
    try:
        time = datetime.datetime.fromisoformat(re.sub(r"\.(\d\d)(?=[+-]|$)", r".\g<1>0", re.sub("Z$", "+00:00", text)))
    except ValueError:
        try:
            time = email.utils.parsedate_to_datetime(text)
        except (TypeError, ValueError):
            return None
    if time.tzinfo is None:
        time = time.replace(tzinfo=datetime.timezone.utc)
    if time > datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1):
        return None
    return round(time.timestamp() * 1000)


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def text_of(element):
    return "".join(element.itertext()) if element is not None else ""


def rss(item):
    find = lambda name: next((e for e in item if local(e) == name and "mrss" not in e.tag and "purl.org/dc" not in e.tag
                              and "atom" not in e.tag.lower() and "itunes" not in e.tag), None)
    body = next((text_of(e) for e in (item.find(CONTENT), find("description")) if text_of(e).strip()), "")
    guid = item.find("guid")
    return {"title": words(text_of(find("title")), True), "body": words(body, True),
            "id": text_of(guid).strip() or item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "").strip(), "time": instant(text_of(item.find("pubDate")))}


def atom(entry):
    space = entry.tag.rsplit("}", 1)[0] + "}" if "}" in entry.tag else ""
    title = entry.find(space + "title")
    markup = title is not None and "html" in title.get("type", "")
    published = entry.find(space + "published")
    if published is None:
        published = entry.find(space + "issued")
    text = text_of(title)
    if title is not None and title.get("type", "").startswith("application/octet"):
        text = base64.b64decode(text).decode()
    return {"title": words(text, markup), "body": [], "id": text_of(entry.find(space + "id")).strip(),
            "time": instant(text_of(published))}


def entries(path):
    data = open(path, "rb").read()
    try:
        text = re.sub(r"^<\?xml[^>]*\?>", "", decoded(data))
        root = ET.fromstring(text)
    except (ET.ParseError, UnicodeDecodeError, LookupError, ValueError):
        return None
    if local(root) == "feed":
        return [atom(e) for e in root if local(e) == "entry"]
    if local(root) not in ("rss", "RDF", "channel"):
        return None
    holders = [root] + [e for e in root if local(e) == "channel"]
    return [rss(e) for holder in holders for e in holder if local(e) == "item"]


print(json.dumps({path: entries(path) for path in sys.argv[1:]}))
