#include "store/PackedAttributes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tidemark {

namespace {

constexpr int mostDigits = 18; ///< of a number that fits

bool hasToBeEscaped(char c)
{
    return c == '"' || c == '\\' || static_cast<uchar>(c) < ' ';
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

PackedAttributes::PackedAttributes(QByteArrayView json) : m_rest(json)
{
    if (!json.endsWith('}') || !skip('{'))
        fail();
}

bool PackedAttributes::next()
{
    if (m_isDamaged)
        return false;
    if (skip('}'))
        return m_rest.isEmpty() ? false : fail();
    if (!m_isFirst && !skip(','))
        return fail();
    m_isFirst = false;
    return (skip('"') && readName() && skip(':') && skip('"') && readValue()) || fail();
}

bool PackedAttributes::find(const QByteArrayMatcher &start)
{
    const qsizetype place = m_isDamaged ? -1 : start.indexIn(m_rest);
    if (place < 0)
        return false;
    m_rest = m_rest.sliced(place);
    m_isFirst = true;
    return next();
}

QByteArrayMatcher PackedAttributes::startOf(qint64 name)
{
    return QByteArrayMatcher('"' + QByteArray::number(name) + "\":\"");
}

QByteArrayView PackedAttributes::value()
{
    if (!m_isEscaped)
        return m_written;
    const QJsonDocument array = QJsonDocument::fromJson("[\"" + m_written.toByteArray() + "\"]");
    if (!array.isArray())
        fail();
    m_plain = array.array().at(0).toString().toUtf8();
    return m_plain;
}

bool PackedAttributes::skip(char expected)
{
    if (!m_rest.startsWith(expected))
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

bool PackedAttributes::readName()
{
    m_name = 0;
    qsizetype digits = 0;
    for (; digits < m_rest.size() && digits < mostDigits; ++digits) {
        const char c = m_rest.at(digits);
        if (c < '0' || c > '9')
            break;
        m_name = m_name * 10 + (c - '0');
    }
    m_rest = m_rest.sliced(digits);
    return digits > 0 && skip('"');
}

bool PackedAttributes::readValue()
{
    m_isEscaped = false;
    qsizetype at = 0;
    while (at < m_rest.size() && m_rest.at(at) != '"') {
        const bool escapes = m_rest.at(at) == '\\';
        m_isEscaped = m_isEscaped || escapes;
        at += escapes ? 2 : 1;
    }
    if (at >= m_rest.size())
        return false;
    m_written = m_rest.first(at);
    m_rest = m_rest.sliced(at + 1);
    return true;
}

bool PackedAttributes::fail()
{
    m_isDamaged = true;
    return false;
}

} // namespace tidemark
