"""The same posts in every format that has a line a record, imported one format after another.

What counts is the processor's time for a megabyte read, against that of Tidemark's own JSON Lines. A table says the same
in half as many bytes, so that it stands beside as the time for a story, too.
"""
import csv
import datetime
import json
import os

from .measuring import Failed, Measured, run

ENGINE = "tidemark"


def _iso(post):
    return datetime.datetime.fromtimestamp(post["at"], datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _twitter_time(post):
    return datetime.datetime.fromtimestamp(post["at"], datetime.timezone.utc).strftime("%a %b %d %H:%M:%S +0000 %Y")


def twitter_v1(post):
    return {"created_at": _twitter_time(post), "id": post["number"], "id_str": str(post["number"]),
            "full_text": post["text"], "truncated": False, "display_text_range": [0, len(post["text"])],
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []}, "source": "invented",
            "in_reply_to_status_id": None, "user": {"id": post["writer"], "id_str": str(post["writer"]),
                                                    "name": post["author"], "screen_name": post["author"],
                                                    "description": "", "followers_count": 7, "verified": False},
            "retweet_count": 3, "favorite_count": 9, "favorited": False, "lang": post["language"]}


def twitter_v2(post):
    return {"id": str(post["number"]), "text": post["text"], "author_id": str(post["writer"]),
            "created_at": _iso(post), "lang": post["language"], "conversation_id": str(post["number"]),
            "edit_history_tweet_ids": [str(post["number"])], "possibly_sensitive": False,
            "public_metrics": {"retweet_count": 3, "reply_count": 0, "like_count": 9, "quote_count": 0},
            "author": {"id": str(post["writer"]), "username": post["author"], "name": post["author"]}}


def reddit(post):
    return {"id": f"p{post['number']:x}", "name": f"t3_p{post['number']:x}", "subreddit": "invented",
            "author": post["author"], "author_fullname": f"t2_{post['writer']:x}", "created_utc": post["at"],
            "title": "invented", "selftext": post["text"], "score": 3, "num_comments": 2, "over_18": False,
            "edited": False, "permalink": f"/r/invented/comments/p{post['number']:x}/invented/"}


def mastodon(post):
    address = f"https://example.social/users/{post['author']}/statuses/{post['number']}"
    return {"id": str(post["number"]), "uri": address, "url": address, "created_at": _iso(post), "edited_at": None,
            "content": f"<p>{post['text'].replace('&', '&amp;').replace('<', '&lt;')}</p>", "visibility": "public",
            "language": post["language"], "sensitive": False, "spoiler_text": "", "reblog": None, "tags": [],
            "in_reply_to_id": None, "media_attachments": [], "replies_count": 0, "reblogs_count": 0,
            "favourites_count": 1, "account": {"id": str(post["writer"]), "acct": post["author"],
                                               "username": post["author"], "display_name": post["author"],
                                               "url": f"https://example.social/@{post['author']}"}}


def zeeschuimer(post):
    legacy = {"created_at": _twitter_time(post), "full_text": post["text"], "id_str": str(post["number"]),
              "lang": post["language"], "entities": {"hashtags": [], "urls": []}, "favorite_count": 9}
    user = {"result": {"rest_id": str(post["writer"]), "legacy": {"screen_name": post["author"],
                                                                  "name": post["author"]}}}
    return {"nav_index": "1:0", "item_id": str(post["number"]), "timestamp_collected": post["at"] * 1000,
            "source_platform": "twitter.com", "source_platform_url": "", "source_url": "", "user_agent": "",
            "id": post["number"], "data": {"rest_id": str(post["number"]), "legacy": legacy,
                                           "core": {"user_results": user}}}


def any_json(post):
    return {"tweet_id": str(post["number"]), "published": _iso(post), "writer": {"name": post["author"]},
            "body": post["text"], "lang": post["language"]}


def generic_csv(post):
    return {"tweet_id": post["number"], "posted_at": _iso(post), "author": post["author"], "language": post["language"],
            "text": post["text"]}


def four_cat(post):
    return {"id": post["number"], "thread_id": post["number"], "timestamp": _iso(post)[:19].replace("T", " "),
            "unix_timestamp": post["at"], "link": f"https://twitter.com/{post['author']}/status/{post['number']}",
            "subject": "", "body": post["text"], "author": post["author"], "author_fullname": post["author"],
            "author_id": post["writer"], "is_retweet": "no", "is_reply": "no", "language_guess": post["language"]}


def twarc(post):
    return {"id": post["number"], "conversation_id": post["number"], "referenced_tweets.retweeted.id": "",
            "author_id": post["writer"], "created_at": _iso(post), "text": post["text"].replace("\n", "\\n"),
            "lang": post["language"], "public_metrics.like_count": 9, "public_metrics.retweet_count": 3,
            "possibly_sensitive": "False", "author.id": post["writer"], "author.username": post["author"],
            "author.name": post["author"]}


def crowdtangle(post):
    return {"Page Name": post["author"], "User Name": post["author"], "Facebook Id": post["writer"],
            "Post Created": _iso(post)[:19].replace("T", " ") + " EDT", "Type": "Status", "Likes": 9, "Comments": 1,
            "Shares": 3, "Total Interactions": 13, "Link": "", "Message": post["text"],
            "URL": f"https://www.facebook.com/{post['writer']}/posts/{post['number']}"}


def content_library(post):
    return {"id": post["number"], "creation_time": _iso(post), "lang": post["language"], "text": post["text"],
            "mcl_url": f"https://example.org/?id={post['number']}", "post_owner.id": post["writer"],
            "post_owner.name": post["author"], "post_owner.type": "page", "statistics.like_count": 9}


LINES = {"twitter-v1": twitter_v1, "twitter-v2": twitter_v2, "reddit": reddit, "mastodon": mastodon,
         "zeeschuimer": zeeschuimer, "json": any_json}
TABLES = {"csv": generic_csv, "4cat-csv": four_cat, "twarc-csv": twarc, "crowdtangle": crowdtangle,
          "meta-content-library": content_library}


def _posts(place):
    writers = {}
    with open(place.json, encoding="utf-8") as file:
        next(file)  # says what it is
        for number, line in enumerate(file, start=10**15):
            post = json.loads(line)
            author = post["author"]
            at = int(datetime.datetime.fromisoformat(post["posted_at"].replace("Z", "+00:00")).timestamp())
            yield {"number": number, "author": author, "writer": writers.setdefault(author, len(writers) + 1000),
                   "at": at, "language": post["language"], "text": post["text"]}


def _write(place, key, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        if key in LINES:
            for post in _posts(place):
                file.write(json.dumps(LINES[key](post), ensure_ascii=False, separators=(",", ":")) + "\n")
            return
        rows = map(TABLES[key], _posts(place))
        first = next(rows)
        table = csv.DictWriter(file, first.keys(), lineterminator="\n")
        table.writeheader()
        table.writerow(first)
        table.writerows(rows)


def _import(place, path):
    """Processor seconds, and megabytes of them."""
    collection = place.path("formats.tidemark")
    place.remove(collection)
    _, cpu, _ = run([place.tidemark, "import", "--collection", collection, path], environment=place.environment)
    place.remove(collection)
    return cpu, os.path.getsize(path) / 1e6


def imports(place):
    cpu, size = _import(place, place.json)
    own, ours = cpu, size / cpu
    yield Measured("import, own JSON Lines", ENGINE, [cpu], note=f"{ours:,.1f} MB for a second of the processor")
    for key in [*LINES, *TABLES]:
        path = place.path(f"as-{key}")
        _write(place, key, path)
        try:
            cpu, size = _import(place, path)
            note = (f"{size / cpu:,.1f} MB for a second of the processor, {size / cpu / ours:.0%} of own JSON Lines; "
                    f"{own / cpu:.0%} by stories")
            yield Measured(f"import, {key}", ENGINE, [cpu], note=note)
        except Failed as failure:
            yield Measured(f"import, {key}", ENGINE, note=str(failure))
        os.remove(path)
