#include "export/TimelineCsv.h"

#include "export/CsvFormat.h"
#include "filter/LocalClock.h"

using namespace Qt::StringLiterals;

namespace tidemark {

QByteArray timelineCsv(const Timeline &timeline, const QStringList &seriesNames, const QTimeZone &zone,
                       const QVector<FigureColumn> &beside)
{
    const CsvFormat format(ExportReader::Spreadsheet, u',');
    QByteArray csv = format.beginning() + "start,end," + countingKey(timeline.counting).toLatin1() + ",whole";
    const auto addHeading = [&](const QString &heading) {
        format.appendSeparator(csv);
        format.appendText(csv, heading);
    };
    for (qsizetype i = 0; i < timeline.series.size(); ++i)
        addHeading(seriesNames.value(i, timeline.series.at(i).key));
    for (const FigureColumn &column : beside)
        addHeading(column.name);
    format.endLine(csv);
    for (qsizetype i = 0; i < timeline.starts.size(); ++i) {
        const auto add = [&](const QString &value) {
            format.appendSeparator(csv);
            format.appendValue(csv, value);
        };
        format.appendValue(csv, zonedText(timeline.starts.at(i), zone));
        add(zonedText(timeline.starts.value(i + 1, timeline.end), zone));
        add(QString::number(timeline.counts.value(i)));
        add(QString::number(timeline.whole.value(i)));
        for (const TimelineSeries &series : timeline.series)
            add(QString::number(series.counts.value(i)));
        for (const FigureColumn &column : beside) {
            const std::optional<double> value = column.values.value(i);
            format.appendSeparator(csv);
            if (value)
                format.appendValue(csv, QString::number(*value, 'g', 10));
            else
                format.appendText(csv, column.words.value(i));
        }
        format.endLine(csv);
    }
    return csv;
}

} // namespace tidemark
