#include "command/Program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

// Invented, like every text here.
const QByteArray call
    = "if every woman who was ever followed home wrote these two words then people would see how many "
      "of us there are";

QByteArray posts(const QByteArray &platform, const QByteArray &day, int copies)
{
    QByteArray csv = "text,posted_at,author,platform\n";
    for (int i = 0; i < copies; ++i) {
        const QByteArray hour = QByteArray::number(10 + i);
        csv += '"' + call + " https://example.org/" + hour + "\"," + day + 'T' + hour + ":00:00Z,writer" + hour
            + ',' + platform + '\n';
    }
    return csv + "\"something else was said that day by " + platform + "\"," + day + "T09:00:00Z,x," + platform
        + '\n';
}

} // namespace

class TestCopies final : public QObject
{
    Q_OBJECT

private slots:
    void findsCopiesAcrossFilesAndPlatforms();
    void exportsOriginalsAlone();
    void followsWhatIsForgotten();

private:
    static int count(const test::Program &program, const QString &filter)
    {
        return program.ask(u"count"_s, {filter}).output.trimmed().toInt();
    }

    static bool imported(const test::Program &program)
    {
        const QString later = program.write(u"later.csv"_s, posts("twitter", "2017-10-16", 3));
        const QString earlier = program.write(u"earlier.csv"_s, posts("mastodon", "2017-10-15", 2));
        return program.ask(u"import"_s, {later}).code == 0 && program.ask(u"import"_s, {earlier}).code == 0;
    }
};

void TestCopies::findsCopiesAcrossFilesAndPlatforms()
{
    test::Program program;
    QVERIFY(imported(program));
    QCOMPARE(count(program, u""_s), 7);
    QCOMPARE(count(program, u"is:original"_s), 3);
    QCOMPARE(count(program, u"is:copy"_s), 4);
    // The earliest of those that the rest of the filter chooses, so that none hides a whole group.
    QCOMPARE(count(program, u"is:original platform:twitter"_s), 2);
    QCOMPARE(count(program, u"is:copy platform:twitter"_s), 2);
    QCOMPARE(count(program, u"is:original since:2017-10-16T11:00"_s), 1);
    QCOMPARE(count(program, u"copies:4"_s), 5);
    QCOMPARE(count(program, u"copies:>4"_s), 0);
    QCOMPARE(count(program, u"copies:>3 is:original"_s), 1);
    QCOMPARE(count(program, u"copies:0"_s), 2);
    QCOMPARE(count(program, u"-copies:1..9"_s), 2);
}

void TestCopies::exportsOriginalsAlone()
{
    test::Program program;
    QVERIFY(imported(program));
    const test::Run run = program.ask(u"export"_s,
                                      {u"--originals"_s, u"--columns"_s, u"posted_at,copies"_s, u"--order"_s,
                                       u"oldest"_s, u"--output"_s, u"-"_s, u"since:2017"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.output.simplified(),
             QByteArray("posted_at,copies 2017-10-15T09:00:00Z,0 2017-10-15T10:00:00Z,4 2017-10-16T09:00:00Z,0"));
}

void TestCopies::followsWhatIsForgotten()
{
    test::Program program;
    QVERIFY(imported(program));
    QCOMPARE(program.ask(u"forget"_s, {u"5"_s, u"6"_s}).code, 0); // the earlier two
    QCOMPARE(count(program, u"copies:2"_s), 3);
    QCOMPARE(count(program, u"is:original"_s), 3);
}

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
