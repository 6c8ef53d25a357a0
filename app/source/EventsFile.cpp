#include "source/EventsFile.h"

#include "source/CsvTable.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostEvents = 10'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EventsFile)
};

qsizetype columnOf(const QStringList &header, const QString &name)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header.at(i).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

} // namespace

Result<QVector<DatedEvent>> readEventsFile(const QString &path)
{
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    const QString name = QFileInfo(path).fileName();
    const auto table = CsvTable::open(std::move(bytes).value(), name);
    if (!table)
        return table.error();
    const QStringList &header = table.value()->header();
    const qsizetype date = columnOf(header, u"date"_s);
    const qsizetype label = columnOf(header, u"label"_s);
    const qsizetype source = columnOf(header, u"source"_s);
    if (date < 0 || label < 0) {
        return Error{Error::Kind::Damaged,
                     Words::tr("%1 holds no events: its first line has to name the columns date, label and source.")
                         .arg(name)};
    }
    QVector<DatedEvent> events;
    for (;;) {
        const auto row = table.value()->next();
        if (!row)
            return row.error();
        if (!row.value())
            return events;
        const CsvRow &line = **row;
        const DatedEvent event{QDate::fromString(line.cells.value(date).trimmed(), Qt::ISODate),
                               line.cells.value(label).simplified(),
                               source < 0 ? QString() : line.cells.value(source).simplified()};
        if (event.label.isEmpty() && line.problem.isEmpty())
            continue;
        if (!event.date.isValid()) {
            return Error{Error::Kind::Damaged,
                         Words::tr("Line %1 of %2 has no date like 2017-10-15. Nothing was taken from the file.")
                             .arg(QString::number(line.line), name)};
        }
        if (events.size() == mostEvents) {
            return Error{Error::Kind::Usage,
                         Words::tr("%1 holds more than %2 events.").arg(name, QString::number(mostEvents))};
        }
        events.append(event);
    }
}

} // namespace tidemark
