"""What Python's json module finds in answers of Mastodon and Bluesky and in ActivityPub documents: for each file named,
a list of [kind, id, milliseconds, words of the text, id of what it answers, id of what it quotes]. Kinds: story,
repost, skipped. Files that hold no such posts are null."""
import datetime
import html.parser
import json
import re
import sys

PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")


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


def words(markup):
    parser = Words()
    parser.feed(markup or "")
    parser.close()
    return re.findall(r"[^\W_]{2,}", " ".join(parser.text))


def instant(text):
    if not text:
        return None
    text = re.sub(r"\.(\d{3})\d*", r".\1", text.replace("Z", "+00:00"))
    time = datetime.datetime.fromisoformat(text)
    if time.tzinfo is None:
        time = time.replace(tzinfo=datetime.timezone.utc)
    return round(time.timestamp() * 1000)


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def address(value):
    return value.get("id", "") if isinstance(value, dict) else value or ""


def is_open(thing):
    return any(address(who) in PUBLIC for key in ("to", "cc") for who in many(thing.get(key)))


def activity(record):
    post = record
    if record.get("type") in ("Create", "Update"):
        post = record["object"]
    if record.get("type") == "Announce":
        kind = "repost" if is_open(record) else "skipped"
        return [kind, record.get("id", ""), instant(record.get("published")), [], "", ""]
    if not isinstance(post, dict) or post.get("type") not in ("Note", "Article", "Question", "Page"):
        return ["skipped", "", None, [], "", ""]
    if not is_open(post) and not is_open(record):
        return ["skipped", "", None, [], "", ""]
    quote = next((address(post[k]) for k in ("quote", "quoteUrl", "quoteUri", "_misskey_quote") if post.get(k)), "")
    found = words(post.get("content"))
    media = [m for key in ("attachment", "image") for m in many(post.get(key)) if isinstance(m, dict) and m.get("name")]
    if not found and not media and not post.get("name"):
        return ["skipped", "", None, [], "", ""]
    return ["story", post.get("id", ""), instant(post.get("published")), found, address(post.get("inReplyTo")), quote]


def status(record):
    if "content" not in record or not (record.get("uri") or record.get("url")):
        return ["skipped", "", None, [], "", ""]
    kind = "repost" if record.get("reblog") else "story"
    text = words(record["content"])
    if record.get("visibility") not in ("public", "unlisted"):
        kind = "skipped"
    if kind == "story" and not text and not any(m.get("description") for m in record["media_attachments"]):
        kind = "skipped"
    return [kind, record["uri"], instant(record.get("created_at")), text if kind == "story" else [], "", ""]


def post(record):
    view = record.get("post", record)
    body = view.get("record") or view.get("value") or view
    if body.get("$type") != "app.bsky.feed.post":
        return ["skipped", "", None, [], "", ""]
    embed = body.get("embed") or {}
    quoted = embed.get("record") or {}
    quoted = quoted.get("record", quoted)
    return ["story", view.get("uri", ""), instant(body.get("createdAt")), re.findall(r"[^\W_]{2,}", body["text"]),
            body.get("reply", {}).get("parent", {}).get("uri", ""), quoted.get("uri", "")]


def posts(path):
    data = open(path, "rb").read()
    if data.startswith(b"HTTP/"):
        data = data.split(b"\r\n\r\n", 1)[1]
    try:
        root = json.loads(data)
    except ValueError:
        return None
    records = many(root)
    for key in ("orderedItems", "posts", "statuses"):
        if isinstance(root, dict) and key in root:
            records = root[key]
    read = post if "/bluesky/" in path else activity if "/mastodon-archive/" in path else status
    return [read(record) for record in records]


print(json.dumps({path: posts(path) for path in sys.argv[1:]}))
