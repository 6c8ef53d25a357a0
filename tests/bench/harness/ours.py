"""Tidemark itself."""
import collections
import csv
import itertools
import json
import os
import random

from . import limits, measuring
from .measuring import Failed, Measured, measure
from .questions import QUESTIONS
from .workplace import disk_size

ENGINE = "tidemark"
EXPORTED = "-lang:es"  # nine of ten
MOST_CODED = 100_000  # stories that are coded before themes are learned
LEARNED = {"workplace": "one", "street_transit": "two", "education": "three"}  # theme: the column with its codings


def imports(place, repeat):
    def command(path):
        return [place.tidemark, "import", "--collection", place.collection, path]

    yield from measure("first import", ENGINE, command(place.json), repeat, lambda: place.remove(place.collection),
                       environment=place.environment)
    size, parts = disk_size(place.collection), _sizes_of_tables(place)
    yield Measured("size on disk", ENGINE, [size], "bytes", note=", ".join(
        f"{table} {bytes_taken / 1e6:,.0f} MB" for table, bytes_taken in parts.items() if bytes_taken > size / 100))
    yield Measured("size on disk, without raw records", ENGINE, [size - parts["story_raw"]], "bytes")


def _sizes_of_tables(place):
    """Bytes of each table with its indexes, the largest first."""
    # Pages, for dbstat's sums of bytes have 32 bits.
    sql = ("SELECT tbl_name, sum(pageno) * page_size FROM pragma_page_size, dbstat JOIN sqlite_schema USING (name) "
           "WHERE aggregate = TRUE GROUP BY 1 ORDER BY 2 DESC")
    rows = measuring.output(["sqlite3", "-readonly", "-separator", " ", place.collection, sql]).split("\n")
    return {table: int(taken) for table, taken in (row.split() for row in rows if row)}


def later_import(place):
    command = [place.tidemark, "import", "--collection", place.collection, place.later_json]
    return measure("later import", ENGINE, command, environment=place.environment)


def collection(place, repeat):
    """Opening without a window, and what the index holds in memory."""
    opened, held = Measured("open, whole index", ENGINE), Measured("index in memory", ENGINE, unit="bytes")
    for _ in range(repeat):
        answer = _probe(place, "bench_collection", "open", place.collection)
        opened.samples.append(answer["open"])
        held.samples.append(answer["resident"])
    return opened, held


def window(place, repeat):
    answers = [_probe(place, "bench_window", place.collection, "50") for _ in range(repeat)]
    names = {"empty": "an empty QMainWindow", "first_page": "open, first page", "complete": "open, complete",
             "painted": "list jump, painted", "shown": "list jump, words shown", "resets": "list reset, painted"}
    for key, name in names.items():
        values = [answer[key] for answer in answers]
        yield Measured(name, ENGINE, sum((value if isinstance(value, list) else [value] for value in values), []))
    yield Measured("list reset, painted", limits.ENGINE, sum((answer["bare_resets"] for answer in answers), []),
                   note="a bare QTableView with as many empty rows")
    yield Measured("window in memory", ENGINE, [answer["resident"] for answer in answers], "bytes")
    yield Measured("a bare QTableView in memory", ENGINE, [answer["bare_resident"] for answer in answers], "bytes",
                   note="with as many empty rows")


def filters(place, repeat):
    """The whole answer to each filter, as the command `bench select` measures it inside of the program, and how many
    stories it found. What asks for words is measured as asked for the first time, and again."""
    command = [place.tidemark, "bench", "select", "--collection", place.collection, "--repeat", str(repeat), "--json"]
    try:
        lines = measuring.output(command + [question.ours for question in QUESTIONS], place.environment).splitlines()
    except Failed as failure:
        return [Measured(f"filter: {question.name}", ENGINE, note=str(failure)) for question in QUESTIONS], {}
    rows, counts = [], {}
    for question, line in zip(QUESTIONS, lines):
        answer = json.loads(line)
        counts[question.name] = answer["count"]
        first = "store_asked_again" if question.has_words else "warm"
        rows.append(Measured(f"filter: {question.name}", ENGINE, _seconds(answer[first])))
        if question.has_words:
            rows.append(Measured(f"filter again: {question.name}", ENGINE, _seconds(answer["warm"])))
    return rows, counts


def exports(place, repeat):
    stored = ["--order", "stored"] if "stored" in measuring.output([place.tidemark, "export", "--help"]) else []
    note = "" if stored else "newest first: this build has no order of storage"
    for profile in ("full", "pseudonymous"):
        command = [place.tidemark, "export", "--collection", place.collection, "--profile", profile,
                   "--for", "analysis", "--no-manifest", "--overwrite", "--output", place.exported, *stored, EXPORTED]
        for row in measure(f"export, {profile}", ENGINE, command, repeat, environment=place.environment):
            row.note = note
            yield row


def copies(place):
    """Seconds of the processor for finding near-copies, among all stories and for a thousand that come later; and of
    planted copies the share that was found, and of pairs that were found the share that was planted."""
    answer = _probe(place, "bench_copies", str(place.stories), place.folder)
    quality = answer["quality"]
    made = sum(way["all"] for way in quality["ways"].values())
    note = (f"{made:,} copies made, {answer['in_groups']:,} stories in groups; seconds of the processor, "
            f"{answer['grouping'] / place.stories * 1e6:.2f} µs a story")
    yield Measured("near-copies among all", ENGINE, [answer["grouping"]], note=note)
    yield Measured("near-copies of a thousand more", ENGINE, [answer["grouping_a_thousand_more"]])
    yield Measured("near-copies, memory", ENGINE, [answer["resident_bytes"]], "bytes")
    yield _share("near-copies found, of those that share 0.7 of their words' runs", quality["alike"])
    for way, counts in quality["ways"].items():
        yield _share(f"near-copies found, {way}", counts)
    right = {"all": quality["pairs"], "found": quality["pairs"] - quality["false_pairs"]}
    yield _share("pairs of near-copies that are some", right)


def _share(operation, counts):
    return Measured(operation, ENGINE, [counts["found"] / max(1, counts["all"])], "share",
                    note=f"{counts['found']:,} of {counts['all']:,}")


def folded(place, repeat):
    """What leaving copies out costs, where one story in ten copies an earlier one: as a filter, and at export."""
    collection, lines = place.path("copied.tidemark"), place.path("copied.jsonl")
    _write_with_copies(place.json, lines)
    place.remove(collection)
    measuring.run([place.tidemark, "import", "--collection", collection, lines], environment=place.environment)
    os.remove(lines)
    for question, name in (("", "everything"), ("is:original", "originals only")):
        command = [place.tidemark, "bench", "select", "--collection", collection, "--repeat", str(repeat), "--json"]
        answer = json.loads(measuring.output([*command, question], place.environment))
        note = f"{answer['count']:,} stories of a collection with copies"
        yield Measured(f"select with copies: {name}", ENGINE, _seconds(answer["warm"]), note=note)
    for options, name in (([], "all"), (["--originals"], "originals only")):
        command = [place.tidemark, "export", "--collection", collection, "--profile", "full", "--for", "analysis",
                   "--no-manifest", "--overwrite", "--output", place.exported, *options]
        yield measure(f"export with copies: {name}", ENGINE, command, repeat, environment=place.environment)[0]
    place.remove(collection)


def _write_with_copies(source, target):
    """The posts, and for every ninth one that comes some later under an id of its own, with a word more."""
    with open(source, encoding="utf-8") as posts, open(target, "w", encoding="utf-8") as file:
        file.write(next(posts))  # says what it is
        waiting = []
        for number, line in enumerate(posts):
            file.write(line)
            if number % 9 == 0:
                post = json.loads(line)
                waiting.append({**post, "id": f"copy-{number}", "text": post["text"] + " indeed"})
            if len(waiting) > 100:
                file.write(json.dumps(waiting.pop(0), ensure_ascii=False) + "\n")


def learning(place):
    """Learning three themes from up to 100,000 coded stories, which scores the whole collection to say what would change;
    coding the whole collection by what was learned; and taking that back."""
    collection, table = place.path("coded.tidemark"), place.path("coded.csv")
    _write_coded(place.json, table)
    place.remove(collection)
    labels = ",".join(f"{theme}={column}" for theme, column in LEARNED.items())
    measuring.run([place.tidemark, "import", "--collection", collection, "--labels", labels, table],
                  environment=place.environment)
    os.remove(table)
    answer = _probe(place, "bench_learning", collection, ",".join(LEARNED))
    note = (f"{len(LEARNED)} themes, {answer['coded_stories']:,} coded stories, {place.stories:,} in all, "
            f"{answer['changes']:,} codings changed")
    for key, name in (("learned", "learn themes, score all"), ("coded", "code all as learned"),
                      ("undone", "take back what was coded")):
        taken = answer[key]
        yield Measured(name, ENGINE, [taken["wall"]], cpu=[taken["processor"]], note=note)
        yield Measured(f"{name}, peak memory", ENGINE, [taken["peak"]], "bytes")
    place.remove(collection)


def _write_coded(source, target):
    """The posts as a table, the first of them with codings that a word makes likely."""
    chance = random.Random(1)
    told = _rather_frequent_words(source)
    with open(source, encoding="utf-8") as posts, open(target, "w", encoding="utf-8", newline="") as file:
        next(posts)  # says what it is
        table = csv.writer(file)
        table.writerow(["id", "posted_at", "text", *LEARNED.values()])
        coded = set()  # by id, for some posts come twice
        for line in posts:
            post = json.loads(line)
            codings = [""] * len(LEARNED)
            if post["id"] in coded or len(coded) < MOST_CODED:
                coded.add(post["id"])
                said = set(post["text"].split())
                codings = ["yes" if chance.random() < (0.85 if word in said else 0.1) else "no" for word in told]
            table.writerow([post["id"], post["posted_at"], post["text"], *codings])


def _rather_frequent_words(source):
    """One for each theme, from the 20th most frequent word down."""
    counts = collections.Counter()
    with open(source, encoding="utf-8") as posts:
        for line in itertools.islice(posts, 1, 20_000):
            counts.update(set(json.loads(line)["text"].split()))
    ranked = [word for word, _ in counts.most_common()]
    return [ranked[20 * (i + 1)] for i in range(len(LEARNED))]


def changes(place):
    """What changes the collection, so last: single stories, and a theme on all of them."""
    inserts = _probe(place, "bench_collection", "insert", place.collection, "100")["inserts"]
    yield Measured("single insert", ENGINE, inserts)
    yield Measured("single insert, slowest", ENGINE, [max(inserts)])
    themed = _probe(place, "bench_collection", "theme", place.collection)
    yield Measured("theme all stories by hand", ENGINE, [themed["set"]])
    yield Measured("undo that", ENGINE, [themed["undone"]])


def _probe(place, name, *arguments):
    return json.loads(measuring.output([place.program(name), *arguments], place.environment))


def _seconds(times):
    return [sample / 1000 for sample in times["samples_ms"]]
