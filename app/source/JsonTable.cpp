#include "source/JsonTable.h"

#include "source/Audience.h"
#include "source/HeaderGuess.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int placesInList = 5;
constexpr qsizetype mostPlaces = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonTable)
};

bool holdsObjects(const Json &list)
{
    bool found = false;
    list.forEach([&](const Json &element) { found |= element.isObject() || element.isArray(); });
    return found;
}

/// A list of objects that an object has as its only one, as in {"exported": "2018", "posts": [{...}, {...}]}. An
/// object that has a text of its own is no wrapping.
Json theOneListIn(const Json &object)
{
    QStringList others;
    QVector<Json> lists;
    object.forEachMember([&](const QString &name, const Json &member) {
        if (member.isArray() && holdsObjects(member))
            lists << member;
        else
            others << name;
    });
    const bool hasText = guessMapping(others, {}).columns.contains(StoryField::Text);
    return lists.size() == 1 && !hasText ? lists.constFirst() : Json();
}

QString scalar(const Json &value)
{
    const QString text = value.text();
    return text.isEmpty() ? QString::fromUtf8(value.minified()).remove(u'"') : text;
}

} // namespace

Result<std::unique_ptr<Table>> JsonTable::open(std::unique_ptr<ByteStream> bytes, const QString &name)
{
    std::unique_ptr<JsonTable> table(new JsonTable);
    table->m_name = name;
    table->m_records = std::make_unique<JsonRecords>(std::move(bytes), theOneListIn);
    table->readAhead();
    if (table->m_failure && table->m_header.isEmpty())
        return *table->m_failure;
    return std::unique_ptr<Table>(std::move(table));
}

void JsonTable::readAhead()
{
    qsizetype bytes = 0;
    while (m_ahead.size() < mostRowsAhead && bytes < mostBytesAhead) {
        auto row = read();
        if (!row)
            m_failure = row.error();
        if (!row || !*row)
            break;
        bytes += (*row)->raw.size();
        m_ahead.push_back(std::move(**row));
    }
    m_headerIsDone = true;
    for (CsvRow &row : m_ahead)
        row.cells.resize(row.problem.isEmpty() ? m_header.size() : 0);
}

Result<std::optional<CsvRow>> JsonTable::next()
{
    if (!m_ahead.empty()) {
        auto row = std::optional(std::move(m_ahead.front()));
        m_ahead.pop_front();
        return row;
    }
    if (m_failure)
        return *m_failure;
    return read();
}

Result<std::optional<CsvRow>> JsonTable::read()
{
    auto record = m_records->next();
    if (!record)
        return record.error();
    if (!*record)
        return std::optional<CsvRow>();
    JsonRecord &found = **record;
    CsvRow row;
    row.line = found.line;
    row.number = found.number;
    row.raw = std::move(found.raw);
    row.cells.resize(m_header.size());
    row.problem = std::move(found.problem);
    row.isForFew = found.value && saysThatItIsForFew(*found.value);
    if (row.isForFew)
        return std::optional(std::move(row));
    if (found.value && found.value->isObject())
        flatten(*found.value, {}, row.cells);
    else if (row.problem.isEmpty())
        row.problem = Words::tr("It is not a JSON object.");
    if (!row.problem.isEmpty())
        row.cells.clear();
    return std::optional(std::move(row));
}

void JsonTable::flatten(const Json &value, const QString &path, QStringList &cells)
{
    if (value.isObject()) {
        value.forEachMember([&](const QString &key, const Json &member) {
            flatten(member, path.isEmpty() ? key : path + u'.' + key, cells);
        });
    } else if (value.isArray() && holdsObjects(value)) {
        int place = 0;
        value.forEach([&](const Json &element) {
            if (place < placesInList)
                flatten(element, u"%1[%2]"_s.arg(path).arg(place), cells);
            ++place;
        });
    } else if (value.isArray()) {
        QStringList lines;
        value.forEach([&](const Json &element) { lines << scalar(element); });
        put(path, lines.join(u'\n'), cells);
    } else if (!value.isMissing()) {
        put(path, scalar(value), cells);
    }
}

void JsonTable::put(const QString &path, const QString &text, QStringList &cells)
{
    auto column = m_columns.find(path);
    if (column == m_columns.end()) {
        if (m_headerIsDone || m_header.size() == mostPlaces || path.isEmpty()) {
            ++m_latePlaces;
            return;
        }
        column = m_columns.insert(path, m_header.size());
        m_header << path;
    }
    if (*column >= cells.size())
        cells.resize(*column + 1);
    cells[*column] = text;
}

QStringList JsonTable::notes() const
{
    QStringList notes = m_records->notes();
    if (m_latePlaces > 0) {
        notes << Words::tr("%n values under names that the first records don't have were left out.", nullptr,
                           int(std::min<qint64>(m_latePlaces, 1'000'000'000)));
    }
    return notes;
}

} // namespace tidemark
