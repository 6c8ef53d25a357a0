#include "export/CsvFormat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isInvisibleLead(QChar c)
{
    const ushort code = c.unicode();
    return c == u' ' || c == u'\u00a0' || c == u'\ufeff' || (code >= 0x200b && code <= 0x200f)
        || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069) || code == 0x061c
        || c == u'\u3000';
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
        line += '\'';
    line += value.toUtf8();
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
    const QByteArray bytes = text.toUtf8();
    const bool plain = std::none_of(bytes.begin(), bytes.end(), [this](char c) {
        return c == '"' || c == '\r' || c == '\n' || c == m_separator;
    });
    if (plain && !bytes.startsWith(' ') && !bytes.endsWith(' ')) {
        line += bytes;
        return;
    }
    line += '"';
    for (const char c : bytes) {
        if (c == '"')
            line += '"';
        line += c;
    }
    line += '"';
}

} // namespace tidemark
