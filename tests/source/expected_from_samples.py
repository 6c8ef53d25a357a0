"""What a file of tweets or a table holds, read with Python's standard library alone.

Prints one JSON object: {"counts": {"read", "stories", "reposts", "withdrawn", "skipped"}, "stories": [...]} where
"stories" lists the records that are stories of their own (no reposts, no included tweets). Written from what the
platforms document, not from Tidemark's readers, whose results it is compared with.

Usage: expected_from_samples.py v1|v2|twarc-csv|csv FILE
"""

import csv
import datetime
import json
import re
import sys

csv.field_size_limit(sys.maxsize)


def milliseconds(time):
    return round(time.timestamp() * 1000)


def v1_time(text):
    return milliseconds(datetime.datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y")) if text else None


def v2_time(text):
    if not text:
        return None
    return milliseconds(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")))


def readable(text, links, shown=None):
    """The marked part, short links replaced by where they lead, &amp; &lt; &gt; decoded once."""
    if shown:
        text = text[int(shown[0]):int(shown[1])]
    for short, long in links:
        if short and long:
            text = text.replace(short, long)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def links_of(*lists):
    return [(entry.get("url"), entry.get("expanded_url")) for each in lists for entry in each or []]


def documents(path):
    """The JSON documents of a file: one in all, an array of them, a search answer's statuses, or one a line."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(whole, dict) and "statuses" in whole:
        return whole["statuses"]
    return whole if isinstance(whole, list) else [whole]


def is_protected(tweet):
    """FORMATS.md, section 1, "never import": such an account's posts are for its followers only."""
    return tweet.get("user", {}).get("protected", False)


def v1(path):
    counts = {"read": 0, "stories": 0, "reposts": 0, "withdrawn": 0, "skipped": 0}
    stories = []
    for tweet in documents(path):
        counts["read"] += 1
        if is_protected(tweet):
            counts["skipped"] += 1
            continue
        if "retweeted_status" in tweet:
            counts["reposts"] += 1
            continue
        counts["stories"] += 1
        long = tweet.get("extended_tweet", {})
        entities = long.get("entities", tweet.get("entities", {}))
        text = long.get("full_text") or tweet.get("full_text") or tweet["text"]
        quoted = tweet.get("quoted_status", {}).get("id_str") or tweet.get("quoted_status_id_str")
        stories.append({
            "native_id": tweet.get("id_str") or str(tweet["id"]),
            "posted_at": v1_time(tweet.get("created_at")),
            "handle": tweet["user"].get("screen_name", ""),
            "text": readable(text, links_of(entities.get("urls"), entities.get("media")),
                             long.get("display_text_range", tweet.get("display_text_range"))),
            "hashtags": [tag["text"] for tag in entities.get("hashtags", [])],
            "reply_to": tweet.get("in_reply_to_status_id_str") or "",
            "quote_of": quoted or "",
        })
    return counts, stories


def v2(path):
    counts = {"read": 0, "stories": 0, "reposts": 0, "withdrawn": 0, "skipped": 0}
    stories = []
    for page in documents(path):
        users = {user["id"]: user for user in page.get("includes", {}).get("users", [])}
        if page.get("action") == "delete":
            counts["read"] += 1
            counts["withdrawn"] += 1
            continue
        data = page.get("data", page)
        tweets = data if isinstance(data, list) else [data]
        for tweet in tweets:
            counts["read"] += 1
            if "text" not in tweet:
                counts["skipped"] += 1
                continue
            references = {entry["type"]: entry["id"] for entry in tweet.get("referenced_tweets", [])}
            if "retweeted" in references:
                counts["reposts"] += 1
                continue
            counts["stories"] += 1
            entities = tweet.get("entities", {})
            author = tweet.get("author") or users.get(tweet.get("author_id"), {})
            stories.append({
                "native_id": tweet["id"],
                "posted_at": v2_time(tweet.get("created_at")),
                "handle": author.get("username", ""),
                "text": readable(tweet["text"], links_of(entities.get("urls"))),
                "hashtags": [tag["tag"] for tag in entities.get("hashtags", [])],
                "reply_to": references.get("replied_to", ""),
                "quote_of": references.get("quoted", ""),
            })
    return counts, stories


def twarc_csv(path):
    counts = {"read": 0, "stories": 0, "reposts": 0, "withdrawn": 0, "skipped": 0}
    stories = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            counts["read"] += 1
            if row["referenced_tweets.retweeted.id"]:
                counts["reposts"] += 1
                continue
            counts["stories"] += 1
            tags = json.loads(row["entities.hashtags"]) if row["entities.hashtags"] else []
            stories.append({
                "native_id": row["id"],
                "posted_at": v2_time(row["created_at"]),
                "handle": row["author.username"],
                "text": readable(row["text"].replace("\\n", "\n"), []),  # entities.urls names no short links
                "hashtags": [tag.lstrip("#") for tag in tags],
                "reply_to": row["referenced_tweets.replied_to.id"],
                "quote_of": row["referenced_tweets.quoted.id"],
            })
    return counts, stories


def table(path):
    """The constructed tables: a header with id, text and perhaps date, author, lang; perhaps a line "sep=;" first."""
    with open(path, "rb") as file:
        raw = file.read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A surrogate written as three bytes is one character that can't be read.
        mended = re.sub(rb"\xed[\xa0-\xbf][\x80-\xbf]", "\ufffd".encode(), raw)
        text = raw.decode("cp1252") if mended == raw else mended.decode("utf-8", "replace")
    lines = text.splitlines(keepends=True)
    if lines[0].startswith("sep="):
        lines = lines[1:]
    delimiter = ";" if ";" in lines[0] else ","
    stories = []
    for row in csv.DictReader(lines, delimiter=delimiter):
        stories.append({"native_id": row["id"], "handle": row.get("author", ""), "text": row["text"]})
    counts = {"read": len(stories), "stories": len(stories), "reposts": 0, "withdrawn": 0, "skipped": 0}
    return counts, stories


if __name__ == "__main__":
    reader = {"v1": v1, "v2": v2, "twarc-csv": twarc_csv, "csv": table}[sys.argv[1]]
    counted, found = reader(sys.argv[2])
    print(json.dumps({"counts": counted, "stories": found}))
