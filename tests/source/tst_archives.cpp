#include "source/Reader.h"
#include "support/Archives.h"
#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::Packing;

namespace {

// Every word in these is invented.
test::Files xArchive()
{
    return test::filesUnder(test::dataFile(u"x-archive"_s));
}

test::Files facebookArchive()
{
    return test::filesUnder(test::dataFile(u"facebook-archive"_s));
}

QByteArray contentOf(const test::Files &files, const QString &ending)
{
    for (const auto &[name, content] : files) {
        if (name.endsWith(ending))
            return content;
    }
    return {};
}

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

private slots:
    void readsAnArchiveOfX_data();
    void readsAnArchiveOfX();
    void readsAnArchiveOfFacebook_data();
    void readsAnArchiveOfFacebook();
    void knowsAnArchiveWhoseFirstFileIsDamaged();
    void aProtectedAccountsArchiveHoldsNothingPublic_data();
    void aProtectedAccountsArchiveHoldsNothingPublic();
    void archivesInOneFolderKeepTheirOwners();
    void readsAPartByItself();
    void knowsASpreadsheetFromAnArchive();
};

void TestArchives::readsAnArchiveOfX_data()
{
    QTest::addColumn<Packing>("packing");
    QTest::newRow("zip") << Packing::Zip;
    QTest::newRow("tar.gz") << Packing::TarGzip;
}

void TestArchives::readsAnArchiveOfX()
{
    QFETCH(Packing, packing);
    const auto all = test::readAll(openReader(test::archive(packing, xArchive()), u"x.zip"_s));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"3 1 1 0 0"_s);
    const auto stories = all.stories();
    const Story &first = stories.at(0);
    QCOMPARE(first.text, u"Fish & chips https://example.org/?a=1&b=2"_s);
    QCOMPARE(first.author, (Author{u"7"_s, u"anna"_s, u"Anna"_s, u"https://twitter.com/anna"_s}));
    QCOMPARE(first.permalink, u"https://twitter.com/anna/status/11"_s);
    QCOMPARE(first.hashtags, QStringList{u"MeToo"_s});
    QCOMPARE(first.editIds, (QStringList{u"10"_s, u"11"_s}));
    QCOMPARE(*first.postedAt, 1675252800000);
    QCOMPARE(stories.at(1).text.size(),
             u"An invented text that goes on for much longer than a tweet could once be. "_s.size() * 5 - 1);
    QCOMPARE(stories.at(2).text, u"Invented part"_s);
    QCOMPARE(all.reposts().at(0).originalNativeId, QString());
    QCOMPARE(std::get<Withdrawal>(all.records.constLast().content).nativeId, u"15"_s);

    QTemporaryDir folder;
    test::write(folder.path(), xArchive());
    QCOMPARE(test::readAll(openReader(folder.path())).stories(), stories);
    QCOMPARE(test::readAll(openReader(folder.filePath(u"data"_s))).stories(), stories);
}

void TestArchives::readsAnArchiveOfFacebook_data()
{
    readsAnArchiveOfX_data();
}

void TestArchives::readsAnArchiveOfFacebook()
{
    QFETCH(Packing, packing);
    const auto all = test::readAll(openReader(test::archive(packing, facebookArchive()), u"facebook.zip"_s));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 0 0 1 1"_s);
    const auto stories = all.stories();
    const Story &first = stories.at(0);
    QCOMPARE(first.text, u"Caf\u00e9"_s);
    QCOMPARE(first.author.name, u"Zo\u00eb"_s);
    QCOMPARE(*first.postedAt, 1700000000000);
    QCOMPARE(*first.editedAt, 1700000100000);
    QCOMPARE(first.mediaDescriptions, QStringList{u"Caption"_s});
    QCOMPARE(first.attributes, (QVector<Attribute>{{u"link"_s, u"https://example.org/"_s, false}}));
    QCOMPARE(stories.at(1).text, u"Repaired caf\u00e9 \u201c"_s);
    QVERIFY(first.nativeId != stories.at(1).nativeId);
    QVERIFY(all.notes.join(u' ').contains("public"_L1));
}

void TestArchives::knowsAnArchiveWhoseFirstFileIsDamaged()
{
    test::Files files = facebookArchive();
    for (auto &[name, content] : files) {
        if (name.endsWith("posts_1.json"_L1) || name.endsWith("posts_2.json"_L1))
            content
                = contentOf(facebookArchive(), name.endsWith("1.json"_L1) ? u"posts_2.json"_s : u"posts_1.json"_s);
    }
    const auto all = test::readAll(openReader(test::archive(Packing::Zip, files), u"facebook.zip"_s));
    QCOMPARE(all.counts(), u"2 0 0 1 1"_s);
    QCOMPARE(all.stories().constFirst().author.name, u"Zo\u00eb"_s);
}

void TestArchives::aProtectedAccountsArchiveHoldsNothingPublic_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("counts");
    const auto change = [](const char *when, const char *action) -> QByteArray {
        return R"({"protectedHistory":{"protectedAt":"2023-0)"_ba + when + R"(-01T00:00:00.000Z","action":")"
            + action + R"("}})";
    };
    QTest::newRow("no change") << ""_ba << u"3 1 1 0 0"_s;
    QTest::newRow("protected") << change("1", "Protect") << u"0 0 1 4 0"_s;
    QTest::newRow("no longer") << change("1", "Protect") + ',' + change("2", "Unprotect") << u"3 1 1 0 0"_s;
    QTest::newRow("newest first") << change("3", "Protect") + ',' + change("2", "Unprotect") << u"0 0 1 4 0"_s;
}

/// Who could see the tweets when the archive was made: all of them are protected, or none.
void TestArchives::aProtectedAccountsArchiveHoldsNothingPublic()
{
    QFETCH(QByteArray, changes);
    test::Files files = xArchive();
    files.append({u"data/protected-history.js"_s, "window.YTD.protected_history.part0 = [" + changes + ']'});
    const auto all = test::readAll(openReader(test::archive(Packing::Zip, files), u"x.zip"_s));
    QCOMPARE(all.error, QString());
    QTEST(all.counts(), "counts");
}

void TestArchives::archivesInOneFolderKeepTheirOwners()
{
    const auto within
        = [](const QString &folder, test::Files files, const QByteArray &owner, const QByteArray &other) {
              for (auto &[name, content] : files) {
                  name.prepend(folder);
                  content.replace(owner, other);
              }
              return files;
          };
    const auto ownersIn = [](const test::Files &files) {
        const auto all = test::readAll(openReader(test::archive(Packing::Zip, files), u"all.zip"_s));
        QStringList owners;
        for (const Story &story : all.stories())
            owners << (story.author.handle.isEmpty() ? story.author.name : story.author.handle);
        owners.removeDuplicates();
        return owners;
    };
    QCOMPARE(ownersIn(within(u"a/"_s, xArchive(), "anna", "anna") + within(u"b/"_s, xArchive(), "anna", "bea")),
             (QStringList{u"anna"_s, u"bea"_s}));
    QCOMPARE(ownersIn(within(u"a/"_s, facebookArchive(), "Zo\\u00c3\\u00ab", "Anna")
                      + within(u"b/"_s, facebookArchive(), "Zo\\u00c3\\u00ab", "Bea")),
             (QStringList{u"Anna"_s, u"Bea"_s}));

    test::Files anonymous = facebookArchive();
    anonymous.removeIf([](const auto &file) { return file.first.contains("profile_information"_L1); });
    QCOMPARE(ownersIn(within(u"a/"_s, facebookArchive(), "Zo\\u00c3\\u00ab", "Anna")
                      + within(u"b/"_s, anonymous, "x", "x")),
             (QStringList{u"Anna"_s, QString()}));

    const QByteArray outbox
        = R"({"type":"OrderedCollection","orderedItems":[{"type":"Create","actor":"https://a.example/u/anna","object":)"
          R"({"type":"Note","id":"https://a.example/1","to":"as:Public","content":"invented"}}]})";
    QCOMPARE(
        ownersIn({{u"a/outbox.json"_s, outbox}, {u"b/outbox.json"_s, QByteArray(outbox).replace("anna", "bea")}}),
        (QStringList{u"anna@a.example"_s, u"bea@a.example"_s}));

    const auto all = test::readAll(openReader(
        test::archive(Packing::Zip, xArchive() + facebookArchive() + test::Files{{u"c/outbox.json"_s, outbox}}),
        u"all.zip"_s));
    QCOMPARE(all.stories().size(), 3 + 2 + 1);
}

void TestArchives::readsAPartByItself()
{
    QByteArray withoutScript = contentOf(xArchive(), u"/tweets.js"_s);
    withoutScript.remove(0, withoutScript.indexOf('=') + 1);
    const auto bare = test::readAll(openReader(withoutScript, u"tweets.json"_s));
    QCOMPARE(bare.counts(), u"2 1 0 0 0"_s);
    QCOMPARE(bare.stories().constFirst().platform, Platform::Twitter);
    const auto all = test::readAll(openReader(contentOf(xArchive(), u"/tweets.js"_s), u"tweets.js"_s));
    QCOMPARE(all.counts(), u"2 1 0 0 0"_s);
    const auto posts
        = test::readAll(openReader(contentOf(facebookArchive(), u"posts_1.json"_s), u"your_posts_1.json"_s));
    QCOMPARE(posts.counts(), u"2 0 0 1 0"_s);
    const auto group = test::readAll(openReader(contentOf(facebookArchive(), u"comments.json"_s), u"group.json"_s));
    QVERIFY2(group.error.contains("never imported"_L1), qPrintable(group.error));
}

void TestArchives::knowsASpreadsheetFromAnArchive()
{
    const auto sheet = test::readAll(openReader(
        test::archive(Packing::Zip, {{u"[Content_Types].xml"_s, "<x/>"}, {u"xl/workbook.xml"_s, "<x/>"}}),
        u"a.xlsx"_s));
    QVERIFY2(sheet.error.contains("spreadsheet"_L1), qPrintable(sheet.error));
}

QTEST_APPLESS_MAIN(TestArchives)
#include "tst_archives.moc"
