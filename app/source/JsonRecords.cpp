#include "source/JsonRecords.h"

#include "source/Decompression.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 headSize = 64 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonRecords)
};

/// Whether all brackets that a line opens are closed on it.
bool isBalanced(QByteArrayView line)
{
    qsizetype depth = 0;
    bool inText = false;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const char c = line[place];
        if (inText && c == '\\')
            ++place;
        else if (c == '"')
            inText = !inText;
        else if (!inText)
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    }
    return depth == 0 && !inText;
}

QByteArrayView nextFilledLine(QByteArrayView &rest)
{
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const auto line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!line.isEmpty())
            return line;
    }
    return {};
}

} // namespace

bool isOneDocument(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        head = head.sliced(3);
    const auto first = nextFilledLine(head);
    if (first.startsWith('['))
        return true;
    if (!first.startsWith('{') || head.isEmpty() || isBalanced(first))
        return false;
    return !nextFilledLine(head).startsWith('{');
}

JsonRecords::JsonRecords(std::unique_ptr<ByteStream> bytes, Unwrap unwrap) : m_unwrap(unwrap)
{
    const QByteArray head = readHead(*bytes, headSize);
    auto whole = withHead(head, std::move(bytes));
    if (isOneDocument(head))
        m_document = std::make_unique<JsonElements>(std::move(whole));
    else
        m_lines = std::make_unique<LineReader>(std::move(whole));
}

bool JsonRecords::isAtEnd()
{
    return m_lines ? m_lines->isAtEnd() : m_document->isAtEnd();
}

Result<std::optional<Line>> JsonRecords::nextValue()
{
    return m_lines ? m_lines->next() : m_document->next();
}

/// The elements of a list, or of the list in a search envelope; none for other values.
void JsonRecords::takeElements(const Json &root)
{
    m_elements.clear();
    m_nextElement = 0;
    if (root.isArray())
        root.forEach([this](Json element) { m_elements << element; });
    for (const char *list : {"statuses", "orderedItems", "posts", "feed", "records"})
        root[list].forEach([this](Json element) { m_elements << element; });
}

Result<std::optional<JsonRecord>> JsonRecords::next()
{
    while (true) {
        if (m_nextElement < m_elements.size()) {
            const Json element = m_elements.at(m_nextElement++);
            return std::optional(JsonRecord{++m_number, element.minified(), element, {}});
        }
        m_elements.clear(); // those of the last value are through
        auto line = nextValue();
        if (!line)
            return line.error();
        if (!*line)
            return std::optional<JsonRecord>();
        if ((*line)->bytes.trimmed().isEmpty())
            continue;
        m_number = std::max(m_number, (*line)->number - 1);
        JsonRecord record = fromLine(std::move(**line));
        if (record.value)
            takeElements(*record.value);
        if (m_unwrap && m_number == 0 && m_elements.isEmpty() && record.value && isAtEnd())
            takeElements(m_unwrap(*record.value));
        if (!m_elements.isEmpty())
            continue;
        ++m_number;
        return std::optional(std::move(record));
    }
}

JsonRecord JsonRecords::fromLine(Line line)
{
    JsonRecord record{m_number + 1, std::move(line.bytes), {}, {}};
    if (line.overlong) {
        record.problem = m_lines ? Words::tr("The line is longer than 16 MiB.")
                                 : Words::tr("The record is longer than 16 MiB.");
        return record;
    }
    record.value = m_parser.parse(record.raw);
    if (!record.value) {
        record.problem = line.complete ? m_parser.problem() : brokenOff();
    } else if (!record.value->isObject() && !record.value->isArray()) {
        record.value.reset();
        record.problem = Words::tr("It is not a JSON object.");
    }
    return record;
}

QStringList JsonRecords::notes() const
{
    if (m_parser.repaired() == 0)
        return {};
    return {Words::tr("%n characters could not be read and were replaced by the sign for an unreadable one.",
                      nullptr, int(std::min<qint64>(m_parser.repaired(), 1'000'000'000)))};
}

QString JsonRecords::brokenOff() const
{
    return m_lines
        ? Words::tr("The file ends in the middle of this line.")
        : Words::tr("The record has no end: the file breaks off in it, or a bracket or quotation mark in it "
                    "is damaged.");
}

qint64 JsonRecords::consumed() const
{
    return m_lines ? m_lines->consumed() : m_document->consumed();
}

qint64 JsonRecords::size() const
{
    return m_lines ? m_lines->size() : m_document->size();
}

} // namespace tidemark
