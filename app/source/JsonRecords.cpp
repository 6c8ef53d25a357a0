#include "source/JsonRecords.h"

#include "source/Decompression.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 headSize = 64 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonRecords)
};

/// What its brackets say of a line.
struct Brackets
{
    int values = 0; ///< that begin on it
    bool areClosed = true;
};

Brackets bracketsOf(QByteArrayView line)
{
    Brackets found;
    qsizetype depth = 0;
    bool inText = false;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const char c = line[place];
        if (inText && c == '\\') {
            ++place;
        } else if (c == '"') {
            inText = !inText;
        } else if (!inText && (c == '{' || c == '[')) {
            found.values += depth == 0;
            ++depth;
        } else if (!inText && (c == '}' || c == ']')) {
            --depth;
        }
    }
    found.areClosed = depth == 0 && !inText;
    return found;
}

/// Programs put a comma behind each line, and RFC 7464 a sign of its own before each record.
QByteArray withoutSeparators(QByteArray line)
{
    if (line.startsWith(JsonElements::recordSeparator))
        line.remove(0, 1);
    if (line.endsWith(','))
        line.chop(1);
    return line;
}

/// Whether the first line is longer than a line may be: then it is a whole document, such as the outbox of an
/// account. The head grows by what was read to find out.
bool beginsLongLine(QByteArray &head, ByteStream &rest)
{
    if (head.size() < headSize || head.contains('\n'))
        return false;
    head += readHead(rest, longestRecord + 1 - headSize);
    return head.size() > longestRecord && !head.contains('\n');
}

QByteArrayView nextFilledLine(QByteArrayView &rest)
{
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        auto line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.startsWith(JsonElements::recordSeparator))
            line = line.sliced(1).trimmed();
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
    if (firstValueUnderId(head) > 0)
        return true;
    const auto first = nextFilledLine(head);
    if (first.startsWith('['))
        return true;
    if (!first.startsWith('{'))
        return false;
    const Brackets brackets = bracketsOf(first);
    if (brackets.values > 1)
        return true;
    if (head.isEmpty() || brackets.areClosed)
        return false;
    return !nextFilledLine(head).startsWith('{');
}

JsonRecords::JsonRecords(std::unique_ptr<ByteStream> bytes, Unwrap unwrap, Elements elements)
    : m_unwrap(unwrap), m_elementsOf(elements)
{
    QByteArray head = readHead(*bytes, headSize);
    const bool isDocument = isOneDocument(head) || beginsLongLine(head, *bytes);
    auto whole = withHead(head, std::move(bytes));
    if (isDocument)
        m_document = std::make_unique<JsonElements>(std::move(whole));
    else
        m_lines = std::make_unique<LineReader>(std::move(whole));
}

bool JsonRecords::isAtEnd()
{
    return m_lines ? !m_inLine && m_lines->isAtEnd() : m_document->isAtEnd();
}

Result<std::optional<Line>> JsonRecords::nextValue()
{
    if (m_inLine) {
        auto value = m_inLine->next();
        if (!value || *value) {
            if (value) {
                (*value)->number = m_number + 1;
                (*value)->line += m_outerLine - 1;
            }
            return value;
        }
        m_inLine.reset();
    }
    return m_lines ? m_lines->next() : m_document->next();
}

/// The elements of a list, or of the list in a search envelope; none for other values.
void JsonRecords::takeElements(const Json &root)
{
    m_elements.clear();
    m_nextElement = 0;
    if (root.isArray())
        root.forEach([this](Json element) { m_elements << element; });
    for (const char *list : recordLists)
        root[list].forEach([this](Json element) { m_elements << element; });
    if (m_elementsOf)
        m_elementsOf(root, m_elements);
}

Result<std::optional<JsonRecord>> JsonRecords::next()
{
    while (true) {
        if (m_nextElement < m_elements.size()) {
            const Json element = m_elements.at(m_nextElement++);
            return std::optional(JsonRecord{++m_number, element.minified(), element, {}, m_lineOfElements});
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
        const bool isWhole = !m_inLine;
        // In a value over many lines nobody counted where its elements begin.
        m_lineOfElements = (*line)->bytes.contains('\n') ? 0 : (*line)->line;
        JsonRecord record = fromLine(**line);
        if (!record.value && isWhole && takesApart(**line))
            continue;
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
    JsonRecord record{m_number + 1, withoutSeparators(std::move(line.bytes)), {}, {}, line.line};
    if (line.overlong) {
        record.problem = m_lines ? Words::tr("The line is longer than 16 MiB.")
                                 : Words::tr("The record is longer than 16 MiB.");
        return record;
    }
    record.value = m_parser.parse(record.raw);
    nameById(record, line.id);
    if (!record.value) {
        record.problem = line.complete || bracketsOf(record.raw).areClosed ? m_parser.problem() : brokenOff();
    } else if (!record.value->isObject() && !record.value->isArray()) {
        record.value.reset();
        record.problem = Words::tr("It is not a JSON object.");
    }
    return record;
}

/// What stands under a post's id and doesn't say it by itself, says it now.
void JsonRecords::nameById(JsonRecord &record, const QByteArray &id)
{
    static constexpr std::array ids{"id", "id_str", "uri", "name", "rest_id"};
    const QByteArray member = memberForId(id);
    if (member.isEmpty() || !record.value || !record.value->isObject()
        || std::any_of(ids.begin(), ids.end(), [&](const char *known) { return record.value->has(known); }))
        return;
    const bool isEmpty = record.value->minified() == "{}";
    record.raw.insert(record.raw.indexOf('{') + 1, '"' + member + "\":\"" + id + (isEmpty ? "\"" : "\","));
    record.value = m_parser.parse(record.raw);
}

/// Whether what is no value by itself holds some: a line that begins with one, or what stands around a list of
/// records. Then they come one by one.
bool JsonRecords::takesApart(const Line &line)
{
    if (line.overlong)
        return false;
    m_outerLine = line.line;
    auto envelope = std::make_unique<JsonElements>(openBytes(line.bytes));
    if (envelope->enterEnvelope()) {
        m_inLine = std::move(envelope);
        return true;
    }
    JsonElements beginning(openBytes(line.bytes));
    const auto first = beginning.next();
    if (!first || !*first || !(*first)->complete || beginning.isAtEnd())
        return false;
    const auto value = m_parser.parse((*first)->bytes);
    if (!value || !value->isObject())
        return false;
    m_inLine = std::make_unique<JsonElements>(openBytes(line.bytes));
    return true;
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
