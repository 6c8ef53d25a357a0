"""The filters that are asked of every engine, and the questions that peers must be asked to give the same whole answer:
count, counts of all facet values, a timeline of at most 400 buckets, the first 100 rows with their text."""
import calendar
from dataclasses import dataclass

DAY = 86_400_000

# A story's address as our file tells it, in SQL over story.
PERMALINK = "(SELECT permalink FROM story_permalink WHERE story_permalink.story = story.id)"


def moment(year, month, day):
    return calendar.timegm((year, month, day, 0, 0, 0)) * 1000


@dataclass
class Question:
    name: str
    ours: str              # in Tidemark's own language
    conditions: tuple = () # SQL over platform, language, voice, themes (a mask) and posted_at
    match: str = ""        # FTS5's expression
    pattern: str = ""      # a regular expression for engines without a full-text index
    span: tuple = ()

    @property
    def has_words(self):
        return bool(self.match)

    @property
    def group(self):
        if not self.has_words:
            return "without words"
        return "common phrase or NEAR" if self.name.startswith(("common phrase", "NEAR")) else "with words"

    @property
    def bucket(self):
        return max(1, (self.span[1] - self.span[0]) // 390) if self.span else 2 * DAY


def theme(name):
    return f"((themes >> {{{name}}}) & 1) = 1"


SPRING = (moment(2018, 1, 1), moment(2018, 4, 1))
WEEK = (moment(2018, 6, 1), moment(2018, 6, 8))

QUESTIONS = [
    Question("everything", ""),
    Question("one theme", "theme:workplace", (theme("workplace"),)),
    Question("three themes", "theme:workplace theme:education theme:silence",
             (theme("workplace"), theme("education"), theme("silence"))),
    Question("either theme, a quarter", "theme:workplace,education since:2018-01-01 until:2018-03-31",
             (f"({theme('workplace')} OR {theme('education')})",), span=SPRING),
    Question("one week", "since:2018-06-01 until:2018-06-07", span=WEEK),
    Question("a theme and not another, some platforms",
             "theme:workplace -theme:education platform:twitter,reddit,tumblr",
             (theme("workplace"), f"NOT {theme('education')}", "platform IN ('twitter','reddit','tumblr')")),
    Question("common word", "fars", match="fars", pattern=r"\bfars\b"),
    Question("rare word", "babadan", match="babadan", pattern=r"\bbabadan\b"),
    Question("middling word, platform, languages", "chadars platform:twitter -lang:en",
             ("platform = 'twitter'", "language <> 'en'"), "chadars", r"\bchadars\b"),
    Question("beginning of a word", "plou*", match="plou*", pattern=r"\bplou"),
    Question("common word, theme, language", "fars theme:workplace lang:en",
             (theme("workplace"), "language = 'en'"), "fars", r"\bfars\b"),
    Question("middling phrase", '"my boss"', match='"my boss"', pattern=r"\bmy\W+boss\b"),
    Question("common phrase", '"fars ga"', match='"fars ga"', pattern=r"\bfars\W+ga\b"),
    Question("NEAR of common words", "NEAR(fars ga, 5)", match="NEAR(fars ga, 5)",
             pattern=r"\b(fars\W+(\w+\W+){0,5}ga|ga\W+(\w+\W+){0,5}fars)\b"),
]


def where(question, numbers, columns, words):
    """The condition in SQL. numbers: theme -> bit; columns: how the engine writes platform, language and themes."""
    conditions = [condition.format(**numbers) for condition in question.conditions]
    if question.span:
        conditions.append("posted_at >= %d AND posted_at < %d" % question.span)
    sql = " AND ".join(conditions)
    for name, written in columns.items():
        sql = sql.replace(name, written)
    if question.has_words:
        sql = " AND ".join(filter(None, [sql, words]))
    return sql or "1=1"
