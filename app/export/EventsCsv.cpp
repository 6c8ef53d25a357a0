#include "export/EventsCsv.h"

#include "export/CsvFormat.h"

using namespace Qt::StringLiterals;

namespace tidemark {

QByteArray eventsCsv(const QVector<DatedEvent> &events)
{
    const CsvFormat format(ExportReader::Analysis, u',');
    QByteArray csv = format.beginning() + QByteArrayLiteral("date,label,source\r\n");
    for (const DatedEvent &event : events) {
        format.appendValue(csv, event.date.toString(Qt::ISODate));
        format.appendSeparator(csv);
        format.appendText(csv, event.label);
        format.appendSeparator(csv);
        format.appendText(csv, event.source);
        format.endLine(csv);
    }
    return csv;
}

} // namespace tidemark
