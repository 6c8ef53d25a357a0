#include "store/TemporaryCollection.h"

#include "store/Connection.h"
#include "store/StoryJson.h"
#include "store/StoryTexts.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

class tst_storytexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aTimeIsToldOnce_data();
    void aTimeIsToldOnce();
    void anAddressIsKeptWithoutTheIdBehindIt_data();
    void anAddressIsKeptWithoutTheIdBehindIt();
    void theViewKnowsEveryForm();
    void listsComeBackAsTheyWere_data();
    void listsComeBackAsTheyWere();

private:
    TemporaryCollection m_collection;
    std::unique_ptr<Connection> m_connection;
};

void tst_storytexts::initTestCase()
{
    m_connection = valueOf(Connection::open(m_collection.path(), Connection::Access::Read));
}

void tst_storytexts::aTimeIsToldOnce_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<PostedAtForm>("form");
    constexpr qint64 time = 1508070215000;
    QTest::newRow("ISO") << u"2017-10-15T12:23:35Z"_s << time << PostedAtForm::Iso;
    QTest::newRow("ISO with milliseconds") << u"2017-10-15T12:23:35.042Z"_s << time + 42 << PostedAtForm::Iso;
    QTest::newRow("milliseconds, none of them")
        << u"2017-10-15T12:23:35.000Z"_s << time << PostedAtForm::IsoMilliseconds;
    QTest::newRow("Twitter's") << u"Sun Oct 15 12:23:35 +0000 2017"_s << time << PostedAtForm::Twitter;
    QTest::newRow("Twitter's, leap day")
        << u"Wed Feb 29 00:00:00 +0000 2012"_s << qint64{1330473600000} << PostedAtForm::Twitter;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59Z"_s << qint64{-1000} << PostedAtForm::Iso;
    QTest::newRow("another zone") << u"2017-10-15T14:23:35+02:00"_s << time << PostedAtForm::AsGiven;
    QTest::newRow("another time") << u"2017-10-15T12:23:36Z"_s << time << PostedAtForm::AsGiven;
    QTest::newRow("a day alone") << u"2017-10-15"_s << time << PostedAtForm::AsGiven;
    QTest::newRow("nothing") << QString() << time << PostedAtForm::AsGiven;
    QTest::newRow("beyond ASCII") << u"2017\u201310\u201315T12:23:35Z"_s << time << PostedAtForm::AsGiven;
}

void tst_storytexts::aTimeIsToldOnce()
{
    QFETCH(QString, written);
    QFETCH(qint64, time);
    Story story;
    story.postedAt = time;
    story.postedAtText = written;
    const StoryTexts texts = storyTexts(story);
    QTEST(texts.postedAtForm, "form");
    QCOMPARE(texts.postedAtText, texts.postedAtForm == PostedAtForm::AsGiven ? written.toUtf8() : QByteArray());
    QCOMPARE(postedAtText(QString::fromUtf8(texts.postedAtText), static_cast<qint64>(texts.postedAtForm), time),
             written);
}

void tst_storytexts::anAddressIsKeptWithoutTheIdBehindIt_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("id behind") << u"12"_s << u"https://example.org/12"_s << QByteArray("example.org");
    QTest::newRow("a status") << u"12"_s << u"https://example.org/anna/status/12"_s
                              << QByteArray("example.org/anna");
    QTest::newRow("a post") << u"12"_s << u"https://example.org/anna/posts/12"_s << QByteArray("example.org/anna");
    QTest::newRow("a tweet") << u"12"_s << u"https://twitter.com/anna/status/12"_s << QByteArray("anna");
    QTest::newRow("a toot") << u"12"_s << u"https://mastodon.social/@anna/12"_s << QByteArray("anna");
    QTest::newRow("on Bluesky") << u"3k"_s << u"https://bsky.app/profile/anna.example/post/3k"_s
                                << QByteArray("anna.example");
    QTest::newRow("start and end overlap") << u"12"_s << u"https://12"_s << QByteArray("https://");
    QTest::newRow("nothing between") << u"12"_s << u"https://x.com//status/12"_s << QByteArray("");
    QTest::newRow("without https") << u"12"_s << u"http://example.org/12"_s << QByteArray("http://example.org/");
    QTest::newRow("a quote") << u"1'2"_s << u"https://example.org/it's/1'2"_s << QByteArray("example.org/it's");
    QTest::newRow("another") << u"12"_s << u"https://example.org/13"_s << QByteArray("https://example.org/13");
    QTest::newRow("no id") << QString() << u"https://example.org/13"_s << QByteArray("https://example.org/13");
    QTest::newRow("the id alone") << u"at://a/b"_s << u"at://a/b"_s << QByteArray();
    QTest::newRow("no address") << u"12"_s << QString() << QByteArray();
}

void tst_storytexts::anAddressIsKeptWithoutTheIdBehindIt()
{
    QFETCH(QString, id);
    QFETCH(QString, address);
    Story story;
    story.nativeId = id;
    story.permalink = address;
    const StoryTexts texts = storyTexts(story);
    QTEST(texts.permalink, "kept");
    const auto whole = valueOf(m_connection->value(
        u"SELECT %1 FROM (SELECT ? AS permalink, ? AS permalink_cut, ? AS native_id) AS story_text"_s.arg(
            QLatin1StringView(wholePermalink())),
        {QString::fromUtf8(texts.permalink), texts.permalinkForm, id}));
    QCOMPARE(whole.toString(), address);
}

/// What other programs read: a form that is added needs a new view.
void tst_storytexts::theViewKnowsEveryForm()
{
    const auto view
        = valueOf(m_connection->value(u"SELECT sql FROM sqlite_schema WHERE name = 'story_permalink'"_s))
              .toString();
    const QString sql = QString::fromLatin1(wholePermalink());
    QVERIFY2(view.simplified().contains(sql.sliced(1, sql.size() - 2).simplified()), qPrintable(sql));
}

void tst_storytexts::listsComeBackAsTheyWere_data()
{
    QTest::addColumn<QStringList>("strings");
    QTest::addColumn<QString>("kept");
    QTest::newRow("none") << QStringList() << u""_s;
    QTest::newRow("one") << QStringList{u"MeToo"_s} << u"MeToo"_s;
    QTest::newRow("words") << QStringList{u"MeToo"_s, u"yotambién"_s} << u"MeToo yotambién"_s;
    QTest::newRow("a space") << QStringList{u"a photo"_s, u"b"_s} << uR"(["a photo","b"])"_s;
    QTest::newRow("an empty one") << QStringList{u""_s} << uR"([""])"_s;
    QTest::newRow("a bracket") << QStringList{u"[a]"_s} << uR"(["[a]"])"_s;
    QTest::newRow("a bracket behind") << QStringList{u"a"_s, u"[b]"_s} << u"a [b]"_s;
    QTest::newRow("a line's end") << QStringList{u"a\nb"_s} << uR"(["a\nb"])"_s;
}

void tst_storytexts::listsComeBackAsTheyWere()
{
    QFETCH(QStringList, strings);
    const QString kept = stringsToColumn(strings);
    QTEST(kept, "kept");
    QCOMPARE(stringsFromColumn(kept), strings);
    QCOMPARE(stringsFromColumn(stringsToJson(strings)), strings);
}

QTEST_GUILESS_MAIN(tst_storytexts)
#include "tst_storytexts.moc"
