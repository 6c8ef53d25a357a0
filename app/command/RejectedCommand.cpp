#include "collection/RejectedPage.h"
#include "command/MappingOptions.h"
#include "command/ReportPrinting.h"
#include "command/Terminal.h"
#include "import/RejectedLines.h"
#include "source/Formats.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// The imports that set records aside, oldest first: all, or the one that --run names.
Result<QVector<ImportRunFacts>> runsFrom(const Invocation &invocation, const Collection &collection)
{
    QVector<ImportRunFacts> runs;
    const QString wanted = invocation.value(u"run"_s);
    const CollectionFacts facts = collection.facts();
    for (const ImportRunFacts &run : facts.runs) {
        if (run.rejected > 0 && (wanted.isEmpty() || wanted == QString::number(run.number)))
            runs.prepend(run);
    }
    if (runs.isEmpty() && !wanted.isEmpty())
        return Error{Error::Kind::NotFound, Words::tr("There is no import %1 that set records aside.").arg(wanted)};
    return runs;
}

using Visit = std::function<void(const ImportRunFacts &, const RejectedRecord &)>;

Result<> visitRecords(Collection &collection, const QVector<ImportRunFacts> &runs, const Visit &visit)
{
    for (const ImportRunFacts &run : runs) {
        for (qint64 last = 0;;) {
            const auto page = collection.rejectedRecords(run.number, last, recordsOfAPage).result();
            if (!page)
                return page.error();
            if (page->isEmpty())
                break;
            for (const RejectedRecord &record : page.value())
                visit(run, record);
            last = page->constLast().number;
        }
    }
    return {};
}

int list(Collection &collection, const QVector<ImportRunFacts> &runs, bool json)
{
    const auto done
        = visitRecords(collection, runs, [json](const ImportRunFacts &run, const RejectedRecord &record) {
              if (json) {
                  printLine(rejectedLine(record, run.number, run.sourceName).trimmed());
              } else {
                  printLine(Words::tr("import %1, %2, %3: %4")
                                .arg(QString::number(run.number), run.sourceName, record.place(), record.reason));
              }
          });
    return done ? finished(Done) : fail(done.error());
}

int exportRecords(Collection &collection, const QVector<ImportRunFacts> &runs, const QString &path)
{
    const auto count = waitFor(collection.exportRejected(runs, path), Words::tr("Exporting"));
    if (!count)
        return fail(count.error());
    printLine(Words::tr("%n records written to %1", nullptr, static_cast<int>(*count)).arg(path));
    return finished(Done);
}

Result<EditedRecords> editedIn(const QString &path)
{
    if (path.isEmpty())
        return EditedRecords();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, Words::tr("“%1” can't be read: %2.").arg(path, file.errorString())};
    return readRejectedLines(file.readAll());
}

int retry(const Invocation &invocation, Collection &collection, const QVector<ImportRunFacts> &runs)
{
    const auto mapping = mappingFrom(invocation);
    if (!mapping)
        return fail(mapping.error());
    const auto edited = editedIn(invocation.positional().value(1));
    if (!edited)
        return fail(edited.error());
    const ReaderOptions options{.format = invocation.value(u"format"_s), .mapping = *mapping};
    ImportCounts sums;
    QJsonArray files;
    for (const ImportRunFacts &run : runs) {
        const auto report = waitFor(collection.retryRejected(run.number, options, edited->value(run.number)),
                                    Words::tr("Importing"));
        if (!report)
            return fail(report.error());
        sums += report->counts;
        if (invocation.has(u"json"_s))
            files.append(reportObject(*report));
        else
            printReport(*report);
    }
    if (invocation.has(u"json"_s)) {
        QJsonObject answer = countsObject(sums);
        answer.insert(u"files"_s, files);
        printJson(answer);
    }
    return finished(sums.rejected > 0 ? DoneWithRejections : Done);
}

int runRejected(const Invocation &invocation)
{
    const QStringList &words = invocation.positional();
    const QString action = words.value(0, u"list"_s);
    const bool isWell = (action == "list"_L1 && words.size() <= 1) || (action == "export"_L1 && words.size() == 2)
        || (action == "retry"_L1 && words.size() <= 2);
    if (!isWell) {
        return fail(Error{
            Error::Kind::Usage,
            Words::tr("Say “rejected list”, “rejected export FILE” or “rejected retry”, with a file of edited "
                      "records if you have one.")});
    }
    QStringList heeded{u"run"_s};
    if (action != "export"_L1)
        heeded << u"json"_s;
    if (action == "retry"_L1)
        heeded << u"map"_s << u"attributes"_s << u"keep"_s << u"labels"_s << u"platform"_s << u"format"_s;
    if (auto checked = checkHeeded(invocation, u"rejected "_s + action, heeded); !checked)
        return fail(checked.error());
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const auto runs = runsFrom(invocation, **collection);
    if (!runs)
        return fail(runs.error());
    if (action == "export"_L1)
        return exportRecords(**collection, *runs, words.at(1));
    return action == "retry"_L1 ? retry(invocation, **collection, *runs)
                                : list(**collection, *runs, invocation.has(u"json"_s));
}

} // namespace

Command rejectedCommand()
{
    return {
        .name = u"rejected"_s,
        .arguments = u"[list | export FILE | retry [FILE]]"_s,
        .summary
        = Words::tr("list the records that imports set aside, write them to a file, or read them once more"),
        .details = Words::tr(
            "export writes JSON Lines with run, source, record, reason and content. Mend the contents there and "
            "give the file to retry, or mend nothing and say with --map how the columns are to be understood. What "
            "can be read then comes in as stories of the same source; the rest stays set aside."),
        .options
        = {collectionOption(),
           jsonOption(),
           {u"run"_s, u"N"_s, Words::tr("only what this import set aside")},
           {u"map"_s, u"FIELD=COLUMN,..."_s, Words::tr("retry: which column is which field, as for import")},
           {u"attributes"_s, u"A,B"_s, Words::tr("retry: the other columns to keep, as for import")},
           {u"keep"_s, u"A,B"_s, Words::tr("retry: columns about people to keep in sight, as for import")},
           {u"labels"_s, u"THEME=COLUMN,..."_s, Words::tr("retry: columns that become codings, as for import")},
           {u"platform"_s, u"PLATFORM"_s, Words::tr("retry: the platform, as for import")},
           {u"format"_s, u"FORMAT"_s, Words::tr("retry: the form of the records, if it isn't the file's")}},
        .run = runRejected};
}

} // namespace tidemark
