#include "export/Exporter.h"

#include "collection/UserFiles.h"
#include "export/CsvChunk.h"
#include "export/Manifest.h"
#include "export/SavedFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mostSpreadsheetRows = 1048576;

Result<> saveWhole(QSaveFile &file, bool isNew)
{
    errno = 0;
    if (isNew)
        file.setPermissions(userFilePermissions());
    if (!file.commit())
        return cannotWrite(file.fileName(), file.errorString());
    return {};
}

QStringList columnsLeftOut(const CollectionFacts &facts, const ExportSettings &settings)
{
    QStringList names;
    if (settings.profile != ExportProfile::Pseudonymous)
        return names;
    for (const AttributeFacts &attribute : facts.attributes) {
        const bool isWished
            = settings.columns.contains(u"attr:"_s + attribute.name) || settings.columns.contains(attribute.name);
        if (isWished && !attribute.isVisible())
            names.append(attribute.name);
    }
    return names;
}

/// One export under way. Lives until its job is answered; used by one thread at a time, but for its columns.
struct Writing
{
    explicit Writing(const ExportSettings &how) : settings(how), format(how.reader, how.separator) {}

    CollectionFacts facts;
    KnownNames names;
    Selection selection;
    ExportSettings settings;
    QString path;
    CsvFormat format;
    std::optional<ExportColumns> columns;
    std::unique_ptr<QFileDevice> device;
    std::unique_ptr<CsvExport> csv; ///< there once the device is open
    bool isNew = true;

    Result<> prepare();
    Result<> append(const CsvBlock &block);
    Result<ExportReport> finish();

private:
    Result<> openDevice();
    Result<> save(QSaveFile &file, ExportReport &report) const;
    Result<> writeManifest(QSaveFile &manifest, const ExportReport &report) const;
};

Result<> Writing::openDevice()
{
    errno = 0;
    if (path.isEmpty()) {
        auto output = std::make_unique<QFile>();
        if (!output->open(stdout, QIODevice::WriteOnly))
            return cannotWrite(QCoreApplication::translate("Export", "standard output"), output->errorString());
        device = std::move(output);
        return {};
    }
    const QFileInfo target(path);
    if (target.isDir())
        return Error{Error::Kind::Denied,
                     QCoreApplication::translate("Export", "“%1” is a folder. Name a file in it.").arg(path)};
    if (isDatabase(path))
        return isDatabaseError(path);
    isNew = !target.exists();
    if (!isNew && !target.isFile()) {
        // A pipe or a device has no old content to keep, and mustn't be replaced by a file.
        auto output = std::make_unique<QFile>(path);
        if (!output->open(QIODevice::WriteOnly))
            return cannotWrite(path, output->errorString());
        device = std::move(output);
        return {};
    }
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return cannotWrite(path, file->errorString());
    device = std::move(file);
    return {};
}

Result<> Writing::prepare()
{
    QStringList attributes;
    for (const AttributeFacts &attribute : std::as_const(facts.attributes))
        attributes.append(attribute.name);
    auto made = ExportColumns::make(settings, ExportContext(facts, settings), attributes);
    if (!made)
        return made.error();
    columns.emplace(*std::move(made));
    return {};
}

Result<> Writing::append(const CsvBlock &block)
{
    if (!csv) {
        if (const auto opened = openDevice(); !opened)
            return opened;
        csv = std::make_unique<CsvExport>(
            *device, settings.manifest ? CsvExport::Digest::Taken : CsvExport::Digest::LeftOut);
        CsvBlock head;
        head.bytes = format.beginning();
        CsvLines lines(format, head);
        columns->writeHeadings(lines);
        if (const auto begun = csv->append(head); !begun)
            return begun;
    }
    return csv->append(block);
}

Result<ExportReport> Writing::finish()
{
    if (const auto begun = append({}); !begun) // where there was no story
        return begun.error();
    csv->finish();
    ExportReport report = csv->report();
    report.tooManyRows = settings.reader == ExportReader::Spreadsheet && report.rows >= mostSpreadsheetRows;
    if (report.rows != selection.count())
        return Error{Error::Kind::Other,
                     QCoreApplication::translate("Export",
                                                 "Stories were taken out while the export ran, so it was not "
                                                 "saved. Export again.")};
    report.path = path;
    report.leftOut = columnsLeftOut(facts, settings);
    errno = 0;
    if (auto *file = dynamic_cast<QSaveFile *>(device.get())) {
        if (const auto saved = save(*file, report); !saved)
            return saved.error();
    } else if (!device->flush()) {
        return cannotWrite(path.isEmpty() ? QCoreApplication::translate("Export", "standard output") : path,
                           device->errorString());
    }
    return report;
}

/// The manifest is complete before the file takes its place, so that a full disk leaves neither.
Result<> Writing::save(QSaveFile &file, ExportReport &report) const
{
    if (!settings.manifest)
        return saveWhole(file, isNew);
    report.manifestPath = manifestPath(path);
    const bool manifestIsNew = !QFileInfo::exists(report.manifestPath);
    QSaveFile manifest(report.manifestPath);
    if (const auto written = writeManifest(manifest, report); !written)
        return written;
    if (const auto saved = saveWhole(file, isNew); !saved)
        return saved;
    return saveWhole(manifest, manifestIsNew);
}

Result<> Writing::writeManifest(QSaveFile &manifest, const ExportReport &report) const
{
    const QByteArray json = manifestJson(facts, names, selection, settings, *columns, report);
    errno = 0;
    if (!manifest.open(QIODevice::WriteOnly) || manifest.write(json) != json.size() || !manifest.flush())
        return cannotWrite(manifest.fileName(), manifest.errorString());
    return {};
}

} // namespace

QString manifestPath(const QString &csvPath)
{
    const QFileInfo file(csvPath);
    const bool isCsv = file.suffix().compare("csv"_L1, Qt::CaseInsensitive) == 0;
    return file.path() + u'/' + (isCsv ? file.completeBaseName() : file.fileName()) + u".manifest.json"_s;
}

QStringList writtenFiles(const QString &csvPath, const ExportSettings &settings)
{
    QStringList files{csvPath};
    if (settings.manifest)
        files.append(manifestPath(csvPath));
    return files;
}

Job<ExportReport> exportSelection(Collection &collection, const Selection &selection,
                                  const ExportSettings &settings, const QString &path)
{
    auto writing = std::make_shared<Writing>(settings);
    writing->facts = collection.facts();
    writing->names = collection.names();
    writing->selection = selection;
    writing->path = path;
    if (const auto prepared = writing->prepare(); !prepared) {
        return {QtFuture::makeReadyFuture(Result<ExportReport>(prepared.error())), std::make_shared<Progress>()};
    }
    auto makeChunk = [writing]() -> std::unique_ptr<StoryChunk> {
        const auto write = [writing](const CsvBlock &block) { return writing->append(block); };
        return std::make_unique<CsvChunk>(writing->format, *writing->columns, write);
    };
    QVector<StoryId> ids = selection.allIds(settings.order);
    if (settings.asStored)
        std::sort(ids.begin(), ids.end());
    auto stream = collection.streamChunks(ids, writing->columns->parts(), makeChunk);
    auto answer = stream.answer.then([writing](const Result<> &streamed) -> Result<ExportReport> {
        if (!streamed)
            return streamed.error();
        return writing->finish();
    });
    return {answer, stream.progress};
}

} // namespace tidemark
