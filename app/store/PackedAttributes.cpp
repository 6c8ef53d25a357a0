#include "store/PackedAttributes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace tidemark {

namespace {

constexpr int mostDigits = 18; ///< of a number that fits

bool hasToBeEscaped(char c)
{
    return c == '"' || c == '\\' || static_cast<uchar>(c) < ' ';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

void appendEscaped(QByteArray &json, char c)
{
    if (static_cast<uchar>(c) < ' ')
        json.append("\\u00").append(QByteArray(1, c).toHex());
    else
        json.append('\\').append(c);
}

} // namespace

void AttributePacker::add(qint64 name, const QString &value)
{
    m_json.append(m_json.isEmpty() ? "{\"" : ",\"").append(QByteArray::number(name)).append("\":\"");
    const QByteArray utf8 = value.toUtf8();
    const char *from = utf8.cbegin();
    while (from != utf8.cend()) {
        const char *to = std::find_if(from, utf8.cend(), hasToBeEscaped);
        m_json.append(from, to - from);
        from = to;
        if (from != utf8.cend())
            appendEscaped(m_json, *from++);
    }
    m_json.append('"');
}

const QByteArray &AttributePacker::packed()
{
    return m_json.append(m_json.isEmpty() ? "{}" : "}");
}

bool PackedAttributes::next()
{
    if (m_place == Place::Behind || m_place == Place::Damaged)
        return false;
    const bool isFirst = m_place == Place::Before;
    const bool isBegun = !isFirst || skip('{');
    if (isBegun && skip('}'))
        return end();
    const bool isRead
        = isBegun && (isFirst || skip(',')) && skip('"') && readName() && skip(':') && skip('"') && readValue();
    m_place = isRead ? Place::Within : Place::Damaged;
    return isRead;
}

QByteArrayView PackedAttributes::value()
{
    if (!m_isEscaped)
        return m_written;
    const QJsonDocument document = QJsonDocument::fromJson("[\"" + m_written.toByteArray() + "\"]");
    if (!document.isArray())
        m_place = Place::Damaged;
    m_plain = document.array().at(0).toString().toUtf8();
    return m_plain;
}

bool PackedAttributes::skip(char expected)
{
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
    if (m_at == m_end || *m_at != expected)
        return false;
    ++m_at;
    return true;
}

/// Nothing may come behind the object.
bool PackedAttributes::end()
{
    m_place = std::all_of(m_at, m_end, isSpace) ? Place::Behind : Place::Damaged;
    return false;
}

bool PackedAttributes::readName()
{
    m_name = 0;
    const char *const first = m_at;
    const char *const last = first + std::min<qsizetype>(m_end - first, mostDigits);
    for (; m_at != last && *m_at >= '0' && *m_at <= '9'; ++m_at)
        m_name = m_name * 10 + (*m_at - '0');
    return m_at != first && m_at != m_end && *m_at++ == '"';
}

bool PackedAttributes::readValue()
{
    const auto find = [this](char c, const char *end) {
        return static_cast<const char *>(std::memchr(m_at, c, static_cast<size_t>(end - m_at)));
    };
    const char *const quote = find('"', m_end);
    if (!quote)
        return false;
    m_isEscaped = find('\\', quote) != nullptr;
    if (m_isEscaped)
        return readEscaped();
    m_written = QByteArrayView(m_at, quote);
    m_at = quote + 1;
    return true;
}

bool PackedAttributes::readEscaped()
{
    constexpr std::string_view escapes = "\"\\/bfnrtu";
    constexpr qsizetype hexDigits = 4;
    const char *const first = m_at;
    while (m_at != m_end && *m_at != '"') {
        if (*m_at++ != '\\')
            continue;
        if (m_at == m_end || escapes.find(*m_at) == std::string_view::npos)
            return false;
        if (*m_at++ != 'u')
            continue;
        if (m_end - m_at < hexDigits || !std::all_of(m_at, m_at + hexDigits, isHexDigit))
            return false;
        m_at += hexDigits;
    }
    m_written = QByteArrayView(first, m_at);
    return m_at != m_end && *m_at++ == '"';
}

} // namespace tidemark
