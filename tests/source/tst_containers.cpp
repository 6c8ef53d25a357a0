#include "source/Container.h"
#include "source/Decompression.h"
#include "source/ImportPaths.h"
#include "source/Reader.h"
#include "support/Archives.h"
#include "support/ReadAll.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QByteArray tweet(int id)
{
    return R"({"id_str":"%","created_at":"Sun Oct 15 20:21:00 +0000 2017","full_text":"Invented %","user":{"id_str":"9"}})"_ba
               .replace('%', QByteArray::number(id))
        + '\n';
}

test::Files invented()
{
    return {{u"a/lines.jsonl"_s, tweet(1) + tweet(2)},
            {u"b.csv"_s, "text,posted_at\nInvented 3,2017-10-15\n"_ba},
            {u"report.pdf"_s, "%PDF-1.7\n....."_ba},
            {u"picture.png"_s, "\x89PNG\r\n\x1a\n....."_ba},
            {u"c.jsonl"_s, tweet(4) + "{broken\n" + tweet(5)}};
}

} // namespace

class TestContainers : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFilesInAnArchiveAsOneSource_data();
    void readsTheFilesInAnArchiveAsOneSource();
    void readsTheFilesInAFolderAsOneSource();
    void readsAFolderThatIsNamedFromTheOneAround();
    void takesTheArchivesInAFolderForSourcesOfTheirOwn();
    void opensFilesOutOfOrder();
    void namesTheFileOfARecordThatIsSetAside();
    void leavesLinksAndHiddenFilesOut();
    void readsEntriesWhoseNamesLeadElsewhere();
    void opensNoArchiveInAnArchive();
    void refusesMoreFilesThanTheLimit_data();
    void refusesMoreFilesThanTheLimit();
    void stopsWhereAnArchiveIsMadeToFillADisk_data();
    void stopsWhereAnArchiveIsMadeToFillADisk();
    void stopsWhereTheDiskWouldFill();
    void keepsWhatComesBeforeABreak();
    void saysThatNothingInItIsAStory();
    void survivesWhatOnlyLooksLikeAnArchive_data();
    void survivesWhatOnlyLooksLikeAnArchive();
};

void TestContainers::readsTheFilesInAnArchiveAsOneSource_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zip") << test::archive(test::Packing::Zip, invented());
    QTest::newRow("tar") << test::archive(test::Packing::Tar, invented());
    QTest::newRow("tar.gz") << test::archive(test::Packing::TarGzip, invented());
    QTest::newRow("tar.zst") << test::archive(test::Packing::TarZstd, invented());
    QTest::newRow("tar.xz") << test::archive(test::Packing::TarXz, invented());
    QTest::newRow("tar.bz2") << test::archive(test::Packing::TarBzip2, invented());
}

void TestContainers::readsTheFilesInAnArchiveAsOneSource()
{
    QFETCH(QByteArray, bytes);
    const auto all = test::readAll(openReader(bytes, u"invented.zip"_s));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"5 0 0 0 1"_s);
    QCOMPARE(all.stories().at(2).text, u"Invented 3"_s);
    qint64 last = 0;
    for (const Record &record : all.records)
        QVERIFY(record.number > std::exchange(last, record.number));
    QVERIFY2(all.notes.join(u'\n').contains("report.pdf"_L1), qPrintable(all.notes.join(u'\n')));
}

void TestContainers::readsTheFilesInAFolderAsOneSource()
{
    QTemporaryDir folder;
    test::write(folder.path(), invented());
    const auto all = test::readAll(openReader(folder.path()));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"5 0 0 0 1"_s);
}

void TestContainers::readsAFolderThatIsNamedFromTheOneAround()
{
    const QTemporaryDir around;
    test::write(around.path(), {{u"inner/a.jsonl"_s, tweet(1)}, {u"inner/deeper/b.jsonl"_s, tweet(2)}});
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(around.path()));
    const auto named = test::readAll(openReader(u"inner"_s));
    const auto slashed = test::readAll(openReader(u"./inner/"_s));
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(named.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(slashed.counts(), u"2 0 0 0 0"_s);
}

void TestContainers::takesTheArchivesInAFolderForSourcesOfTheirOwn()
{
    const QTemporaryDir around;
    const QByteArray archive = test::archive(test::Packing::TarGzip, {{u"a.jsonl"_s, tweet(1)}});
    test::write(around.path(),
                {{u"mixed/a.jsonl"_s, tweet(2)},
                 {u"mixed/deeper/no ending"_s, archive},
                 {u"archives/one.zip"_s, test::archive(test::Packing::Zip, {{u"b.jsonl"_s, tweet(3)}})},
                 {u"archives/two.tgz"_s, archive},
                 {u"archives/picture.png"_s, "\x89PNG\r\n\x1a\n....."_ba},
                 {u"plain/only named so.zip"_s, tweet(4)}});
    const auto at = [&around](const QString &name) { return around.filePath(name); };
    const QStringList file{at(u"mixed/a.jsonl"_s)};
    QCOMPARE(importPaths(file), file);
    const QStringList missing{at(u"missing"_s)};
    QCOMPARE(importPaths(missing), missing);
    QCOMPARE(importPaths({at(u"mixed"_s)}), (QStringList{at(u"mixed"_s), at(u"mixed/deeper/no ending"_s)}));
    QCOMPARE(importPaths({at(u"archives"_s), at(u"plain"_s)}),
             (QStringList{at(u"archives/one.zip"_s), at(u"archives/two.tgz"_s), at(u"plain"_s)}));
    const auto mixed = test::readAll(openReader(at(u"mixed"_s))); // without the archive
    QCOMPARE(mixed.counts(), u"1 0 0 0 0"_s);
    QCOMPARE(mixed.notes.filter(u"passed over"_s), QStringList());
}

void TestContainers::opensFilesOutOfOrder()
{
    for (const auto packing : {test::Packing::Zip, test::Packing::TarGzip}) {
        const auto container
            = openContainer(test::archive(packing, {{u"1"_s, "one"}, {u"2"_s, "two"}, {u"3"_s, "three"}}), u"a"_s);
        QVERIFY(container);
        const auto text = [&](qsizetype entry) { return readHead(**(*container)->open(entry), 100); };
        QCOMPARE(text(2), "three"_ba);
        QCOMPARE(text(0), "one"_ba);
        QCOMPARE(text(1), "two"_ba);
        QCOMPARE(text(1), "two"_ba);
    }
}

void TestContainers::namesTheFileOfARecordThatIsSetAside()
{
    const auto all = test::readAll(openReader(test::archive(test::Packing::Zip, invented()), u"invented.zip"_s));
    for (const Record &record : all.records) {
        if (const auto *rejected = std::get_if<Rejected>(&record.content)) {
            QVERIFY2(rejected->reason.contains("c.jsonl, line 2"_L1), qPrintable(rejected->reason));
            QCOMPARE(record.raw, "{broken"_ba);
        }
    }
}

void TestContainers::leavesLinksAndHiddenFilesOut()
{
    QTemporaryDir outside;
    test::write(outside.path(), {{u"secret.jsonl"_s, tweet(9)}});
    QTemporaryDir folder;
    test::write(folder.path(),
                {{u"a.jsonl"_s, tweet(1)}, {u".hidden.jsonl"_s, tweet(2)}, {u"__MACOSX/._a.jsonl"_s, tweet(3)}});
    QVERIFY(QFile::link(outside.filePath(u"secret.jsonl"_s), folder.filePath(u"link.jsonl"_s)));
    QVERIFY(QFile::link(outside.path(), folder.filePath(u"linked"_s)));
    QCOMPARE(test::readAll(openReader(folder.path())).counts(), u"1 0 0 0 0"_s);

    test::Files files{{u"a.jsonl"_s, tweet(1)}, {u".hidden.jsonl"_s, tweet(2)}};
    for (const auto packing : {test::Packing::Zip, test::Packing::Tar}) {
        const auto container
            = openContainer(test::archive(packing, files, {{u"link.jsonl"_s, u"/etc/passwd"_s}}), u"a"_s);
        QVERIFY(container);
        QCOMPARE((*container)->names(), QStringList{u"a.jsonl"_s});
    }
}

/// Entries' names never become paths, so that none is too odd to be read.
void TestContainers::readsEntriesWhoseNamesLeadElsewhere()
{
    const auto container = openContainer(
        test::archive(test::Packing::Zip, {{u"../a.jsonl"_s, tweet(1)}, {u"./b.jsonl"_s, tweet(2)}}), u"a"_s);
    QVERIFY(container);
    QCOMPARE((*container)->names(), (QStringList{u"../a.jsonl"_s, u"./b.jsonl"_s}));
}

void TestContainers::opensNoArchiveInAnArchive()
{
    const QByteArray inner = test::archive(test::Packing::Zip, {{u"a.jsonl"_s, tweet(1)}});
    const auto all = test::readAll(openReader(
        test::archive(test::Packing::Zip, {{u"b.jsonl"_s, tweet(2)}, {u"inner.zip"_s, inner}}), u"outer.zip"_s));
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    QVERIFY(all.notes.join(u'\n').contains("inner.zip"_L1));
}

void TestContainers::refusesMoreFilesThanTheLimit_data()
{
    QTest::addColumn<int>("files");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("at the limit") << 12 << true;
    QTest::newRow("one more") << 13 << false;
}

void TestContainers::refusesMoreFilesThanTheLimit()
{
    QFETCH(int, files);
    QFETCH(bool, allowed);
    test::Files many;
    for (int file = 0; file < files; ++file)
        many.append({QString::number(file), "x"});
    QTemporaryDir folder;
    test::write(folder.path(), many);
    const ContainerLimits limits{.entries = 12};
    QCOMPARE(openContainer(folder.path(), limits).has_value(), allowed);
    const auto zip = openContainer(test::archive(test::Packing::Zip, many), u"many.zip"_s, limits);
    QCOMPARE(zip.has_value(), allowed);
    if (!zip)
        QVERIFY2(zip.error().message.contains("more than 12 files"_L1), qPrintable(zip.error().message));
}

void TestContainers::stopsWhereAnArchiveIsMadeToFillADisk_data()
{
    QTest::addColumn<test::Packing>("packing");
    QTest::newRow("zip") << test::Packing::Zip;
    QTest::newRow("tar.gz") << test::Packing::TarGzip;
}

void TestContainers::stopsWhereAnArchiveIsMadeToFillADisk()
{
    QFETCH(test::Packing, packing);
    const qsizetype size = 4 * 1024 * 1024;
    const QByteArray bomb = test::archive(packing, {{u"zeros"_s, QByteArray(size, '\0')}});
    const ContainerLimits limits{.unsuspicious = 1024 * 1024};
    QVERIFY(bomb.size() * limits.ratio < size);
    const auto container = openContainer(bomb, u"bomb"_s, limits);
    if (!container) {
        QVERIFY2(container.error().message.contains("200 times"_L1), qPrintable(container.error().message));
        return;
    }
    const auto entry = (*container)->open(0);
    QVERIFY(entry);
    QVERIFY(readHead(**entry, size).size() < size);
    std::array<char, 16> rest{};
    const auto after = (*entry)->read(rest);
    QVERIFY(!after);
    QVERIFY2(after.error().message.contains("200 times"_L1), qPrintable(after.error().message));
}

void TestContainers::stopsWhereTheDiskWouldFill()
{
    QByteArray lines;
    for (int id = 1; id <= 5000; ++id)
        lines += tweet(id);
    const ContainerLimits limits{.unsuspicious = 1024, .room = lines.size() / 2};
    const auto container
        = openContainer(test::archive(test::Packing::Zip, {{u"a"_s, lines}}), u"big.zip"_s, limits);
    QVERIFY(container);
    const auto entry = (*container)->open(0);
    QVERIFY(entry);
    QVERIFY(readHead(**entry, lines.size()).size() <= lines.size() / 2);
    std::array<char, 16> rest{};
    QVERIFY((*entry)->read(rest).error().message.contains("disk"_L1));
}

void TestContainers::keepsWhatComesBeforeABreak()
{
    const QByteArray whole = test::archive(
        test::Packing::Tar, {{u"a.jsonl"_s, tweet(1)}, {u"b.jsonl"_s, tweet(2)}, {u"c.jsonl"_s, tweet(3)}});
    const auto all = test::readAll(openReader(whole.left(1024 + 512 + 100), u"cut.tar"_s));
    QCOMPARE(all.stories().size(), 1);
    QVERIFY(!all.error.isEmpty() || all.counts() != u"1 0 0 0 0"_s);
}

void TestContainers::saysThatNothingInItIsAStory()
{
    const auto one = test::readAll(
        openReader(test::archive(test::Packing::Zip, {{u"p.pdf"_s, "%PDF-1.7"}}), u"pictures.zip"_s));
    QVERIFY2(one.error.contains("pictures.zip"_L1) && one.error.contains("PDF"_L1), qPrintable(one.error));
    QTemporaryDir folder;
    const auto none = test::readAll(openReader(folder.path()));
    QVERIFY2(none.error.contains(folder.path()) && none.error.endsWith(u'.'), qPrintable(none.error));
}

void TestContainers::survivesWhatOnlyLooksLikeAnArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray tar(2048, 'x');
    tar.replace(257, 6, QByteArray("ustar\0", 6));
    QTest::newRow("tar") << tar;
    QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(2048, 'x');
}

void TestContainers::survivesWhatOnlyLooksLikeAnArchive()
{
    QFETCH(QByteArray, bytes);
    const auto opened = openReader(bytes, u"invented.tar"_s);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"invented.tar"_s), qPrintable(opened.error().message));
}

QTEST_APPLESS_MAIN(TestContainers)
#include "tst_containers.moc"
