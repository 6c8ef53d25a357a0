"""The same posts in every format that has a line a record, imported one format after another.

What counts is the processor's time for a megabyte read, against that of Tidemark's own JSON Lines. Nearly all of it goes
into what comes behind reading, and that depends on what a record says: a table says the same in half as many bytes, so
that the time for a story stands beside; where a form names no language it is found from the text, and what it counts
becomes attributes. For forms that differ in this, the same is measured as own JSON Lines that say the same, too.
"""
import csv
import datetime
import itertools
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


def bluesky(post):
    did = f"did:plc:{post['writer']:024d}"
    record = {"$type": "app.bsky.feed.post", "createdAt": _iso(post), "langs": [post["language"]], "text": post["text"]}
    return {"uri": f"at://{did}/app.bsky.feed.post/{post['number']}", "cid": f"bafy{post['number']}",
            "author": {"did": did, "handle": f"{post['author']}.example.org", "displayName": post["author"],
                       "labels": []}, "record": record, "replyCount": 0, "repostCount": 3, "likeCount": 9,
            "quoteCount": 0, "indexedAt": _iso(post), "labels": []}


def zeeschuimer(post):
    legacy = {"created_at": _twitter_time(post), "full_text": post["text"], "id_str": str(post["number"]),
              "lang": post["language"], "entities": {"hashtags": [], "urls": []}, "favorite_count": 9}
    user = {"result": {"rest_id": str(post["writer"]), "legacy": {"screen_name": post["author"],
                                                                  "name": post["author"]}}}
    return {"nav_index": "1:0", "item_id": str(post["number"]), "timestamp_collected": post["at"] * 1000,
            "source_platform": "twitter.com", "source_platform_url": "", "source_url": "", "user_agent": "",
            "id": post["number"], "data": {"rest_id": str(post["number"]), "legacy": legacy,
                                           "core": {"user_results": user}}}


def four_cat_json(post):
    author = {"id": str(post["writer"]), "username": post["author"], "name": post["author"]}
    return {**twitter_v2(post), "author_user": author, "in_reply_to_user": None, "referenced_tweets": [],
            "attachments": {}, "author": None}


def any_json(post):
    return {"tweet_id": str(post["number"]), "published": _iso(post), "writer": {"name": post["author"]},
            "body": post["text"], "lang": post["language"]}


def own_csv(post):
    return {"story": post["number"] - 10**15 + 1, "posted_at": _iso(post), "platform": "twitter", "source": "invented",
            "language": post["language"], "voice": "", "themes": "", "author": post["author"], "permalink": "",
            "native_id": post["number"], "relation": "", "related_to": "", "content_warning": "", "text": post["text"]}


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
    """All columns that CrowdTangle wrote, with what stands in them for an ordinary post of a page."""
    link = f"https://www.facebook.com/{post['writer']}/posts/{post['number']}"
    return {"Page Name": post["author"], "User Name": post["author"], "Facebook Id": post["writer"],
            "Page Category": "NEWS_SITE", "Page Admin Top Country": "US", "Page Description": "An invented page",
            "Page Created": "2010-09-20 19:02:58", "Likes at Posting": 1000, "Followers at Posting": 1200,
            "Post Created": _iso(post)[:19].replace("T", " ") + " EDT", "Post Created Date": _iso(post)[:10],
            "Post Created Time": _iso(post)[11:19], "Type": "Status", "Total Interactions": 13, "Likes": 9,
            "Comments": 1, "Shares": 3, "Love": 0, "Wow": 0, "Haha": 0, "Sad": 0, "Angry": 0, "Care": 0,
            "Video Share Status": "", "Is Video Owner?": "-", "Post Views": 0, "Total Views": 0,
            "Total Views For All Crossposts": 0, "Video Length": "N/A", "URL": link, "Message": post["text"],
            "Link": link, "Final Link": "", "Image Text": "", "Link Text": "", "Description": "", "Sponsor Id": "",
            "Sponsor Name": "", "Sponsor Category": "",
            "Total Interactions (weighted  —  Likes 1x Shares 1x Comments 1x )": 13, "Overperforming Score": 1.4}


def content_library(post):
    return {"id": post["number"], "creation_time": _iso(post), "lang": post["language"], "text": post["text"],
            "mcl_url": f"https://example.org/?id={post['number']}", "post_owner.id": post["writer"],
            "post_owner.name": post["author"], "post_owner.type": "page", "statistics.like_count": 9}


def _page(posts):
    """A page of the API as twarc writes it: the authors stand beside the tweets."""
    tweets = [twitter_v2(post) for post in posts]
    users = {user["id"]: user for user in (tweet.pop("author") for tweet in tweets)}
    return {"data": tweets, "includes": {"users": list(users.values())}, "meta": {"result_count": len(tweets)}}


def _own(post, platform, attributes):
    return {"platform": platform, "id": str(post["number"]), "author": post["author"], "posted_at": _iso(post),
            "text": post["text"], "attributes": attributes}


def own_as_reddit(post):
    return _own({**post, "text": "invented\n\n" + post["text"]}, "reddit",
                {"subreddit": "invented", "score": 3, "num_comments": 2})


def own_as_crowdtangle(post):
    return _own(post, "facebook",
                {"Likes": 9, "Comments": 1, "Shares": 3, "Love": 0, "Wow": 0, "Haha": 0, "Sad": 0, "Angry": 0,
                 "Care": 0, "Total Interactions": 13, "Type": "Status", "Page Category": "NEWS_SITE",
                 "Page Admin Top Country": "US", "Followers at Posting": 1200, "Post Views": 0, "Total Views": 0})


LINES = {"twitter-v1": twitter_v1, "twitter-v2": twitter_v2, "4cat-ndjson": four_cat_json, "reddit": reddit,
         "mastodon": mastodon, "bluesky": bluesky, "zeeschuimer": zeeschuimer, "json": any_json}
TABLES = {"own csv": own_csv, "csv": generic_csv, "tsv": generic_csv, "4cat-csv": four_cat, "twarc-csv": twarc,
          "crowdtangle": crowdtangle, "meta-content-library": content_library}
LIKE_OWN = {"reddit": own_as_reddit, "crowdtangle": own_as_crowdtangle}  # what own JSON Lines don't say otherwise
OWN_HEAD = {"format": "tidemark-stories", "version": 1, "invented": True}
PAGES = "twitter-v2 pages"
PAGE = 100  # tweets


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


def _records(place, make):
    """What the lines of a format say, one after another."""
    posts = _posts(place)
    if make is _page:
        return map(_page, iter(lambda: list(itertools.islice(posts, PAGE)), []))
    return map(make, posts)


def _write_lines(records, path):
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def _write_table(rows, path, delimiter):
    with open(path, "w", encoding="utf-8", newline="") as file:
        first = next(rows)
        table = csv.DictWriter(file, first.keys(), lineterminator="\n", delimiter=delimiter)
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


def _measured(place, path):
    """Processor seconds and megabytes of them, of what was written there."""
    try:
        return _import(place, path)
    finally:
        os.remove(path)


def imports(place):
    own, size = _import(place, place.json)
    ours = size / own
    yield Measured("import, own JSON Lines", ENGINE, [own], note=f"{ours:,.1f} MB for a second of the processor")
    for key in [*LINES, PAGES, *TABLES]:
        path = place.path("as-" + key.replace(" ", "-"))
        try:
            if key in TABLES:
                _write_table(_records(place, TABLES[key]), path, "\t" if key == "tsv" else ",")
            else:
                _write_lines(_records(place, _page if key == PAGES else LINES[key]), path)
            cpu, size = _measured(place, path)
            note = (f"{size / cpu:,.1f} MB for a second of the processor, {size / cpu / ours:.0%} of own JSON Lines; "
                    f"{own / cpu:.0%} by stories")
            if key in LIKE_OWN:
                _write_lines(itertools.chain([OWN_HEAD], _records(place, LIKE_OWN[key])), path)
                like, size_like = _measured(place, path)
                note += (f"; of own JSON Lines that say the same {size / cpu / (size_like / like):.0%}, "
                         f"{like / cpu:.0%} by stories")
            yield Measured(f"import, {key}", ENGINE, [cpu], note=note)
        except Failed as failure:
            yield Measured(f"import, {key}", ENGINE, note=str(failure))
