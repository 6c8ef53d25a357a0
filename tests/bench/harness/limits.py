"""What the machine allows: no program could be faster."""
import json

from . import measuring
from .measuring import Measured
from .questions import QUESTIONS

ENGINE = "limit"
VALUES = 33  # facet values that a collection of these posts has: one bitset each


def parse(place):
    """simdjson takes the file apart and does nothing else. Gives the row and the bytes of all texts."""
    answer = json.loads(measuring.output([place.program("bench_limits"), "parse", place.json]))
    return Measured("first import", ENGINE, [answer["seconds"]], note="simdjson, parsing only"), answer["text_bytes"]


def bandwidth(place):
    """One pass, by two threads, over as many bytes as the bitsets of all facet values have."""
    size = place.stories // 8 * VALUES
    answer = json.loads(measuring.output([place.program("bench_limits"), "bandwidth", str(size)]))
    return [Measured(f"filter: {name}", ENGINE, answer["two"], note=f"one pass over {VALUES} bitsets by two threads")
            for name in ("everything", "one theme")]


def enumerations(place, repeat):
    """FTS5 lists the stories of words, its two tables at the same time, and nobody does anything with them."""
    asked = {question.ours: question.name for question in QUESTIONS if question.has_words and not question.conditions}
    answer = json.loads(measuring.output([place.program("bench_words"), place.collection, str(repeat), *asked],
                                         place.environment))
    for query, name in asked.items():
        yield Measured(f"filter: {name}", ENGINE, answer[query], note="FTS5 alone, two tables on two threads")


def copy(place, repeat):
    target = place.path("copied.csv")
    row, _ = measuring.measure("export, full", ENGINE, ["cp", place.exported, target], repeat)
    row.note = "cp of the file"
    place.remove(target)
    return row
