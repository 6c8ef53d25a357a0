#pragma once

#include "source/ColumnMapping.h"
#include "source/Dates.h"
#include "source/Table.h"
#include "story/Story.h"

#include <QHash>

namespace tidemark {

/// So many rows tell which columns are about people, and guess a mapping.
inline constexpr qsizetype rowsForPersonal = 200;

/// Where a table has what its mapping names: found once from the header and the rows ahead, then asked for each
/// row.
class ColumnPlaces final
{
public:
    /// isOwn: the table is Tidemark's own export.
    ColumnPlaces(const Table &table, const ColumnMapping &mapping, bool isOwn);

    /// A field's cell; empty where it says nothing.
    [[nodiscard]] QString cell(StoryField field, const QStringList &cells) const;
    /// The time, from two columns where date and time of day stand apart.
    [[nodiscard]] QString timeCell(const QStringList &cells) const;
    [[nodiscard]] const TimeReading &timeReading() const { return m_reading; }
    /// What no field holds.
    void addAttributes(Story &story, const QStringList &cells) const;

    [[nodiscard]] const QStringList &notes() const { return m_notes; } ///< how the columns were understood

private:
    void placeFields(const ColumnMapping &mapping);
    void placeAttributes(const Table &table, const ColumnMapping &mapping);
    void chooseDayOrder(const Table &table, const ColumnMapping &mapping);

    struct AttributeColumn
    {
        qsizetype column = 0;
        QString name;
        bool personal = false;
    };

    QStringList m_header;
    bool m_isOwn;
    QHash<StoryField, qsizetype> m_columns;
    qsizetype m_timeColumn = -1;
    QVector<AttributeColumn> m_attributes;
    TimeReading m_reading;
    QStringList m_notes;
};

} // namespace tidemark
