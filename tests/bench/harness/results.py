"""The table of medians and ratios, for the screen and for RESULTS.md."""
import datetime
import math
import os
import platform
import statistics
import subprocess

from . import earlier, limits, screen
from .questions import QUESTIONS

ENGINES = ("tidemark", "sqlite3", "duckdb", "limit")
HEAD = """# Results of the benchmark

Written by `./dev bench`, never by hand. The posts are invented; `tests/bench` makes them and measures Tidemark, its peers
and the machine's limits on the same data in the same run. Figures are medians;
a ratio says how many times more the peer needed. Wall-clock times of a machine that others use at the same time are
longer than those of an idle one: the load is given, and the processor's own seconds stand beside the samples.
A run replaces what stands here of the numbers of stories that it measured, or of a part that it measured alone; each section
names its machine, date and commit, and the growth is of all that were measured whole, or all of Tidemark alone.
"""
GROWTH = "Growth"


def shown(value, unit):
    if value is None:
        return ""
    if unit == "bytes":
        return f"{value / 1e6:,.1f} MB"
    if unit == "share":
        return f"{value:.1%}"
    if value < 1:
        return f"{value * 1000:,.2f} ms"
    return f"{value:,.2f} s"


def ratio(value, ours):
    return f"{value / ours:,.2f}" if value and ours else ""


def by_operation(rows):
    operations = {}
    for row in rows:
        operations.setdefault(row.operation, {})[row.engine] = row
    return operations


def means(rows):
    """Geometric means of the filters of each kind, where an engine answered all of them."""
    operations = by_operation(rows)
    result = []
    for group in dict.fromkeys(question.group for question in QUESTIONS):
        for kind in ("filter", "filter again"):
            cells = [f"mean of {kind}s {group}"]
            for engine in ENGINES[:3]:
                medians = [operations.get(f"{kind}: {question.name}", {}).get(engine) for question in QUESTIONS
                           if question.group == group]
                medians = [row.median for row in medians if row and row.median]
                complete = len(medians) == sum(question.group == group for question in QUESTIONS)
                cells.append(math.exp(sum(map(math.log, medians)) / len(medians)) if complete and medians else None)
            if any(cells[1:]):
                result.append(cells)
    return result


def table(rows):
    absent = {engine for engine in ENGINES if not any(row.engine == engine and row.samples for row in rows)}
    lines = ["| operation | tidemark | sqlite3 | ratio | duckdb | ratio | limit | times the limit |",
             "|---|---:|---:|---:|---:|---:|---:|---:|"]
    operations = {name: engines for name, engines in by_operation(rows).items() if name != screen.OPERATION}
    for operation, engines in sorted(operations.items(), key=lambda entry: place(entry[0])):
        unit = next(iter(engines.values())).unit
        values = {engine: engines[engine].median if engine in engines else None for engine in ENGINES}
        missed = {engine for engine, row in engines.items() if not row.samples}
        lines.append(_line(operation, values, unit, absent | missed))
    for name, ours, sqlite, duckdb in means(rows):
        values = {"tidemark": ours, "sqlite3": sqlite, "duckdb": duckdb, "limit": None}
        lines.append(_line(f"**{name}** (geometric)", values, "s", absent))
    return lines


def place(operation):
    """Filters stand together, in the order of the questions; everything else as it was measured."""
    return 1 if operation.startswith("filter: ") else 2 if operation.startswith("filter again: ") else 0


def processor_table(rows):
    """What the processors had to do, which doesn't depend on who else used them."""
    lines = ["| processor seconds | tidemark | sqlite3 | ratio |", "|---|---:|---:|---:|"]
    for operation, engines in by_operation(rows).items():
        spent = {engine: statistics.median(row.cpu) for engine, row in engines.items() if row.cpu and row.unit == "s"}
        if "tidemark" in spent:
            lines.append(f"| {operation} | {spent['tidemark']:,.2f} | {shown(spent.get('sqlite3'), 's')} "
                         f"| {ratio(spent.get('sqlite3'), spent['tidemark'])} |")
        if operation in ("first import", "later import"):
            threads = sorted(engines["tidemark"].threads.items(), key=lambda thread: -thread[1])
            lines += [f"| {operation}, thread “{name}” | {seconds:,.2f} |  |  |" for name, seconds in threads
                      if seconds > spent["tidemark"] / 50]
    return lines


def screen_table(rows):
    """What was timed from outside, by what came to the screen; no lines if it wasn't."""
    engines = by_operation(rows).get(screen.OPERATION, {})
    if not engines:
        return []
    ours, theirs, least = (engines[name].median for name in ("tidemark", screen.DB_BROWSER, limits.ENGINE))
    return ["", f"| from the process's start | tidemark | {screen.DB_BROWSER} | ratio | an empty window | times that |",
            "|---|---:|---:|---:|---:|---:|",
            f"| {screen.OPERATION} | {shown(ours, 's')} | {shown(theirs, 's')} | {ratio(theirs, ours)} "
            f"| {shown(least, 's')} | {ratio(ours, least)} |"]


def _line(operation, values, unit, absent):
    ours = values["tidemark"]

    def cell(engine):
        return "not run" if engine in absent else shown(values[engine], unit)

    return (f"| {operation} | {cell('tidemark')} | {cell('sqlite3')} | {ratio(values['sqlite3'], ours)} "
            f"| {cell('duckdb')} | {ratio(values['duckdb'], ours)} | {cell('limit')} "
            f"| {ratio(ours, values['limit'])} |")


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} × {model}, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}"


def commit(source):
    def git(*arguments):
        return subprocess.run(["git", "-C", source, *arguments], capture_output=True, text=True).stdout.strip()
    changed = git("status", "--porcelain", "app", "ui")
    return git("rev-parse", "--short", "HEAD") + (", with uncommitted changes" if changed else "")


def circumstances(source):
    return [f"machine: {machine()}", f"date: {datetime.date.today().isoformat()}", f"commit: {commit(source)}"]


def section(rows, facts):
    return "\n".join(["", *[f"- {fact}" for fact in facts], "", *table(rows), "", *processor_table(rows),
                      *screen_table(rows), ""])


def document(measured, facts, growth, kept):
    """measured: title -> rows; facts: title -> sentences; growth: lines about growth, or none; kept: sections of an
    earlier document, which stay where nothing was measured anew."""
    shown_sections = dict(kept)
    for title, rows in measured.items():
        shown_sections[title] = section(rows, facts[title])
        shown_sections[f"Raw samples, {title}"] = "\n".join(["", "```", *map(_raw, rows), "```", ""])
    if growth:
        shown_sections[GROWTH] = "\n".join(growth)
    every = earlier.titles(shown_sections)
    titles = [*every, GROWTH, *(f"Raw samples, {title}" for title in every)]
    return HEAD + "".join(f"\n## {title}\n{shown_sections[title]}" for title in titles if title in shown_sections)


def _raw(row):
    scale, unit = (1e6, "MB") if row.unit == "bytes" else (1, row.unit)
    samples = " ".join(f"{sample / scale:.6g}" for sample in row.samples) or "not run"
    cpu = " cpu " + " ".join(f"{sample:.4g}" for sample in row.cpu) if row.cpu else ""
    note = f" ({row.note})" if row.note else ""
    return f"{row.operation} | {row.engine} | {unit} {samples}{cpu}{note}"
