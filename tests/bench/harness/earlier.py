"""What the document of earlier runs says, so that a run of one number of stories can keep the others."""
import re

from .measuring import Measured

RAW = re.compile(r"(?P<unit>\w+) (?P<samples>[-+\d. e]+|not run)(?: cpu (?P<cpu>[-+\d. e]+))?(?: \((?P<note>.*)\))?")


def sections(document):
    """The text behind each heading."""
    parts = re.split(r"(?m)^## (.*)\n", document)
    return {title: text.rstrip("\n") + "\n" for title, text in zip(parts[1::2], parts[2::2])}


def title(stories, part=None):
    """Of the section of everything that was measured with so many stories, or of a part that was measured alone."""
    return f"{stories:,} stories" + (f", {part} alone" if part else "")


def number(heading):
    return int(heading.split()[0].replace(",", ""))


def titles(kept):
    """Of what was measured, by numbers of stories."""
    found = [heading for heading in kept if re.fullmatch(r"[\d,]+ stories(, \w+ alone)?", heading)]
    return sorted(found, key=lambda heading: (number(heading), heading))


def rows(kept):
    """The rows behind each title, read from its raw samples."""
    result = {}
    for heading in titles(kept):
        lines = [line.split(" | ", 2) for line in kept.get(f"Raw samples, {heading}", "").splitlines()]
        result[heading] = [_row(*line[:2], RAW.fullmatch(line[2])) for line in lines
                           if len(line) == 3 and RAW.fullmatch(line[2])]
    return result


def growing(measured):
    """By the number of stories, what was measured whole, else all of Tidemark alone."""
    alone = {number(heading): rows for heading, rows in measured.items() if heading.endswith("tidemark alone")}
    whole = {number(heading): rows for heading, rows in measured.items() if not heading.endswith("alone")}
    return dict(sorted({**alone, **whole}.items()))


def _row(operation, engine, found):
    scale, unit = (1e6, "bytes") if found["unit"] == "MB" else (1, found["unit"])
    samples = [] if found["samples"] == "not run" else [float(sample) * scale for sample in found["samples"].split()]
    return Measured(operation, engine, samples, unit, [float(spent) for spent in (found["cpu"] or "").split()],
                    note=found["note"] or "")
