#include "command/Program.h"
#include "support/TestData.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Real files, imported by the program and compared with what Python's standard library finds in them
/// (tests/source/expected_from_samples.py).
class TestSamples : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatPythonFinds_data();
    void holdsWhatPythonFinds();

private:
    static QJsonObject expected(const QString &kind, const QString &file);
    static QVector<QJsonObject> stored(const test::Program &program);
    static void compare(const QJsonObject &wanted, const QJsonObject &story);
};

void TestSamples::holdsWhatPythonFinds_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("path");
    const QStringList v1{u"python-twitter/testdata/3.2/extended_tweet_in_compat_mode.json"_s,
                         u"python-twitter/testdata/get_retweets_of_me.json"_s,
                         u"python-twitter/testdata/get_search.json"_s,
                         u"python-twitter/testdata/get_status_ext_alt.json"_s,
                         u"python-twitter/testdata/models/status_quoted_tweet.json"_s,
                         u"python-twitter/testdata/retweet.json"_s,
                         u"tweet_parser/test/tweet_payload_examples/broken_and_unsupported_payloads/"
                         "public_api_sample.json"_s,
                         u"twitter-to-sqlite/tests/tweets.json"_s};
    const QStringList v2{u"pytwitter/testdata/apis/searches/search_tweets_query.json"_s,
                         u"pytwitter/testdata/apis/tweet/tweets_resp.json"_s,
                         u"twarc-csv/test-data/cotweet.jsonl"_s,
                         u"twarc-csv/test-data/edited_before.jsonl"_s,
                         u"twarc-csv/test-data/geo_tweets.jsonl"_s,
                         u"twarc-csv/test-data/kpop_kept.jsonl"_s,
                         u"twarc-csv/test-data/kpop_kept.flat.jsonl"_s,
                         u"twarc-csv/test-data/lists.jsonl"_s,
                         u"twarc-csv/test-data/media_tweet.jsonl"_s,
                         u"twarc-csv/test-data/mentions_tweet.jsonl"_s,
                         u"twarc-csv/test-data/tweets_compliance.jsonl"_s,
                         u"twarc-csv/test-data/two_tweets.jsonl"_s};
    const QStringList twarc{u"cotweet.csv"_s, u"edited_before.csv"_s, u"kpop_kept.csv"_s, u"media_tweet.csv"_s};
    const QStringList tables{u"bom-sepline.csv"_s, u"dates.csv"_s, u"nul-and-invalid-utf8.csv"_s,
                             u"semicolon-cp1252.csv"_s};
    const auto add = [](const QString &kind, const QString &folder, const QStringList &files) {
        for (const QString &file : files)
            QTest::addRow("%s %s", qPrintable(kind), qPrintable(file)) << kind << folder + file;
    };
    add(u"v1"_s, u"samples/twitter-v1/"_s, v1);
    add(u"v2"_s, u"samples/twitter-v2/"_s, v2);
    add(u"twarc-csv"_s, u"samples/twarc-csv/twarc-csv/test-data/"_s, twarc);
    add(u"csv"_s, u"samples/csv/constructed/"_s, tables);
}

QJsonObject TestSamples::expected(const QString &kind, const QString &file)
{
    QProcess python;
    python.start(u"python3"_s, {test::sourceRoot() + u"/tests/source/expected_from_samples.py"_s, kind, file});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

QVector<QJsonObject> TestSamples::stored(const test::Program &program)
{
    QStringList numbers;
    const auto listed = program.ask(u"list"_s, {u"--limit"_s, u"100000"_s, u"--json"_s}).jsonLines();
    for (const QJsonObject &story : listed)
        numbers.append(QString::number(story[u"id"].toInteger()));
    if (numbers.isEmpty())
        return {};
    return program.ask(u"show"_s, QStringList{u"--json"_s, u"--profile"_s, u"full"_s} + numbers).jsonLines();
}

void TestSamples::compare(const QJsonObject &wanted, const QJsonObject &story)
{
    QCOMPARE(story[u"text"], wanted[u"text"]);
    QCOMPARE(story[u"author"][u"handle"], wanted[u"handle"]);
    if (!wanted.contains(u"posted_at"_s))
        return;
    QCOMPARE(story[u"hashtags"], wanted[u"hashtags"]);
    const QJsonValue time = story[u"posted_at"];
    QCOMPARE(time.isNull(), wanted[u"posted_at"].isNull());
    if (!time.isNull())
        QCOMPARE(QDateTime::fromString(time.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
                 wanted[u"posted_at"].toInteger());
    QHash<QString, QString> related;
    const QJsonArray relations = story[u"relations"].toArray();
    for (const QJsonValue relation : relations)
        related.insert(relation[u"kind"].toString(), relation[u"native_id"].toString());
    QCOMPARE(related.value(u"reply"_s), wanted[u"reply_to"].toString());
    QCOMPARE(related.value(u"quote"_s), wanted[u"quote_of"].toString());
}

void TestSamples::holdsWhatPythonFinds()
{
    QFETCH(QString, kind);
    QFETCH(QString, path);
    const QString file = test::sharedFile(path);
    if (file.isEmpty())
        QSKIP("the shared samples are not here");
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("Python is not here");
    const QJsonObject wanted = expected(kind, file);
    const QJsonObject counts = wanted[u"counts"].toObject();

    test::Program program;
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, file});
    QVERIFY2(run.code == 0, run.errors.constData());
    const QJsonObject report = run.json();
    for (const QString &count : {u"read"_s, u"reposts"_s, u"withdrawn"_s, u"skipped"_s})
        QVERIFY2(report[count] == counts[count], qPrintable(count));
    QCOMPARE(report[u"added"].toInt() + report[u"duplicates"].toInt() + report[u"updated"].toInt(),
             counts[u"stories"].toInt());

    // Tables of one's own have no native ids, but each of their texts is there once.
    const QString key = kind == u"csv"_s ? u"text"_s : u"native_id"_s;
    QHash<QString, QJsonObject> stories;
    const auto found = stored(program);
    for (const QJsonObject &story : found)
        stories.insert(story[key].toString(), story);
    const QJsonArray all = wanted[u"stories"].toArray();
    for (const QJsonValue story : all) {
        QVERIFY2(stories.contains(story[key].toString()), qPrintable(story[key].toString()));
        compare(story.toObject(), stories.value(story[key].toString()));
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
