#include "store/StoryTexts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_storytexts : public QObject
{
    Q_OBJECT

private slots:
    void aTimeIsToldOnce_data();
    void aTimeIsToldOnce();
    void anAddressIsKeptWithoutTheIdBehindIt_data();
    void anAddressIsKeptWithoutTheIdBehindIt();
};

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
    QTest::newRow("id behind") << u"12"_s << u"https://example.org/12"_s << QByteArray("https://example.org/");
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
    QCOMPARE(QString::fromUtf8(texts.permalink) + (texts.isPermalinkCut ? id : QString()), address);
}

QTEST_GUILESS_MAIN(tst_storytexts)
#include "tst_storytexts.moc"
