"""The sqlite3 command line and library: import with a full-text table, questions in SQL over our own file with a
covering index, export by its CSV mode."""
import shutil
import sqlite3
import time

from . import questions
from .measuring import Measured, measure, run
from .workplace import disk_size

ENGINE = "sqlite3"
LONGEST = 120  # seconds that one question may take before no further sample of it is taken

FIRST = """PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
CREATE TABLE story(key TEXT, posted_at INTEGER, platform TEXT, language TEXT, author TEXT, permalink TEXT, text TEXT);
.mode csv
.import {csv} story
CREATE VIRTUAL TABLE words USING fts5(text, content='story');
INSERT INTO words(words) VALUES('rebuild');
CREATE UNIQUE INDEX by_key ON story(key);
"""

LATER = """PRAGMA synchronous=NORMAL;
CREATE TEMP TABLE later AS SELECT * FROM story LIMIT 0;
.mode csv
.import --schema temp {csv} later
CREATE TEMP TABLE edge AS SELECT max(rowid) AS row FROM story;
INSERT OR IGNORE INTO story SELECT * FROM later;
INSERT INTO words(rowid, text) SELECT rowid, text FROM story WHERE rowid > (SELECT row FROM edge);
"""

MATCH = ("id IN (SELECT rowid FROM full_text_even WHERE full_text_even MATCH '{0}' "
         "UNION ALL SELECT rowid FROM full_text_odd WHERE full_text_odd MATCH '{0}')")


def imports(place, repeat):
    yield from measure("first import", ENGINE, ["sqlite3", place.peer], repeat, lambda: place.remove(place.peer),
                       stdin=FIRST.format(csv=place.csv))
    yield Measured("size on disk", ENGINE, [disk_size(place.peer)], "bytes")


def later_import(place):
    return measure("later import", ENGINE, ["sqlite3", place.peer], stdin=LATER.format(csv=place.later_csv))


def make_copy(place):
    """Our own file again, with the index that SQL needs to answer from it without reading the stories."""
    place.remove(place.copy)
    shutil.copyfile(place.collection, place.copy)
    run(["sqlite3", place.copy],
        stdin="CREATE INDEX covering ON story(posted_at, platform, language, rule_voice, rule_themes); ANALYZE;")


# How our file writes what the questions name.
COLUMNS = {"themes": "rule_themes", "'twitter'": "1", "'reddit'": "6", "'tumblr'": "7"}


def theme_numbers(place):
    """The bit of each theme, by its id."""
    connection = sqlite3.connect(place.copy)
    numbers = dict(connection.execute("SELECT id, number FROM theme"))
    connection.close()
    return numbers


def statements(question, numbers):
    condition = questions.where(question, numbers, COLUMNS, MATCH.format("text : " + question.match.replace("'", "''")))
    masks = ", ".join(f"sum((rule_themes >> {number}) & 1)" for number in numbers.values())
    yield "DROP TABLE IF EXISTS temp.found"
    yield ("CREATE TEMP TABLE found AS SELECT id, posted_at, platform, language, rule_voice, rule_themes FROM story "
           f"WHERE {condition}")
    yield "SELECT count(*) FROM temp.found"
    for column in ("platform", "language", "rule_voice"):
        yield f"SELECT {column}, count(*) FROM temp.found GROUP BY 1"
    yield f"SELECT {masks} FROM temp.found"
    yield f"SELECT posted_at / {question.bucket}, count(*) FROM temp.found GROUP BY 1"
    yield ("SELECT story.*, text FROM (SELECT id FROM temp.found ORDER BY posted_at DESC, id DESC LIMIT 100) "
           "JOIN story USING(id) JOIN story_text ON story_text.story = id")


def filters(place, repeat):
    """Each question's time, and how many stories it found, by name."""
    rows, counts = [], {}
    connection = sqlite3.connect(place.copy, isolation_level=None)
    for pragma in ("mmap_size=30000000000", "cache_size=-1000000", "temp_store=MEMORY"):
        connection.execute("PRAGMA " + pragma)
    numbers = theme_numbers(place)
    for question in questions.QUESTIONS:
        row = Measured(f"filter: {question.name}", ENGINE)
        for _ in range(repeat):
            start, processor = time.perf_counter(), time.process_time()
            for statement in statements(question, numbers):
                answer = connection.execute(statement).fetchall()
                if statement.startswith("SELECT count"):
                    counts[question.name] = answer[0][0]
            row.samples.append(time.perf_counter() - start)
            row.cpu.append(time.process_time() - processor)
            if sum(row.samples) > LONGEST:
                break
        rows.append(row)
    connection.close()
    return rows, counts


def exports(place, repeat):
    sql = (f"SELECT story.id, posted_at, platform, language, rule_voice, rule_themes, handle, {questions.PERMALINK}, "
           "text FROM story JOIN story_text ON story_text.story = story.id LEFT JOIN author ON author.id = story.author "
           "WHERE language <> 'es' ORDER BY story.id")
    target = place.path("peer.csv")
    return measure("export, full", ENGINE, ["sqlite3", place.copy], repeat,
                   stdin=f".mode csv\n.headers on\n.output {target}\n{sql};\n")

