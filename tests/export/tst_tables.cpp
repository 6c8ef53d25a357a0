#include "export/EventsCsv.h"
#include "export/SavedFile.h"
#include "export/ThemeTableCsv.h"
#include "export/TimelineCsv.h"
#include "source/EventsFile.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

/// What leaves the timeline as a table: its figures, and the events, which come back as they went.
class tst_tables : public QObject
{
    Q_OBJECT

private slots:
    void writesFiguresWithTheZonesOffset();
    void guardsNamesOfSeries();
    void writesWhatStandsBesideATimeline();
    void writesTablesOfThemes_data();
    void writesTablesOfThemes();
    void eventsComeBackAsTheyWent();
    void refusesEventsThatItCannotRead_data();
    void refusesEventsThatItCannotRead();
    void savesWholeFilesAndNoneOverACollection();

private:
    [[nodiscard]] QString written(const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString tst_tables::written(const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(u"events.csv"_s));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void tst_tables::writesFiguresWithTheZonesOffset()
{
    // In Berlin the clock was set back in the night to 29 October 2017: that day has 25 hours.
    const QTimeZone berlin("Europe/Berlin");
    Timeline timeline;
    timeline.starts
        = bucketStarts(Granularity::Day, QDate(2017, 10, 29).startOfDay(berlin).toMSecsSinceEpoch(),
                       QDate(2017, 10, 31).startOfDay(berlin).toMSecsSinceEpoch(), berlin, &timeline.end);
    timeline.counts = {3, 0};
    timeline.whole = {5, 1};
    timeline.series = {{u"testimony"_s, {2, 0}}};
    QCOMPARE(timelineCsv(timeline, {u"Testimony"_s}, berlin),
             QByteArray("\xef\xbb\xbfstart,end,stories,whole,Testimony\r\n"
                        "2017-10-29T00:00:00+02:00,2017-10-30T00:00:00+01:00,3,5,2\r\n"
                        "2017-10-30T00:00:00+01:00,2017-10-31T00:00:00+01:00,0,1,0\r\n"));
}

void tst_tables::guardsNamesOfSeries()
{
    Timeline timeline;
    timeline.series = {{u"x"_s, {}}};
    QVERIFY(timelineCsv(timeline, {u"=1+1"_s}, QTimeZone::utc()).contains(",'=1+1\r\n"));
}

void tst_tables::writesWhatStandsBesideATimeline()
{
    Timeline timeline;
    timeline.starts = bucketStarts(Granularity::Day, 0, 2 * 86'400'000, QTimeZone::utc(), &timeline.end);
    timeline.counts = {3, 1};
    timeline.whole = {5, 1};
    const QByteArray csv = timelineCsv(timeline, {}, QTimeZone::utc(),
                                       {{u"Mean, of 3"_s, {1.0 / 3, 2.0}},
                                        {u"Burst"_s, {std::nullopt, 1.0}},
                                        {u"Events"_s, {}, {u"=An invented, event"_s}}});
    const QList<QByteArray> lines = csv.split('\n');
    QVERIFY(lines.at(0).endsWith(",whole,\"Mean, of 3\",Burst,Events\r"));
    QVERIFY(lines.at(1).endsWith(",3,5,0.3333333333,,\"'=An invented, event\"\r"));
    QVERIFY(lines.at(2).endsWith(",1,1,2,1,\r"));
}

void tst_tables::writesTablesOfThemes_data()
{
    QTest::addColumn<TableCells>("cells");
    QTest::addColumn<QByteArray>("figures");
    QTest::newRow("stories") << TableCells::Stories << QByteArray("all,8,5\r\n'=work,4,1\r\n");
    QTest::newRow("of the row") << TableCells::ShareOfTheme
                                << QByteArray("all,1.000000,0.625000\r\n'=work,1.000000,0.250000\r\n");
    QTest::newRow("of the column") << TableCells::ShareOfColumn
                                   << QByteArray("all,1.000000,1.000000\r\n'=work,0.500000,0.200000\r\n");
}

void tst_tables::writesTablesOfThemes()
{
    QFETCH(const TableCells, cells);
    QFETCH(const QByteArray, figures);
    ThemeTable table;
    table.by = TableBy::Voice;
    table.stories = 8;
    table.rows = {{u"work"_s, 4}};
    table.columns = {{u"testimony"_s, {}, 5, {1}}};
    QCOMPARE(themeTableCsv(table, cells, {{u"=work"_s}, {u"Testimony"_s}}, ExportReader::Spreadsheet),
             "\xef\xbb\xbftheme,all,Testimony\r\n" + figures);
}

void tst_tables::eventsComeBackAsTheyWent()
{
    const QVector<DatedEvent> events{{QDate(2017, 10, 15), u"A \"call\", they said"_s, u"https://example.org/a"_s},
                                     {QDate(2018, 1, 1), u"=so it is"_s, {}}};
    const auto read = readEventsFile(written(eventsCsv(events)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read.value(), events);
    const auto semicolons = readEventsFile(written("Label;Date\nThe call;2017-10-15\n;2017-10-16\n"));
    QVERIFY(semicolons);
    QCOMPARE(semicolons.value(), (QVector<DatedEvent>{{QDate(2017, 10, 15), u"The call"_s, {}}}));
}

void tst_tables::refusesEventsThatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("no columns") << QByteArray("when,what\n2017-10-15,x\n") << u"date, label and source"_s;
    QTest::newRow("a date that is none") << QByteArray("date,label\n2017-10-15,x\n15 October,y\n") << u"Line 3"_s;
}

void tst_tables::refusesEventsThatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const auto read = readEventsFile(written(bytes));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
}

void tst_tables::savesWholeFilesAndNoneOverACollection()
{
    const QString path = m_folder.filePath(u"picture.svg"_s);
    QVERIFY(saveBytes(path, "one"));
    QVERIFY(saveBytes(path, "another"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("another"));
    const QString collection = written(QByteArray("SQLite format 3\0", 16));
    QVERIFY(!saveBytes(collection, "picture"));
    QVERIFY(!saveBytes(m_folder.filePath(u"no/such/folder.png"_s), "picture"));
}

QTEST_APPLESS_MAIN(tst_tables)
#include "tst_tables.moc"
