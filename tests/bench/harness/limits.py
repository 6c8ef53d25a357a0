"""What the machine allows: no program could be faster."""
import json

from . import measuring
from .measuring import Measured

ENGINE = "limit"
VALUES = 40  # facet values that a collection of these posts has: one bitset each


def parse(place):
    """simdjson takes the file apart and does nothing else. Gives the row and the bytes of all texts."""
    answer = json.loads(measuring.output([place.program("bench_limits"), "parse", place.json]))
    return Measured("first import", ENGINE, [answer["seconds"]], note="simdjson, parsing only"), answer["text_bytes"]


def bandwidth(place):
    """One pass, by two threads, over as many bytes as the bitsets of all facet values have."""
    size = place.stories // 8 * VALUES
    answer = json.loads(measuring.output([place.program("bench_limits"), "bandwidth", str(size)]))
    return Measured("filter: everything", ENGINE, answer["two"], note=f"one pass over {VALUES} bitsets by two threads")


def copy(place, repeat):
    target = place.path("copied.csv")
    row, _ = measuring.measure("export, full", ENGINE, ["cp", place.exported, target], repeat)
    row.note = "cp of the file"
    place.remove(target)
    return row
