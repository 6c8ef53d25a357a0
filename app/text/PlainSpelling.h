#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace tidemark {

/// A text as someone reads it who looks for names and addresses: without zero-width characters and soft hyphens,
/// with letters, digits and the signs of an address in ASCII where they stand in another dress (full-width,
/// circled, mathematical) or as an entity, and with the full stop of Chinese and Japanese as a dot between two
/// letters of a host's name. Each unit knows which stretch of the original it stands for.
class PlainSpelling
{
public:
    explicit PlainSpelling(QStringView original);

    [[nodiscard]] QStringView text() const { return m_isOriginal ? m_original : QStringView(m_text); }

    /// Where a unit's stretch of the original begins, and where it ends.
    [[nodiscard]] qsizetype begin(qsizetype unit) const { return m_isOriginal ? unit : m_begins.at(unit); }
    [[nodiscard]] qsizetype end(qsizetype unit) const { return m_isOriginal ? unit + 1 : m_ends.at(unit); }

    /// Whether something that isn't seen was left out just before a unit.
    [[nodiscard]] bool isSeam(qsizetype unit) const { return unit > 0 && begin(unit) > end(unit - 1); }

private:
    void respell();
    void append(QStringView spelling, qsizetype begin, qsizetype end);
    void makeDotsOfFullStops();

    QStringView m_original;
    bool m_isOriginal = true;
    QString m_text;
    QVector<qsizetype> m_begins;
    QVector<qsizetype> m_ends;
};

} // namespace tidemark
