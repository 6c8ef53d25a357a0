#pragma once

#include <QDate>
#include <QString>

namespace tidemark {

/// Something that happened on a day, beside which the stories are seen: a label on the timeline.
struct DatedEvent
{
    QDate date;
    QString label;
    QString source; ///< where one can read of it; may be empty

    friend bool operator==(const DatedEvent &, const DatedEvent &) = default;
};

} // namespace tidemark
