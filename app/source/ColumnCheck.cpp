#include "source/ColumnCheck.h"

#include "source/HeaderGuess.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

/// Fields that hardly anything has but what somebody wrote at some time.
bool saysWhose(const ColumnMapping &mapping)
{
    constexpr std::array signs{StoryField::PostedAt, StoryField::NativeId,   StoryField::Permalink,
                               StoryField::AuthorId, StoryField::AuthorName, StoryField::AuthorHandle,
                               StoryField::Language, StoryField::Hashtags,   StoryField::ReplyTo};
    return std::ranges::any_of(signs, [&](StoryField field) { return mapping.columns.contains(field); });
}

/// A column that may describe anything, or a text deep in a single record.
bool isVague(const QString &column, const Table &table)
{
    static const QStringList descriptions{u"description"_s, u"descripción"_s, u"descripcion"_s, u"beschreibung"_s};
    const qsizetype point = column.lastIndexOf(u'.');
    return descriptions.contains(column.mid(point + 1).toLower()) || (point >= 0 && table.rowsAhead().size() == 1);
}

/// Whether nearly all cells of a column are words by which programs say how grave is what they note.
bool holdsGravity(qsizetype column, const Table &table)
{
    static const QSet<QString> words{u"trace"_s, u"debug"_s,   u"info"_s,  u"information"_s, u"notice"_s,
                                     u"warn"_s,  u"warning"_s, u"error"_s, u"err"_s,         u"fatal"_s};
    constexpr qsizetype fewest = 3;
    qsizetype filled = 0;
    qsizetype grave = 0;
    for (const CsvRow &row : table.rowsAhead()) {
        const QString cell = row.cells.value(column).trimmed().toLower();
        filled += !cell.isEmpty();
        grave += words.contains(cell);
    }
    return filled >= fewest && grave * 10 >= filled * 9;
}

/// The column that tells a log, in which a program notes what it does; empty: there is none.
QString gravityColumn(const Table &table)
{
    static const QSet<QString> names{u"level"_s,    u"loglevel"_s,     u"levelname"_s,
                                     u"severity"_s, u"severitytext"_s, u"logseverity"_s};
    const QStringList &header = table.header();
    for (qsizetype column = 0; column < header.size(); ++column) {
        if (names.contains(nameWords(header[column]).join(QString())) && holdsGravity(column, table))
            return header[column];
    }
    return {};
}

} // namespace

Result<> checkGuess(const ColumnMapping &mapping, const Table &table, const QString &format)
{
    const QString column = mapping.columns.value(StoryField::Text);
    if (const QString gravity = gravityColumn(table); !gravity.isEmpty()) {
        return Error{
            Error::Kind::Usage,
            Words::tr("%1 looks like a log, in which a program notes what it does: “%2” holds words such as info "
                      "and error. If its lines are stories, say so in the import window or with --map text=%3.")
                .arg(table.name(), gravity, column)};
    }
    if (format != "json"_L1 || column.isEmpty() || saysWhose(mapping) || !isVague(column, table))
        return {};
    return Error{
        Error::Kind::Usage,
        Words::tr("%1 has texts under “%2”, but nothing says when, where or by whom they were written, as in "
                  "a file of settings. If they are stories, say so in the import window or with --map text=%2.")
            .arg(table.name(), column)};
}

Result<> checkColumns(const ColumnMapping &mapping, const Table &table, const QString &format)
{
    QStringList named = mapping.columns.values();
    if (mapping.attributes)
        named += *mapping.attributes;
    for (const LabelColumn &label : std::as_const(mapping.labels))
        named << label.column;
    for (const QString &column : std::as_const(named)) {
        if (!table.header().contains(column)) {
            return Error{Error::Kind::Usage,
                         Words::tr("%1 has no column “%2”. Its columns are: %3.")
                             .arg(table.name(), column, table.header().join(u", "_s))};
        }
    }
    for (const QString &column : std::as_const(mapping.columns)) {
        if (named.count(column) > 1) {
            return Error{Error::Kind::Usage,
                         Words::tr("The column “%1” can become one field only. Keep one of its uses.").arg(column)};
        }
    }
    if (!mapping.columns.contains(StoryField::Text) && !mapping.columns.contains(StoryField::MediaDescriptions)) {
        if (table.header().size() == 1 && format == "csv"_L1) {
            return Error{
                Error::Kind::Usage,
                Words::tr(
                    "%1 looks like plain text, not like a table. Tidemark reads tables with a first line of column "
                    "names (delete the lines above it, if there are any), JSON, feeds, and what platforms give "
                    "their users.")
                    .arg(table.name())};
        }
        if (table.header().isEmpty()) {
            return Error{
                Error::Kind::Damaged,
                Words::tr("%1 holds no whole record. It is cut off, damaged, or nested too deeply to be read.")
                    .arg(table.name())};
        }
        return Error{
            Error::Kind::Usage,
            Words::tr("In %1 no column could be recognised as the text. Its columns are: %2. Say which one "
                      "it is, in the import window or with --map text=COLUMN.")
                .arg(table.name(), table.header().join(u", "_s))};
    }
    return {};
}

} // namespace tidemark
