"""What the machine allows: no program could be faster."""
import json

from . import measuring
from .measuring import Measured
from .questions import QUESTIONS

ENGINE = "limit"


def parse(place):
    """simdjson takes the file apart and does nothing else. Gives the row and the bytes of all texts."""
    answer = json.loads(measuring.output([place.program("bench_limits"), "parse", place.json]))
    return Measured("first import", ENGINE, [answer["seconds"]], note="simdjson, parsing only"), answer["text_bytes"]


def bandwidth(place):
    """One pass, by two threads, over as many bytes as one bitset has for each value that a story has."""
    counts = json.loads(measuring.output([place.tidemark, "facets", "--collection", place.collection, "--json"],
                                         place.environment))
    values = sum(count > 0 for facet in counts.values() if isinstance(facet, dict) for count in facet.values())
    size = place.stories // 8 * values
    answer = json.loads(measuring.output([place.program("bench_limits"), "bandwidth", str(size)]))
    return Measured("filter: one theme", ENGINE, answer["two"], note=f"one pass over {values} bitsets by two threads")


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
