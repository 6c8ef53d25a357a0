#include "command/ReportPrinting.h"

#include "command/Terminal.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

} // namespace

QJsonObject countsObject(const ImportCounts &counts)
{
    return {{u"read"_s, counts.read},       {u"added"_s, counts.added},       {u"duplicates"_s, counts.duplicates},
            {u"updated"_s, counts.updated}, {u"reposts"_s, counts.reposts},   {u"withdrawn"_s, counts.withdrawn},
            {u"skipped"_s, counts.skipped}, {u"rejected"_s, counts.rejected}, {u"originals"_s, counts.originals}};
}

QJsonObject reportObject(const ImportReport &report)
{
    QJsonObject object = countsObject(report.counts);
    object.insert(u"path"_s, report.path);
    object.insert(u"format"_s, report.format);
    object.insert(u"notes"_s, QJsonArray::fromStringList(report.notes));
    if (!report.brokenOff.isEmpty())
        object.insert(u"broken_off"_s, report.brokenOff);
    QJsonObject skipped;
    for (auto it = report.skippedBy.cbegin(); it != report.skippedBy.cend(); ++it)
        skipped.insert(it.key(), it.value());
    object.insert(u"skipped_by"_s, skipped);
    QJsonArray rejections;
    for (const RejectedRecord &rejected : report.rejections)
        rejections.append(rejectionObject(rejected));
    object.insert(u"rejections"_s, rejections);
    return object;
}

QJsonObject rejectionObject(const RejectedRecord &rejected)
{
    QJsonObject object{{u"record"_s, rejected.record}, {u"reason"_s, rejected.reason}};
    if (rejected.line > 0)
        object.insert(u"line"_s, rejected.line);
    return object;
}

QString rejectionLine(const RejectedRecord &rejected)
{
    return u"              %1: %2"_s.arg(rejected.place(), rejected.reason);
}

void printReport(const ImportReport &report)
{
    const ImportCounts &counts = report.counts;
    const QString read
        = counts.read == 1 ? Words::tr("1 record read") : Words::tr("%1 records read").arg(counts.read);
    printLine(u"%1 (%2): %3"_s.arg(report.path, report.format, read));
    const auto line = [](qint64 count, const QString &what) {
        if (count > 0)
            printLine(QString::number(count).rightJustified(12) + u"  "_s + what);
    };
    line(counts.added, Words::tr("new stories"));
    line(counts.duplicates, Words::tr("already there"));
    line(counts.updated, Words::tr("already there, now with more or a newer text"));
    line(counts.reposts, Words::tr("reposts"));
    line(counts.originals, Words::tr("(stories that came inside reposts)"));
    line(counts.withdrawn, Words::tr("taken back by their authors, or forgotten here"));
    line(counts.skipped, Words::tr("skipped"));
    for (auto it = report.skippedBy.cbegin(); it != report.skippedBy.cend(); ++it)
        line(it.value(), u"  "_s + it.key());
    line(counts.rejected, Words::tr("set aside"));
    for (const RejectedRecord &rejected : report.rejections)
        printLine(rejectionLine(rejected));
    for (const QString &note : report.notes)
        printLine(u"  "_s + note);
    if (report.continuedFrom > 0)
        printLine(Words::tr("  An import of this file that was interrupted went on behind record %1.")
                      .arg(report.continuedFrom));
    if (report.cancelled)
        printLine(Words::tr("  Stopped. Import the file again to go on where it stopped."));
}

} // namespace tidemark
