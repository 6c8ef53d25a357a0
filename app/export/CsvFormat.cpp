#include "export/CsvFormat.h"

#include "text/ExactText.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Spaces, and signs that show nothing: byte-order, zero-width and bidirectional marks, soft hyphens.
bool isInvisibleLead(QChar c)
{
    return c.category() == QChar::Separator_Space || c.category() == QChar::Other_Format;
}

bool startsFormula(QChar c)
{
    static constexpr QStringView starters = u"=+-@\t\r\n＝＋－＠\u2212";
    return c.isNull() || starters.contains(c);
}

bool isLongNumber(QByteArrayView value)
{
    return value.size() >= 16
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Most cells begin with a letter, and needn't be decoded to tell.
bool needsGuard(QByteArrayView text)
{
    if (text.isEmpty())
        return false;
    const char first = text.front();
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
        return false;
    return first == '\'' || isLongNumber(text) || looksLikeFormula(textFromUtf8(text));
}

} // namespace

bool looksLikeFormula(QStringView text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isInvisibleLead);
    return first != text.end() && startsFormula(*first);
}

CsvFormat::CsvFormat(ExportReader reader, QChar separator) : m_reader(reader), m_separator(separator.toLatin1()) {}

QByteArray CsvFormat::beginning() const
{
    return m_reader == ExportReader::Spreadsheet ? QByteArrayLiteral("\xef\xbb\xbf") : QByteArray();
}

void CsvFormat::appendText(QByteArray &line, QByteArrayView text) const
{
    if (isForSpreadsheet() && needsGuard(text))
        appendQuoted(line, '\'' + text.toByteArray());
    else
        appendQuoted(line, text);
}

void CsvFormat::appendValue(QByteArray &line, QByteArrayView value) const
{
    if (isForSpreadsheet() && isLongNumber(value))
        appendQuoted(line, '\'' + value.toByteArray());
    else
        appendQuoted(line, value);
}

void CsvFormat::appendQuoted(QByteArray &line, QByteArrayView text) const
{
    if (text.isEmpty())
        return;
    if (!needsQuotes(text)) {
        line.append(text);
        return;
    }
    line += '"';
    while (!text.isEmpty()) {
        const auto *quote
            = static_cast<const char *>(std::memchr(text.data(), '"', static_cast<size_t>(text.size())));
        const qsizetype length = quote ? quote - text.data() + 1 : text.size();
        line.append(text.first(length));
        if (quote)
            line += '"'; // doubles it
        text = text.sliced(length);
    }
    line += '"';
}

/// A spreadsheet may split at another sign than the one that was chosen.
bool CsvFormat::needsQuotes(QByteArrayView text) const
{
    const auto has
        = [text](char sign) { return std::memchr(text.data(), sign, static_cast<size_t>(text.size())) != nullptr; };
    if (text.front() == ' ' || text.back() == ' ' || has('"') || has('\n') || has('\r') || has(m_separator))
        return true;
    return isForSpreadsheet() && (has(',') || has(';') || has('\t') || has('|'));
}

} // namespace tidemark
