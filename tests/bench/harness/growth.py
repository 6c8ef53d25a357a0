"""How each operation grows with the number of stories: a table and a plot."""
import math
from xml.sax.saxutils import escape

from .results import by_operation, means, shown

OPERATIONS = ("first import", "later import", "single insert", "open, whole index", "open, first page", "open, complete",
              "export, full", "export, pseudonymous", "list jump, painted", "list jump, words shown",
              "list reset, painted", "index in memory", "window in memory", "size on disk", "first import, peak memory", "theme all stories by hand")
PLOTTED = ("first import", "export, full", "open, complete", "open, first page", "list jump, words shown", "single insert")
COLOURS = ("#1b6ca8", "#b3541e", "#2e7d4f", "#7a3e9d", "#8a6d00", "#a8325a", "#3d4b57", "#0f766e", "#6b7280")
DASHES = ("none", "8 3", "3 3", "12 4", "2 5", "14 3 3 3", "6 6", "10 2 2 2 2 2")


def medians(measured):
    """operation -> (unit, stories -> median) of Tidemark's own."""
    result = {}
    for stories, rows in measured.items():
        for operation, engines in by_operation(rows).items():
            row = engines.get("tidemark")
            if row and row.median and operation in OPERATIONS:
                result.setdefault(operation, (row.unit, {}))[1][stories] = row.median
        for name, ours, *_ in means(rows):
            if ours:
                result.setdefault(name, ("s", {}))[1][stories] = ours
    return result


def exponent(values):
    """The slope between the smallest and the largest number: 1 grows with the stories, 0 doesn't grow."""
    (few, least), (many, most) = min(values.items()), max(values.items())
    return math.log(most / least) / math.log(many / few)


def verdict(values):
    slope = exponent(values)
    kind = "doesn't grow" if slope < 0.15 else "grows with the stories" if 0.85 <= slope <= 1.15 else \
        "grows more slowly" if slope < 0.85 else "grows faster"
    return f"{kind} (n^{slope:.2f})"


def lines(measured, plot):
    if len(measured) < 2:
        return []
    result = ["", f"![Time of each operation over the number of stories]({plot})", "",
              "| operation | " + " | ".join(f"{stories:,}" for stories in measured) + " | |",
              "|---|" + "---:|" * len(measured) + "---|"]
    for operation, (unit, values) in medians(measured).items():
        cells = [shown(values.get(stories), unit) for stories in measured]
        result.append(f"| {operation} | " + " | ".join(cells) + f" | {verdict(values) if len(values) > 1 else ''} |")
    return result + [""]


def plot(measured):
    """Seconds over stories, both by powers of ten, as SVG; each curve is named at its end and has its own dashes."""
    curves = {name: values for name, (unit, values) in medians(measured).items()
              if unit == "s" and len(values) > 1 and (name in PLOTTED or name.startswith("mean"))}
    if not curves:
        return None
    points = [point for values in curves.values() for point in values.items()]
    left, right = (math.log10(edge(stories for stories, _ in points)) for edge in (min, max))
    low = math.floor(min(math.log10(seconds) for _, seconds in points))
    high = math.ceil(max(math.log10(seconds) for _, seconds in points))

    def x(stories):
        return 70 + 430 * (math.log10(stories) - left) / (right - left)

    def y(seconds):
        return 420 - 390 * (math.log10(seconds) - low) / (high - low)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 470" font-family="sans-serif" font-size="12">',
             "<title>Time of each operation over the number of stories</title>",
             '<rect width="800" height="470" fill="#ffffff"/>']
    for power in range(low, high + 1):
        at = y(10**power)
        label = f"{10**power:g} s" if power >= 0 else f"{10**(power + 3):g} ms"
        parts.append(f'<path d="M70 {at:.1f}H500" stroke="#dddddd"/>'
                     f'<text x="62" y="{at + 4:.1f}" text-anchor="end">{label}</text>')
    for stories in measured:
        parts.append(f'<path d="M{x(stories):.1f} 30V420" stroke="#dddddd"/>'
                     f'<text x="{x(stories):.1f}" y="440" text-anchor="middle">{stories:,}</text>')
    parts.append('<text x="285" y="462" text-anchor="middle">stories</text>')
    taken = []
    for number, (name, values) in enumerate(sorted(curves.items(), key=lambda curve: max(curve[1].items())[1])):
        colour = COLOURS[number % len(COLOURS)]
        path = "L".join(f"{x(stories):.1f} {y(seconds):.1f}" for stories, seconds in sorted(values.items()))
        end = y(max(values.items())[1])
        label = min(end, taken[-1] - 15) if taken else end
        taken.append(label)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" '
                     f'stroke-dasharray="{DASHES[number % len(DASHES)]}"/>'
                     f'<path d="M502 {end:.1f}L520 {label:.1f}" stroke="{colour}"/>'
                     f'<text x="524" y="{label + 4:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])
