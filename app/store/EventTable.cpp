#include "store/EventTable.h"

#include "store/Statement.h"

namespace tidemark {

Result<QVector<DatedEvent>> readEvents(Connection &connection)
{
    Statement read(connection, "SELECT date, label, source FROM event ORDER BY date, number");
    QVector<DatedEvent> events;
    read.bind();
    for (;;) {
        const auto row = read.next();
        if (!row)
            return row.error();
        if (!row.value())
            return events;
        events.append({QDate::fromString(read.text(0), Qt::ISODate), read.text(1), read.text(2)});
    }
}

Result<> writeEvents(Connection &connection, const QVector<DatedEvent> &events)
{
    if (auto done = connection.run("DELETE FROM event"); !done)
        return done;
    Statement write(connection, "INSERT INTO event (date, label, source) VALUES (?, ?, ?)");
    for (const DatedEvent &event : events) {
        if (auto done = write.run(event.date.toString(Qt::ISODate), event.label, event.source); !done)
            return done;
    }
    return {};
}

} // namespace tidemark
