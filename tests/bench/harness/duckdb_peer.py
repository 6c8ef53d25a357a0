"""DuckDB, where npm's @duckdb/node-api can be had: questions over a table with the columns of our index and the text,
and CSV out. Without its extension for full text, which npm doesn't have, words are regular expressions."""
import json
import os
import shutil
import subprocess

from . import questions
from .measuring import Failed, Measured, run

ENGINE = "duckdb"
SCRIPT = "duckdb.mjs"
COLUMNS = ("{key: 'VARCHAR', posted_at: 'BIGINT', platform: 'VARCHAR', language: 'VARCHAR', author: 'VARCHAR', "
           "permalink: 'VARCHAR', text: 'VARCHAR'}")
DUMP = ("SELECT id, posted_at, CASE platform WHEN 1 THEN 'twitter' WHEN 2 THEN 'facebook' WHEN 6 THEN 'reddit' "
        f"WHEN 7 THEN 'tumblr' ELSE 'blog' END, language, rule_voice, rule_themes, {questions.PERMALINK}, text "
        "FROM story JOIN story_text ON story_text.story = id")


def install(root):
    """The folder that has the package, or None with the reason."""
    folder = os.path.join(root, "duckdb")
    if not shutil.which("node") or not shutil.which("npm"):
        return None, "node or npm is not installed"
    if not os.path.isdir(os.path.join(folder, "node_modules", "@duckdb", "node-api")):
        os.makedirs(folder, exist_ok=True)
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "@duckdb/node-api"]
        done = subprocess.run(npm, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            return None, "npm could not install @duckdb/node-api"
    # Node looks for packages beside the script.
    shutil.copyfile(os.path.join(os.path.dirname(__file__), "..", "peers", SCRIPT), os.path.join(folder, SCRIPT))
    return folder, ""


def ask(folder, place, statements, repeat=1):
    work = {"database": place.duckdb, "statements": statements, "repeat": repeat, "threads": os.cpu_count()}
    done = subprocess.run(["node", os.path.join(folder, SCRIPT)], input=json.dumps(work), capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"DuckDB: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def imports(folder, place, repeat):
    """Reads the CSV that sqlite3 reads; no text index."""
    sql = f"CREATE OR REPLACE TABLE posts AS SELECT * FROM read_csv('{place.csv}', header = false, columns = {COLUMNS})"
    place.remove(place.duckdb)
    answer, = ask(folder, place, [["import", [sql, "CHECKPOINT"]]], repeat)
    return Measured("first import", ENGINE, answer["samples"], note="without a text index")


def load(folder, place):
    """The columns of our index, with the themes that our rules found, and the text."""
    dump = place.path("dump.csv")
    run(["sqlite3", place.collection], stdin=f".mode csv\n.headers on\n.output {dump}\n{DUMP};\n")
    names = "['id', 'posted_at', 'platform', 'language', 'voice', 'themes', 'permalink', 'text']"
    types = "['BIGINT', 'BIGINT', 'VARCHAR', 'VARCHAR', 'INTEGER', 'BIGINT', 'VARCHAR', 'VARCHAR']"
    place.remove(place.duckdb)
    ask(folder, place, [["load", ["CREATE TABLE story AS SELECT * FROM read_csv("
                                  f"'{dump}', header = true, names = {names}, types = {types})", "CHECKPOINT"]]])
    os.remove(dump)


def statements(question, numbers):
    condition = questions.where(question, numbers, {"themes": "themes"},
                                f"regexp_matches(text, '(?i){question.pattern}')" if question.has_words else "")
    masks = ", ".join(f"sum((themes >> {number}) & 1)" for number in numbers.values())
    bucket = f"posted_at // {question.bucket}"
    return [
        "CREATE OR REPLACE TEMP TABLE found AS SELECT rowid AS row, id, posted_at, platform, language, voice, themes "
        f"FROM story WHERE {condition}",
        "SELECT count(*) FROM found",
        f"SELECT platform, language, voice, {bucket}, count(*) FROM found "
        f"GROUP BY GROUPING SETS ((platform), (language), (voice), ({bucket}))",
        f"SELECT {masks} FROM found",
        "SELECT story.* FROM (SELECT row FROM found ORDER BY posted_at DESC, id DESC LIMIT 100) AS page JOIN story "
        "ON story.rowid = page.row",
    ]


def filters(folder, place, numbers, repeat):
    work = [[question.name, statements(question, numbers)] for question in questions.QUESTIONS]
    answers = ask(folder, place, work, repeat)
    rows = [Measured(f"filter: {answer['name']}", ENGINE, answer["samples"]) for answer in answers]
    return rows, {answer["name"]: answer["number"] for answer in answers}


def exports(folder, place, repeat):
    target = place.path("peer.csv")
    sql = f"COPY (SELECT * FROM story WHERE language <> 'es' ORDER BY id) TO '{target}' (HEADER)"
    answer, = ask(folder, place, [["export", [sql]]], repeat)
    return Measured("export, full", ENGINE, answer["samples"])
