#pragma once

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QByteArrayView>
#include <QString>

namespace tidemark {

// A story's attributes as the table packed_attributes holds them: one JSON object of texts without spaces, by the
// number of the attribute's name, ascending, each number once:
//
//     {"1":"health","4":"12"}
//
// So one row says all, anything that knows JSON reads it, and the value of one attribute is found without making
// the others. Values are UTF-8; of what JSON would allow to be written otherwise, `"`, `\` and what stands before
// the space are.

/// Writes one story's attributes after another's.
class AttributePacker final
{
public:
    void add(qint64 name, const QString &value); ///< the numbers have to ascend
    [[nodiscard]] const QByteArray &packed();    ///< valid until the next story begins
    void begin() { m_json.resize(0); }

private:
    QByteArray m_json;
};

/// Goes through one story's attributes. The file may come from elsewhere: where it holds something else, the
/// attributes end early and isDamaged() says so.
class PackedAttributes final
{
public:
    explicit PackedAttributes(QByteArrayView json); ///< which has to stay

    bool next(); ///< the first, then another; false: there are no more
    /// Goes to an attribute without looking at those before it; false: it isn't there.
    bool find(const QByteArrayMatcher &start);
    /// What find() looks for. A quotation mark within a value is escaped, so that nothing else looks like it.
    static QByteArrayMatcher startOf(qint64 name);

    [[nodiscard]] qint64 name() const { return m_name; }
    [[nodiscard]] QByteArrayView value(); ///< UTF-8, valid until the next one
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

private:
    bool skip(char expected);
    bool readName();
    bool readValue();
    bool fail();

    QByteArrayView m_rest;
    qint64 m_name = 0;
    QByteArrayView m_written;
    bool m_isEscaped = false;
    bool m_isFirst = true;
    bool m_isDamaged = false;
    QByteArray m_plain;
};

} // namespace tidemark
