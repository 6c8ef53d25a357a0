#!/usr/bin/env python3
"""Counts and fields of the shared samples, read with nothing but Python's standard library.

Prints one JSON object a file: what each reader must give. tst_formats runs it and compares. It knows the formats from
FORMATS.md alone and shares nothing with the program.

Usage: expected_readers.py SAMPLES
"""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import datetime, timezone
from html import unescape
from pathlib import Path

csv.field_size_limit(16 * 1024 * 1024)


def ms(text, form):
    moment = datetime.strptime(text, form)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return int(moment.timestamp() * 1000)


def v1_time(tweet):
    text = tweet.get("created_at")
    return ms(text, "%a %b %d %H:%M:%S %z %Y") if text else None


def iso(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000) if text else None


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


class Expected:
    """stories: id -> fields; reposts: wrapper id -> original id."""

    def __init__(self, path, samples):
        self.path = str(path.relative_to(samples))
        self.stories, self.reposts, self.withdrawn = {}, {}, []
        self.skipped = self.rejected = 0

    def story(self, key, **fields):
        self.stories[key] = fields

    def done(self):
        print(json.dumps({
            "path": self.path, "skipped": self.skipped, "rejected": self.rejected, "withdrawn": self.withdrawn,
            "stories": self.stories, "reposts": self.reposts}, ensure_ascii=True))


def twitter_v1(path, expected):
    text = path.read_text("utf-8")
    try:
        whole = json.loads(text)
        tweets = whole["statuses"] if isinstance(whole, dict) and "statuses" in whole else whole
        tweets = tweets if isinstance(tweets, list) else [tweets]
    except json.JSONDecodeError:
        tweets = [json.loads(line) for line in text.splitlines() if line.strip()]
    for tweet in tweets:
        key = tweet.get("id_str") or str(tweet["id"])
        # FORMATS.md, section 1, "never import": a protected account's posts are for its followers only.
        if tweet.get("user", {}).get("protected"):
            expected.skipped += 1
            continue
        original = tweet.get("retweeted_status")
        if original:
            expected.reposts[key] = original.get("id_str") or str(original["id"])
            continue
        if not (tweet.get("full_text") or tweet.get("text")):
            expected.rejected += 1
            continue
        user = tweet.get("user", {})
        expected.story(key, time=v1_time(tweet), handle=user.get("screen_name", ""),
                       quote=(tweet.get("quoted_status") or {}).get("id_str") or tweet.get("quoted_status_id_str") or "",
                       reply=str(tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_status_id") or ""))


def twitter_v2(path, expected):
    for page in lines(path) if path.suffix == ".jsonl" or path.suffix == ".ndjson" else [json.loads(path.read_text())]:
        if "text" in page:
            tweets, users = [page], {}
        else:
            data = page.get("data", [])
            tweets = data if isinstance(data, list) else [data]
            users = {user["id"]: user["username"] for user in page.get("includes", {}).get("users", [])}
        for tweet in tweets:
            references = {ref["type"]: ref["id"] for ref in tweet.get("referenced_tweets", [])}
            if "retweeted" in references:
                expected.reposts[tweet["id"]] = references["retweeted"]
                continue
            author = tweet.get("author") or tweet.get("author_user") or {}
            expected.story(tweet["id"], time=iso(tweet.get("created_at")),
                           handle=author.get("username") or users.get(tweet.get("author_id"), ""),
                           quote=references.get("quoted", ""), reply=references.get("replied_to", ""))


def zeeschuimer(path, expected):
    for line in lines(path):
        tweet = line["data"]
        original = tweet["legacy"].get("retweeted_status_result")
        if original:
            expected.reposts[tweet["rest_id"]] = original["result"]["rest_id"]
            continue
        text = tweet["legacy"]["full_text"]
        for url in tweet["legacy"]["entities"]["urls"]:
            text = text.replace(url["url"], url["expanded_url"])
        user = tweet["core"]["user_results"]["result"]["legacy"]
        expected.story(tweet["rest_id"], time=v1_time(tweet["legacy"]), handle=user["screen_name"], text=text)


def x_archive(parts, owner, expected):
    for part in parts:
        for entry in json.loads(part[part.index("=") + 1:]):
            tweet = entry.get("tweet", entry)
            text = tweet.get("full_text") or tweet["text"]
            if re.match(r"RT @\w+: ", text):
                expected.reposts[tweet["id_str"]] = ""
                continue
            for url in tweet["entities"].get("urls", []) + tweet["entities"].get("media", []):
                text = text.replace(url["url"], url["expanded_url"])
            created = tweet["created_at"]
            time = v1_time(tweet) if created[0].isalpha() else ms(created, "%Y-%m-%d %H:%M:%S %z")
            # Addresses are put in after the three escapes are undone: none of these holds one.
            expected.story(tweet["id_str"], time=time, handle=owner or tweet.get("user", {}).get("screen_name", ""),
                           text=unescape(text), reply=tweet.get("in_reply_to_status_id_str") or "")


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def four_cat(path, expected):
    for row in rows(path):
        if row["is_retweet"] == "yes":
            expected.reposts[row["id"]] = ""
        else:
            expected.story(row["id"], time=ms(row["timestamp"], "%Y-%m-%d %H:%M:%S"), handle=row["author"],
                           text=row["body"])


def twarc_csv(path, expected):
    for row in rows(path):
        if row["referenced_tweets.retweeted.id"]:
            expected.reposts[row["id"]] = row["referenced_tweets.retweeted.id"]
        else:
            expected.story(row["id"], time=iso(row["created_at"]), handle=row["author.username"],
                           quote=row["referenced_tweets.quoted.id"], reply=row["referenced_tweets.replied_to.id"])


def crowdtangle(path, expected):
    hours = {"EDT": 4, "EST": 5, "UTC": 0}
    for row in rows(path):
        text = re.sub(r"\S+?:=:", "", row["Message"])
        if not text and not row["Link Text"] and not row["Description"]:
            expected.skipped += 1
            continue
        stamp, zone = row["Post Created"].rsplit(" ", 1)
        expected.story(row["Facebook Id"] + "_" + row["URL"].rstrip("/").split("/")[-1],
                       time=ms(stamp, "%Y-%m-%d %H:%M:%S") + hours[zone] * 3600000, handle=row["User Name"],
                       text=text)


def content_library(path, expected):
    for row in rows(path):
        expected.story(row["id"], time=iso(row["creation_time"]), handle=row["post_owner.username"],
                       text=row["text"])


def reddit_thing(thing, expected):
    is_comment = "body" in thing and "title" not in thing
    key = thing.get("name") or ("t1_" if is_comment else "t3_") + thing["id"]
    body = thing["body"] if is_comment else thing.get("selftext", "")
    if body in ("[deleted]", "[removed]"):
        expected.withdrawn.append(key)
        return
    for escape, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        body = body.replace(escape, character)
    title = "" if is_comment else thing["title"]
    for escape, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        title = title.replace(escape, character)
    expected.story(key, time=int(float(thing["created_utc"])) * 1000, text="\n\n".join(filter(None, (title, body))),
                   handle="" if thing["author"] == "[deleted]" else thing["author"], reply=thing.get("parent_id") or "")


def reddit_dump(path, expected):
    for thing in lines(path):
        reddit_thing(thing, expected)


def reddit_answer(text, expected):
    def walk(value):
        if isinstance(value, list):
            for element in value:
                walk(element)
        elif isinstance(value, dict):
            if value.get("kind") == "Listing":
                walk(value["data"]["children"])
            elif "kind" in value and "data" in value:
                if value["kind"] in ("t1", "t3"):
                    reddit_thing(value["data"], expected)
                    walk(value["data"].get("replies"))
                else:
                    expected.skipped += 1
            elif "json" in value:
                walk(value["json"]["data"]["things"])
    walk(json.loads(text))


def mended(text):
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def facebook(path, expected):
    for number, post in enumerate(json.loads(path.read_text("utf-8"))):
        if not isinstance(post, dict):
            expected.rejected += 1
            continue
        written = [mended(part["post"]) for part in post.get("data", []) if "post" in part]
        captions = [mended(part["media"]["description"]) for attachment in post.get("attachments", [])
                    for part in attachment["data"] if "description" in part.get("media", {})]
        texts = written or captions
        if not texts:
            expected.skipped += 1
            continue
        # There are no ids in these files: a story is known by its second.
        expected.story(str(post["timestamp"]), time=post["timestamp"] * 1000, text="\n\n".join(texts).strip())


def main():
    samples = Path(sys.argv[1])

    def run(read, pattern, suffix_of=lambda path: path):
        for path in sorted(samples.glob(pattern)):
            expected = Expected(path, samples)
            read(path, expected)
            expected.done()

    for name in ("python-twitter/testdata/**/*.json", "tweet_parser/**/*.json", "twitter-to-sqlite/tests/tweets.json"):
        run(twitter_v1, "twitter-v1/" + name)
    for name in ("cotweet", "edited_before", "geo_tweets", "kpop_kept", "kpop_kept.flat", "media_tweet",
                 "mentions_tweet", "two_tweets"):
        run(twitter_v2, f"twitter-v2/twarc-csv/test-data/{name}.jsonl")
    run(twitter_v2, "twitter-v2/pytwitter/testdata/apis/**/*.json")
    run(twitter_v2, "4cat/twitterv2/*.ndjson")
    run(four_cat, "4cat/twitterv2/*.csv")
    run(twarc_csv, "twarc-csv/twarc-csv/test-data/*.csv")
    run(zeeschuimer, "zeeschuimer/constructed/*.ndjson")
    run(crowdtangle, "crowdtangle/constructed/*.csv")
    run(content_library, "mcl/constructed/*.csv")
    run(reddit_dump, "reddit/dump-shape/*.ndjson")
    run(facebook, "facebook-dyi/**/*1.json")
    run(lambda path, expected: x_archive([path.read_text("utf-8")], "", expected),
        "twitter-archive/*/tests/fixtures/tweets.js")
    run(lambda path, expected: x_archive([(path / "data/tweets.js").read_text("utf-8")], "archive_tester", expected),
        "twitter-archive/constructed/small")

    def zipped(path, expected):
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if re.search(r"tweets/\d", name)]
        x_archive(parts, "", expected)

    run(zipped, "twitter-archive/perkeep/**/*.zip")
    run(lambda path, expected: reddit_answer(path.read_text("utf-8", newline="").split("\r\n\r\n", 1)[1]
                                             if sys.version_info >= (3, 13)
                                             else path.read_bytes().decode().split("\r\n\r\n", 1)[1], expected),
        "reddit/praw/**/*.http")


if __name__ == "__main__":
    main()
