#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace tidemark {

// A story's attributes as the table packed_attributes holds them: one JSON object of texts without spaces, by the
// number of the attribute's name, ascending, each number once:
//
//     {"1":"health","4":"12"}
//
// So one row says all, and anything that knows JSON reads it. Values are UTF-8; of what JSON would allow to be
// written otherwise, `"`, `\` and what stands before the space are. Read is what other programs may make of it,
// too: in any order, and with white space between.

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
    /// The bytes have to stay.
    explicit PackedAttributes(QByteArrayView json) : m_at(json.data()), m_end(json.data() + json.size()) {}

    bool next(); ///< the first, then another; false: there are no more

    [[nodiscard]] qint64 name() const { return m_name; }
    [[nodiscard]] QByteArrayView value(); ///< UTF-8, valid until the next one
    [[nodiscard]] bool isDamaged() const { return m_place == Place::Damaged; }

private:
    enum class Place : quint8 { Before, Within, Behind, Damaged };

    bool skip(char expected);
    bool end();
    bool readName();
    bool readValue();
    bool readEscaped();

    const char *m_at; ///< what wasn't read yet
    const char *m_end;
    qint64 m_name = 0;
    QByteArrayView m_written;
    bool m_isEscaped = false;
    Place m_place = Place::Before;
    QByteArray m_plain;
};

} // namespace tidemark
