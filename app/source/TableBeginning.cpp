#include "source/TableBeginning.h"

#include "source/Decompression.h"
#include "source/Formats.h"
#include "source/HeaderGuess.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int sniffedRows = 50;
constexpr int mostLinesAbove = 20;
constexpr int fewestAlike = 3; ///< rows that tell of a table whose names nobody knows

/// How many of the first rows have as many cells as the header, and how many that is.
struct Agreement
{
    int rows = 0;
    int seen = 0;
    qsizetype cells = 0;
    qint64 looseQuotes = 0; ///< see CsvTokenizer
};

Agreement agreement(const QByteArray &head, const CsvDialect &dialect)
{
    CsvTokenizer rows(withHead(head, openBytes({})), dialect);
    Agreement agreement;
    for (int number = 0; number <= sniffedRows; ++number) {
        const auto row = rows.next();
        if (!row || !*row || (!(*row)->complete && number > 1))
            break;
        if (number == 0)
            agreement.cells = (*row)->cells.size();
        ++agreement.seen;
        agreement.rows += (*row)->cells.size() == agreement.cells;
    }
    agreement.looseQuotes = rows.looseQuotes();
    return agreement.cells > 1 ? agreement : Agreement{.looseQuotes = agreement.looseQuotes};
}

CsvDialect quotedBy(CsvDialect dialect, Quoting quoting)
{
    dialect.quote = quoting == Quoting::Apostrophes ? '\'' : quoting == Quoting::None ? noQuote : '"';
    dialect.backslashEscapes = quoting == Quoting::Backslashes;
    return dialect;
}

/// The dialect under which most rows have as many cells as the header. Apostrophes count as quotation marks only
/// where there are no others and rows come out right with them that otherwise don't; backslashes where they leave
/// fewer quotation marks within cells.
CsvDialect sniffedDialect(const QByteArray &head, bool carriageReturnEnds, const TableForm &form)
{
    const QByteArray delimiters = form.delimiter ? QByteArray(1, *form.delimiter) : ",;\t|^~"_ba;
    const auto quotings = form.quoting ? QList{*form.quoting} : QList{Quoting::Doubled, Quoting::Apostrophes};
    CsvDialect best
        = quotedBy({.delimiter = delimiters.front(), .carriageReturnEnds = carriageReturnEnds}, quotings.front());
    Agreement most;
    for (const Quoting quoting : quotings) {
        if (!form.quoting && quoting == Quoting::Apostrophes && head.contains('"'))
            break;
        for (const char delimiter : delimiters) {
            const CsvDialect dialect
                = quotedBy({.delimiter = delimiter, .carriageReturnEnds = carriageReturnEnds}, quoting);
            const Agreement found = agreement(head, dialect);
            const bool hasMoreCells
                = quoting == quotings.front() && found.rows == most.rows && found.cells > most.cells;
            if (found.rows > most.rows || hasMoreCells) {
                best = dialect;
                most = found;
            }
        }
    }
    if (form.quoting || !head.contains("\\\""))
        return best;
    const CsvDialect escaped = quotedBy(best, Quoting::Backslashes);
    const Agreement found = agreement(head, escaped);
    return found.rows >= most.rows && found.looseQuotes < agreement(head, best).looseQuotes ? escaped : best;
}

/// The line of names, if it begins at the head's beginning.
struct Candidate
{
    CsvDialect dialect;
    QStringList names;
    qsizetype filled = 0; ///< of the names
};

Candidate candidateAt(const QByteArray &head, bool carriageReturnEnds, const TableForm &form)
{
    Candidate found{sniffedDialect(head, carriageReturnEnds, form), {}, 0};
    const auto row = CsvTokenizer(withHead(head, openBytes({})), found.dialect).next();
    if (row && *row)
        found.names = (*row)->cells;
    found.filled = std::count_if(found.names.cbegin(), found.names.cend(),
                                 [](const QString &name) { return !name.trimmed().isEmpty(); });
    return found;
}

bool nameText(const QStringList &names)
{
    return guessMapping(names, {}).columns.contains(StoryField::Text);
}

/// Whether the names are those of a known form, or name the text and something else.
bool areKnown(const QStringList &names)
{
    const auto fits = [&](const Format &format) { return format.fitsHeader && format.fitsHeader(names); };
    const auto columns = guessMapping(names, {}).columns;
    return std::any_of(formats().cbegin(), formats().cend(), fits)
        || (columns.contains(StoryField::Text) && columns.size() > 1);
}

/// Whether rows that all have as many cells begin here.
bool startsRows(const QByteArray &head, const Candidate &first)
{
    const Agreement rows = agreement(head, first.dialect);
    return first.filled > 1 && rows.rows >= fewestAlike && rows.rows == rows.seen;
}

} // namespace

TableBeginning beginningOf(const QByteArray &head, bool carriageReturnEnds, const TableForm &form)
{
    const Candidate first = candidateAt(head, carriageReturnEnds, form);
    const bool saysText = nameText(first.names);
    if (!head.startsWith('#') && first.filled > 1 && (saysText || areKnown(first.names)))
        return {first.dialect, {}};
    const bool mayBeUnknown = !saysText && !startsRows(head, first);
    QStringList above;
    Candidate present = first;
    qsizetype mostFilled = saysText ? 1 : 0; // of a line above that is no comment
    qsizetype place = 0;
    while (above.size() <= mostLinesAbove) {
        const QByteArray rest = head.sliced(place);
        const qsizetype end = rest.indexOf(carriageReturnEnds ? '\r' : '\n');
        if (!above.isEmpty() && !rest.startsWith('#')) {
            present = candidateAt(rest, carriageReturnEnds, form);
            const bool areNames = areKnown(present.names)
                ? present.filled > mostFilled
                : mayBeUnknown && mostFilled < 2 && startsRows(rest, present);
            if (areNames)
                return {present.dialect, above};
        }
        if (end < 0)
            break;
        const QByteArray line = rest.first(end).trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            mostFilled = std::max(mostFilled, present.filled);
        above << QString::fromUtf8(line);
        place += end + 1;
    }
    return {first.dialect, {}};
}

} // namespace tidemark
