#include "export/CsvFormat.h"

#include <algorithm>

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

bool isLongNumber(QStringView value)
{
    return value.size() >= 16
        && std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

bool looksLikeFormula(QStringView text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isInvisibleLead);
    return first != text.end() && startsFormula(*first);
}

QString guarded(const QString &text)
{
    return text.startsWith(u'\'') || looksLikeFormula(text) ? u'\'' + text : text;
}

CsvFormat::CsvFormat(ExportReader reader, QChar separator) : m_reader(reader), m_separator(separator.toLatin1()) {}

QByteArray CsvFormat::beginning() const
{
    return m_reader == ExportReader::Spreadsheet ? QByteArrayLiteral("\xef\xbb\xbf") : QByteArray();
}

void CsvFormat::appendText(QByteArray &line, QStringView text) const
{
    if (m_reader == ExportReader::Spreadsheet
        && (text.startsWith(u'\'') || looksLikeFormula(text) || isLongNumber(text)))
        appendQuoted(line, QString(u'\'' + text.toString()));
    else
        appendQuoted(line, text);
}

void CsvFormat::appendValue(QByteArray &line, QStringView value) const
{
    if (m_reader == ExportReader::Spreadsheet && isLongNumber(value))
        appendQuoted(line, QString(u'\'' + value.toString()));
    else
        appendQuoted(line, value);
}

void CsvFormat::appendSeparator(QByteArray &line) const
{
    line += m_separator;
}

void CsvFormat::endLine(QByteArray &line) const
{
    line += "\r\n";
}

void CsvFormat::appendQuoted(QByteArray &line, QStringView text) const
{
    if (text.isEmpty())
        return;
    const QByteArray bytes = text.toUtf8();
    const bool plain = std::none_of(bytes.begin(), bytes.end(),
                                    [this](char c) { return c == '"' || c == '\r' || c == '\n' || separates(c); });
    if (plain && !bytes.startsWith(' ') && !bytes.endsWith(' ')) {
        line += bytes;
        return;
    }
    line += '"';
    for (qsizetype from = 0;;) {
        const qsizetype quote = bytes.indexOf('"', from);
        const qsizetype end = quote < 0 ? bytes.size() : quote + 1;
        line.append(bytes.constData() + from, end - from);
        line += '"'; // doubles the quote, or closes
        if (quote < 0)
            break;
        from = end;
    }
}

/// A spreadsheet may split at another sign than the one that was chosen.
bool CsvFormat::separates(char c) const
{
    return c == m_separator
        || (m_reader == ExportReader::Spreadsheet && (c == ',' || c == ';' || c == '\t' || c == '|'));
}

} // namespace tidemark
