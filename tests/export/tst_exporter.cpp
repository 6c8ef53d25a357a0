#include "export/AsStored.h"
#include "export/CsvChunk.h"
#include "export/InventedCollection.h"
#include "store/Connection.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QSemaphore>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A disk that is full after so many bytes.
class FullDevice final : public QIODevice
{
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 length) override
    {
        const qint64 taken = std::min(length, m_room);
        m_room -= taken;
        if (taken < length)
            errno = ENOSPC;
        return taken;
    }

private:
    qint64 m_room;
};

ExportColumns columnsFor(Collection &collection, const ExportSettings &settings)
{
    return ExportColumns::make(settings, ExportContext(collection.facts(), settings), {}).value();
}

} // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private slots:
    void writesAsManyRowsAsTheSelectionCounts_data();
    void writesAsManyRowsAsTheSelectionCounts();
    void writesNewestOrOldestFirstAndUndatedLast();
    void writesTextsExactlyForAnalysis();
    void ourImportGivesTheTextsOfASpreadsheetExportBack_data();
    void ourImportGivesTheTextsOfASpreadsheetExportBack();
    void writesTheHeaderAloneForAnEmptySelection();
    void givesTheDigestOfWhatItWrote();
    void writesNoManifestUnlessAsked();
    void replacesAFileOnlyWhenTheNewOneIsComplete();
    void leavesAnExistingFileAloneWhenAColumnIsWrong();
    void tellsOfADeviceThatFails_data();
    void tellsOfADeviceThatFails();
    void tellsOfAFullDiskAndLeavesTheDeviceThere();
    void refusesAFolder();
    void refusesAFolderThatIsNotThere();
    void refusesWhenStoriesWentMeanwhile();
    void countsDamagedAttributesAndGoesOn();
    void leavesNothingWhenCancelled();
    void keepsThePermissionsOfAFileThatItReplaces();

private:
    QStringList filesBesides() const;

    test::InventedCollection m_invented{test::inventedRows()};
};

QStringList TestExporter::filesBesides() const
{
    return QDir(m_invented.path(u"."_s)).entryList({u"out*"_s}, QDir::Files | QDir::Hidden);
}

void TestExporter::writesAsManyRowsAsTheSelectionCounts_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::addRow("all") << QString() << 6;
    QTest::addRow("a word") << u"boss"_s << 1;
    QTest::addRow("a span") << u"until:2017-10-16"_s << 3;
    QTest::addRow("undated") << u"is:undated"_s << 1;
    QTest::addRow("an attribute") << u"attr:sector=press"_s << 2;
    QTest::addRow("none") << u"nowhere"_s << 0;
}

void TestExporter::writesAsManyRowsAsTheSelectionCounts()
{
    QFETCH(QString, filter);
    QFETCH(int, count);
    const Selection selection = m_invented.select(filter);
    QCOMPARE(selection.count(), count);
    for (const ExportReader reader : {ExportReader::Analysis, ExportReader::Spreadsheet}) {
        for (const ExportProfile profile : {ExportProfile::Pseudonymous, ExportProfile::Full}) {
            ExportSettings settings;
            settings.reader = reader;
            settings.profile = profile;
            const auto report = m_invented.write(selection, settings, m_invented.path(u"rows.csv"_s));
            QVERIFY(report);
            QCOMPARE(report->rows, count);
            QCOMPARE(test::csvRows(test::contentsOf(report->path)).size(), count + 1);
        }
    }
}

void TestExporter::writesNewestOrOldestFirstAndUndatedLast()
{
    const auto times = [&](Order order) {
        ExportSettings settings;
        settings.order = order;
        const auto report = m_invented.write(m_invented.select(), settings, m_invented.path(u"order.csv"_s));
        return test::csvColumn(test::csvRows(test::contentsOf(report->path)), u"posted_at"_s);
    };
    const QStringList oldest{u"2017-10-15T20:21:00Z"_s, u"2017-10-16T08:00:00Z"_s, u"2017-10-16T09:00:00Z"_s,
                             u"2017-10-17T00:00:00Z"_s, u"2017-11-01T12:00:00Z"_s};
    const QStringList newest(oldest.crbegin(), oldest.crend());
    QCOMPARE(times(Order::OldestFirst), oldest + QStringList{QString()});
    QCOMPARE(times(Order::NewestFirst), newest + QStringList{QString()});
}

void TestExporter::writesTextsExactlyForAnalysis()
{
    ExportSettings settings;
    settings.profile = ExportProfile::Full;
    settings.order = Order::OldestFirst;
    const auto report = m_invented.write(m_invented.select(), settings, m_invented.path(u"texts.csv"_s));
    QVERIFY(report);
    QStringList texts;
    QStringList authors;
    for (const QStringList &row : test::inventedRows()) {
        texts.append(row.at(0));
        authors.append(row.at(2));
    }
    const auto rows = test::csvRows(test::contentsOf(report->path));
    QCOMPARE(rows.constFirst(), defaultExportColumns());
    QCOMPARE(test::csvColumn(rows, u"text"_s), texts);
    QCOMPARE(test::csvColumn(rows, u"author"_s), authors);
    QCOMPARE(test::csvColumn(rows, u"source"_s).constFirst(), u"invented.csv"_s);
}

void TestExporter::ourImportGivesTheTextsOfASpreadsheetExportBack_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::addRow("comma") << QChar(u',');
    QTest::addRow("semicolon") << QChar(u';');
    QTest::addRow("tab") << QChar(u'\t');
}

void TestExporter::ourImportGivesTheTextsOfASpreadsheetExportBack()
{
    QFETCH(QChar, separator);
    ExportSettings settings;
    settings.profile = ExportProfile::Full;
    settings.reader = ExportReader::Spreadsheet;
    settings.separator = separator;
    settings.order = Order::OldestFirst;
    settings.columns += QStringList{u"attr:sector"_s};
    const QString path = m_invented.path(u"sheet.csv"_s);
    QVERIFY(m_invented.write(m_invented.select(), settings, path));

    const QString again = m_invented.path(u"again-%1.tidemark"_s.arg(separator.unicode()));
    auto collection = Collection::open(again, Collection::Missing::Create);
    QVERIFY(collection);
    const auto imported = (*collection)->import(path, {}).answer.result();
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(imported->counts.added, 6);
    const auto selection = (*collection)->select({}).result();
    QVERIFY(selection);
    const auto ids = selection->allIds(Order::OldestFirst);
    const auto invented = test::inventedRows();
    QCOMPARE(ids.size(), invented.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto story = (*collection)->story(ids.at(i)).result();
        QVERIFY(story);
        QCOMPARE(story->text, invented.at(i).at(0));
        QCOMPARE(story->author.handle, invented.at(i).at(2));
        QString sector;
        for (const Attribute &attribute : story->attributes)
            sector = attribute.name == u"sector"_s ? attribute.value : sector;
        QCOMPARE(sector, invented.at(i).at(4));
    }
}

void TestExporter::writesTheHeaderAloneForAnEmptySelection()
{
    const auto report
        = m_invented.write(m_invented.select(u"nowhere"_s), ExportSettings(), m_invented.path(u"empty.csv"_s));
    QVERIFY(report);
    QCOMPARE(test::contentsOf(report->path), defaultExportColumns().join(u',').toUtf8() + "\r\n");
}

void TestExporter::givesTheDigestOfWhatItWrote()
{
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    const auto report = m_invented.write(m_invented.select(), settings, m_invented.path(u"digest.csv"_s));
    QVERIFY(report);
    const QByteArray bytes = test::contentsOf(report->path);
    QVERIFY(bytes.startsWith("\xef\xbb\xbfstory,"));
    QCOMPARE(report->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void TestExporter::writesNoManifestUnlessAsked()
{
    ExportSettings settings;
    settings.manifest = false;
    const auto report = m_invented.write(m_invented.select(), settings, m_invented.path(u"alone.csv"_s));
    QVERIFY(report);
    QVERIFY(report->manifestPath.isEmpty());
    QVERIFY(!QFile::exists(m_invented.path(u"alone.manifest.json"_s)));
}

void TestExporter::replacesAFileOnlyWhenTheNewOneIsComplete()
{
    const QString path = m_invented.path(u"out.csv"_s);
    QVERIFY(m_invented.write(m_invented.select(u"boss"_s), ExportSettings(), path));
    QCOMPARE(test::csvRows(test::contentsOf(path)).size(), 2);
    QVERIFY(m_invented.write(m_invented.select(), ExportSettings(), path));
    QCOMPARE(test::csvRows(test::contentsOf(path)).size(), 7);
    QCOMPARE(filesBesides(), (QStringList{u"out.csv"_s, u"out.manifest.json"_s}));
}

void TestExporter::leavesAnExistingFileAloneWhenAColumnIsWrong()
{
    const QString path = m_invented.path(u"out.csv"_s);
    QVERIFY(m_invented.write(m_invented.select(), ExportSettings(), path));
    const QByteArray before = test::contentsOf(path);
    ExportSettings settings;
    settings.columns = QStringList{u"likes"_s};
    const auto report = m_invented.write(m_invented.select(u"boss"_s), settings, path);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Usage);
    QCOMPARE(test::contentsOf(path), before);
    QCOMPARE(filesBesides(), (QStringList{u"out.csv"_s, u"out.manifest.json"_s}));
}

void TestExporter::tellsOfADeviceThatFails_data()
{
    QTest::addColumn<qint64>("room");
    QTest::addRow("at once") << qint64(0);
    QTest::addRow("in the first block") << qint64(1000);
    QTest::addRow("in a later block") << qint64(1 << 20) + 100;
}

void TestExporter::tellsOfADeviceThatFails()
{
    QFETCH(qint64, room);
    FullDevice device(room);
    const ExportSettings settings;
    const CsvFormat format(settings.reader, settings.separator);
    const ExportColumns columns = columnsFor(m_invented.collection(), settings);
    CsvExport csv(device, CsvExport::Digest::Taken);
    StoryPage page;
    page.row.id = StoryId{1};
    page.text = QString(1000, u'x');
    const test::AsStored story(page);
    CsvChunk chunk(format, columns, [&csv](const CsvBlock &block) { return csv.append(block); });
    Result<> written;
    for (int i = 0; i < 3000 && written; ++i) {
        chunk.add(story, 0);
        written = chunk.write();
    }
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Full);
    QVERIFY(written.error().message.contains("No space left"_L1));
}

void TestExporter::tellsOfAFullDiskAndLeavesTheDeviceThere()
{
    const auto report = m_invented.write(m_invented.select(), ExportSettings(), u"/dev/full"_s);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Full);
    QVERIFY(report.error().message.contains("/dev/full"_L1));
    struct stat device = {};
    QCOMPARE(::stat("/dev/full", &device), 0);
    QVERIFY(S_ISCHR(device.st_mode));
    QVERIFY(!QFile::exists(u"/dev/full.manifest.json"_s));
}

void TestExporter::refusesAFolder()
{
    const QString folder = m_invented.path(u"folder"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto report = m_invented.write(m_invented.select(), ExportSettings(), folder);
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(folder));
    QVERIFY(report.error().message.contains("folder"_L1));
    QVERIFY(QDir(folder).isEmpty());
}

void TestExporter::refusesAFolderThatIsNotThere()
{
    const QString path = m_invented.path(u"nowhere/out.csv"_s);
    const auto report = m_invented.write(m_invented.select(), ExportSettings(), path);
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(path));
    QVERIFY(report.error().message.contains("No such file"_L1));
}

void TestExporter::refusesWhenStoriesWentMeanwhile()
{
    test::InventedCollection invented(test::inventedRows());
    const Selection selection = invented.select();
    QVERIFY(invented.collection().forget({selection.allIds(Order::NewestFirst).constFirst()}).answer.result());
    const QString path = invented.path(u"out.csv"_s);
    const auto report = invented.write(selection, ExportSettings(), path);
    QVERIFY(!report);
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(manifestPath(path)));
}

void TestExporter::countsDamagedAttributesAndGoesOn()
{
    test::InventedCollection invented{test::inventedRows()};
    {
        const auto connection = Connection::open(invented.path(u"c.tidemark"_s), Connection::Access::Write);
        QVERIFY(connection);
        QVERIFY((*connection)->run("UPDATE packed_attributes SET json = '{\"1\":\"he' WHERE story = 2"));
    }
    ExportSettings settings;
    settings.columns = {u"story"_s, u"sector"_s};
    settings.manifest = true;
    const QString path = invented.path(u"damaged.csv"_s);
    const auto report = invented.write(invented.select(), settings, path);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->rows, 6);
    QCOMPARE(report->damaged, 1);
    QFile manifest(report->manifestPath);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QVERIFY(manifest.readAll().contains("\"stories_with_damaged_attributes\": 1"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("2,\r\n"));
    settings.columns = {u"story"_s}; // nobody looks at them
    QCOMPARE(invented.write(invented.select(), settings, path)->damaged, 0);
}

void TestExporter::leavesNothingWhenCancelled()
{
    // All reader threads are kept busy, so that the export is sure to begin after it was cancelled.
    constexpr int moreThanThereAreReaders = 16;
    QSemaphore gate;
    const Selection selection = m_invented.select();
    const auto first = selection.ids(0, 1, Order::NewestFirst);
    QVector<Job<std::monostate>> busy;
    for (int i = 0; i < moreThanThereAreReaders; ++i) {
        busy.append(m_invented.collection().stream(first, [&gate](const StoryPage &) {
            gate.acquire();
            return Result<>();
        }));
    }
    const QString path = m_invented.path(u"cancelled.csv"_s);
    auto job = exportSelection(m_invented.collection(), selection, ExportSettings(), path);
    job.progress->cancel();
    gate.release(moreThanThereAreReaders);
    const auto report = job.answer.result();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
    for (auto &waiting : busy)
        QVERIFY(waiting.answer.result());
    const auto left = QDir(m_invented.path(u"."_s)).entryList({u"cancelled*"_s}, QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

void TestExporter::keepsThePermissionsOfAFileThatItReplaces()
{
    const QString path = m_invented.path(u"private.csv"_s);
    QVERIFY(m_invented.write(m_invented.select(), ExportSettings(), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(m_invented.write(m_invented.select(), ExportSettings(), path));
    const auto permissions = QFile::permissions(path);
    QVERIFY(!permissions.testFlag(QFile::ReadGroup));
    QVERIFY(!permissions.testFlag(QFile::ReadOther));
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
