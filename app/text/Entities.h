#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace tidemark {

/// What an HTML entity stands for; the length is 0 where there is none.
struct Entity
{
    char32_t character = 0;
    qsizetype length = 0;
};

/// The entity that begins at an ampersand.
Entity entityAt(QStringView text, qsizetype ampersand);

/// A text in which HTML entities are decoded once, and where each of its units stood before.
class DecodedText
{
public:
    explicit DecodedText(QStringView stored);

    [[nodiscard]] QStringView text() const { return m_decoded.isNull() ? m_stored : QStringView(m_decoded); }
    /// The place in the stored text of a place in text(), its end included.
    [[nodiscard]] qsizetype storedPlace(qsizetype place) const
    {
        return m_places.isEmpty() ? place : m_places.at(place);
    }

private:
    QStringView m_stored;
    QString m_decoded;           ///< null where there was nothing to decode
    QVector<qsizetype> m_places; ///< of each unit of m_decoded, and of its end
};

} // namespace tidemark
