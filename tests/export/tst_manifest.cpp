#include "export/InventedCollection.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestManifest : public QObject
{
    Q_OBJECT

private slots:
    void standsBesideTheFileUnderItsName_data();
    void standsBesideTheFileUnderItsName();
    void saysWhatWasWrittenAndHow();
    void countsWhatWasReplaced();
    void namesColumnsAboutPeopleThatWereLeftOut();
    void hidesNothingInTheFullProfile();
    void namesStoriesAsTheExportDoes_data();
    void namesStoriesAsTheExportDoes();
    void countsWhatASpreadsheetCannotTake();
    void hasNoSpanWithoutDates();

private:
    QJsonObject manifestOf(const QString &filter, const ExportSettings &settings);

    test::InventedCollection m_invented{test::inventedRows()};
};

QJsonObject TestManifest::manifestOf(const QString &filter, const ExportSettings &settings)
{
    const QString path = m_invented.path(u"out.csv"_s);
    const auto report = m_invented.write(m_invented.select(filter), settings, path);
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return QJsonDocument::fromJson(test::contentsOf(report->manifestPath)).object();
}

void TestManifest::standsBesideTheFileUnderItsName_data()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("manifest");
    QTest::addRow("csv") << u"/a/posts.csv"_s << u"/a/posts.manifest.json"_s;
    QTest::addRow("CSV") << u"/a/posts.CSV"_s << u"/a/posts.manifest.json"_s;
    QTest::addRow("dots") << u"/a/posts.of.may.csv"_s << u"/a/posts.of.may.manifest.json"_s;
    QTest::addRow("another ending") << u"/a/posts.txt"_s << u"/a/posts.txt.manifest.json"_s;
    QTest::addRow("no ending") << u"/a.b/posts"_s << u"/a.b/posts.manifest.json"_s;
}

void TestManifest::standsBesideTheFileUnderItsName()
{
    QFETCH(QString, csv);
    QFETCH(QString, manifest);
    QCOMPARE(manifestPath(csv), manifest);
}

void TestManifest::saysWhatWasWrittenAndHow()
{
    ExportSettings settings;
    settings.columns = QStringList{u"story"_s, u"text"_s};
    settings.order = Order::OldestFirst;
    const QJsonObject manifest = manifestOf(u"since:2017-10-16"_s, settings);
    QCOMPARE(manifest[u"file"].toString(), u"out.csv"_s);
    QCOMPARE(manifest[u"rows"].toInt(), 4);
    QCOMPARE(manifest[u"filter"].toString(), u"since:2017-10-16"_s);
    QVERIFY(manifest[u"filter_in_words"].toString().contains("2017"_L1));
    QCOMPARE(manifest[u"span"][u"first"].toString(), u"2017-10-16T08:00:00.000Z"_s);
    QCOMPARE(manifest[u"span"][u"last"].toString(), u"2017-11-01T12:00:00.000Z"_s);
    QCOMPARE(manifest[u"time_zone"].toString(), u"UTC"_s);
    QCOMPARE(manifest[u"columns"].toArray(), (QJsonArray{u"story"_s, u"text"_s}));
    QCOMPARE(manifest[u"profile"].toString(), u"pseudonymous"_s);
    QCOMPARE(manifest[u"reader"].toString(), u"analysis"_s);
    QCOMPARE(manifest[u"order"].toString(), u"oldest"_s);
    QCOMPARE(manifest[u"codebook"][u"version"].toInt(), shippedCodebook().version);
    QVERIFY(manifest[u"program"].toString().startsWith("Tidemark "_L1));
    const QByteArray csv = test::contentsOf(m_invented.path(u"out.csv"_s));
    QCOMPARE(manifest[u"sha256"].toString().toLatin1(),
             QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex());
}

void TestManifest::countsWhatWasReplaced()
{
    ExportSettings settings;
    const QJsonObject manifest = manifestOf({}, settings);
    QCOMPARE(manifest[u"replaced"][u"handles"].toInt(), 1);
    QCOMPARE(manifest[u"replaced"][u"mail_addresses"].toInt(), 1);
    QCOMPARE(manifest[u"replaced"][u"phone_numbers"].toInt(), 0);
    QCOMPARE(manifest[u"replaced"][u"story_links"].toInt(), 0);
    QVERIFY(manifest[u"left_out"].toArray().contains(u"permalink"_s));
    QVERIFY(manifest[u"left_out"].toArray().contains(u"native_id"_s));
    QCOMPARE(manifest[u"pseudonyms"].toString(), u"of the collection"_s);
    settings.freshPseudonyms = true;
    QCOMPARE(manifestOf({}, settings)[u"pseudonyms"].toString(), u"of this export alone"_s);
}

void TestManifest::namesColumnsAboutPeopleThatWereLeftOut()
{
    test::InventedCollection invented({{u"Invented"_s, {}, u"anna"_s, u"twitter"_s, u"anna@example.org"_s},
                                       {u"Invented too"_s, {}, u"berta"_s, u"twitter"_s, u"berta@example.org"_s}});
    ExportSettings settings;
    settings.columns = QStringList{u"text"_s, u"attr:sector"_s};
    const QString path = invented.path(u"out.csv"_s);
    const auto report = invented.write(invented.select(), settings, path);
    QVERIFY(report);
    const auto manifest = QJsonDocument::fromJson(test::contentsOf(report->manifestPath)).object();
    QVERIFY(manifest[u"left_out"].toArray().contains(u"attr:sector"_s));
    QCOMPARE(manifest[u"columns"].toArray(), QJsonArray{u"text"_s});
    QVERIFY(!test::contentsOf(path).contains("example.org"));
}

void TestManifest::hidesNothingInTheFullProfile()
{
    ExportSettings settings;
    settings.profile = ExportProfile::Full;
    const QJsonObject manifest = manifestOf({}, settings);
    QCOMPARE(manifest[u"profile"].toString(), u"full"_s);
    QVERIFY(!manifest.contains(u"replaced"_s));
    QVERIFY(!manifest.contains(u"left_out"_s));
    QVERIFY(!manifest.contains(u"pseudonyms"_s));
}

void TestManifest::countsWhatASpreadsheetCannotTake()
{
    test::InventedCollection invented(
        {{QString(32767, u'a'), {}, {}, {}, {}}, {QString(32768, u'b'), {}, {}, {}, {}}});
    ExportSettings settings;
    settings.reader = ExportReader::Spreadsheet;
    const auto report = invented.write(invented.select(), settings, invented.path(u"out.csv"_s));
    QVERIFY(report);
    QCOMPARE(report->longCells, 1);
    QVERIFY(!report->tooManyRows);
    const auto manifest = QJsonDocument::fromJson(test::contentsOf(report->manifestPath)).object();
    QCOMPARE(manifest[u"cells_over_32767_characters"].toInt(), 1);
    QCOMPARE(manifest[u"more_rows_than_a_spreadsheet_takes"].toBool(true), false);
}

void TestManifest::hasNoSpanWithoutDates()
{
    const QJsonObject manifest = manifestOf(u"is:undated"_s, ExportSettings());
    QCOMPARE(manifest[u"rows"].toInt(), 1);
    QVERIFY(manifest[u"span"][u"first"].isNull());
    QVERIFY(manifest[u"span"][u"last"].isNull());
}

void TestManifest::namesStoriesAsTheExportDoes_data()
{
    QTest::addColumn<bool>("fresh");
    QTest::addRow("the collection's numbers") << false;
    QTest::addRow("numbers of this export alone") << true;
}

void TestManifest::namesStoriesAsTheExportDoes()
{
    QFETCH(const bool, fresh);
    ExportSettings settings;
    settings.columns = QStringList{u"story"_s};
    settings.freshPseudonyms = fresh;
    const QJsonObject manifest = manifestOf(u"id:2,1,3"_s, settings);
    QVector<qint64> written;
    for (const QByteArray &line : test::contentsOf(m_invented.path(u"out.csv"_s)).split('\n').mid(1, 3))
        written.append(line.trimmed().toLongLong());
    std::sort(written.begin(), written.end());
    QCOMPARE(written == (QVector<qint64>{1, 2, 3}), !fresh);
    const QString numbers = u"%1,%2,%3"_s.arg(written.at(0)).arg(written.at(1)).arg(written.at(2));
    QCOMPARE(manifest[u"filter"].toString(), u"id:"_s + numbers);
    QVERIFY(manifest[u"filter_in_words"].toString().contains(QString::number(written.at(0))));
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
