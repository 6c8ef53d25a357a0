"""What the document of earlier runs says, so that a run of one number of stories can keep the others."""
import re

from .measuring import Measured

RAW = re.compile(r"(?P<unit>\w+) (?P<samples>[-+\d. e]+|not run)(?: cpu (?P<cpu>[-+\d. e]+))?(?: \((?P<note>.*)\))?")


def sections(document):
    """The text behind each heading."""
    parts = re.split(r"(?m)^## (.*)\n", document)
    return {title: text.rstrip("\n") + "\n" for title, text in zip(parts[1::2], parts[2::2])}


def numbers(kept):
    """The numbers of stories that have a section."""
    return {int(title.split()[0].replace(",", "")) for title in kept if re.fullmatch(r"[\d,]+ stories", title)}


def rows(kept):
    """The rows of each number of stories, read from its raw samples."""
    result = {}
    for stories in numbers(kept):
        lines = [line.split(" | ", 2) for line in kept.get(f"Raw samples, {stories:,} stories", "").splitlines()]
        result[stories] = [_row(*line[:2], RAW.fullmatch(line[2])) for line in lines
                           if len(line) == 3 and RAW.fullmatch(line[2])]
    return result


def _row(operation, engine, found):
    scale, unit = (1e6, "bytes") if found["unit"] == "MB" else (1, found["unit"])
    samples = [] if found["samples"] == "not run" else [float(sample) * scale for sample in found["samples"].split()]
    return Measured(operation, engine, samples, unit, [float(spent) for spent in (found["cpu"] or "").split()],
                    note=found["note"] or "")
