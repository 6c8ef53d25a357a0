#include "collection/SampleCollection.h"

#include "import/Importer.h"
#include "source/EventsFile.h"
#include "source/Reader.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// On a connection of its own, gone before the writer's: the last one to go is to be one that may empty the journal
/// into the file.
Result<Codebook> codebookOf(const Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return reader.error();
    return reader.value()->codebook();
}

Result<> fill(const QString &path)
{
    const QString resource = u":/sample/stories.jsonl"_s;
    auto reader = openReader(resource, {.format = u"tidemark"_s});
    if (!reader)
        return reader.error();
    const auto store = Store::open(path, Store::Missing::Create);
    if (!store)
        return store.error();
    const auto codebook = codebookOf(*store.value());
    if (!codebook)
        return codebook.error();
    const auto writer = store.value()->writer();
    if (!writer)
        return writer.error();
    ImportOptions options;
    options.path = resource;
    options.codebookVersion = codebook->version;
    Progress progress;
    const auto report = importRecords(
        *reader.value(), *writer.value(), RuleCoder(codebook.value()), options, [](const TouchedStories &) {},
        progress);
    if (!report)
        return report.error();
    const auto events = readEventsFile(u":/sample/events.csv"_s);
    if (!events)
        return events.error();
    if (auto written = writer.value()->setEvents(events.value()); !written)
        return written.error();
    return writer.value()->setInvented(true);
}

Error notMade(const QString &path)
{
    return {Error::Kind::Denied,
            QCoreApplication::translate("SampleCollection",
                                        "The sample collection can't be made at %1. Look whether the folder can be "
                                        "written and has space left.")
                .arg(path)};
}

} // namespace

Result<> makeSampleCollection(const QString &path)
{
    if (QFileInfo::exists(path))
        return {};
    // Made beside its place and renamed, so that nobody ever meets half of it.
    const QTemporaryDir beside(QFileInfo(path).absolutePath() + u"/sample-XXXXXX"_s);
    if (!beside.isValid())
        return notMade(path);
    const QString unfinished = beside.filePath(QFileInfo(path).fileName());
    if (Result<> filled = fill(unfinished); !filled)
        return filled;
    if (!QFile::rename(unfinished, path) && !QFileInfo::exists(path))
        return notMade(path);
    return {};
}

} // namespace tidemark
