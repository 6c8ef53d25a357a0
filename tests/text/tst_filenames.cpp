#include "text/FileNames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestFileNames : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatCouldBeAnAccount_data();
    void findsWhatCouldBeAnAccount();
};

void TestFileNames::findsWhatCouldBeAnAccount_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("accounts");
    QTest::newRow("a handle") << u"janeinvented.csv"_s << QStringList{u"janeinvented"_s};
    QTest::newRow("with an at sign") << u"@janeinvented.jsonl.gz"_s << QStringList{u"janeinvented"_s};
    QTest::newRow("with a dot") << u"jane.invented.csv"_s << QStringList{u"jane.invented"_s};
    QTest::newRow("between usual words") << u"twitter_jane_invented_tweets-2018.csv.gz"_s
                                         << QStringList{u"twitter_jane_invented_tweets-2018"_s, u"jane_invented"_s};
    QTest::newRow("a name") << u"Jane Invented.csv"_s << QStringList{u"Jane Invented"_s};
    QTest::newRow("usual words alone") << u"tweets-2017-10.jsonl"_s << QStringList{u"tweets-2017-10"_s};
    QTest::newRow("one usual word") << u"tweets.csv"_s << QStringList{};
    QTest::newRow("nothing") << u".csv"_s << QStringList{};
}

void TestFileNames::findsWhatCouldBeAnAccount()
{
    QFETCH(const QString, name);
    QTEST(accountsInFileName(name), "accounts");
}

QTEST_APPLESS_MAIN(TestFileNames)
#include "tst_filenames.moc"
