#include "import/Identity.h"
#include "story/Permalink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_identity : public QObject
{
    Q_OBJECT

private slots:
    void permalinksCompareEqual_data();
    void permalinksCompareEqual();
    void theIdComesFirst();
    void allVersionsOfAnEditAreOne();
    void aTweetsAddressIsItsId();
    void contentTellsOnlyWithTimeOrAuthor();
    void platformsStayApart();
};

void tst_identity::permalinksCompareEqual_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("normal");
    QTest::newRow("plain") << u"https://a.example/p/1"_s << u"https://a.example/p/1"_s;
    QTest::newRow("http, www, case") << u"http://WWW.A.example/p/1"_s << u"https://a.example/p/1"_s;
    QTest::newRow("closing slash") << u"https://a.example/p/1/"_s << u"https://a.example/p/1"_s;
    QTest::newRow("fragment") << u"https://a.example/p/1#x"_s << u"https://a.example/p/1"_s;
    QTest::newRow("tracking") << u"https://a.example/p?utm_source=x&id=3&fbclid=q"_s
                              << u"https://a.example/p?id=3"_s;
    QTest::newRow("only tracking") << u"https://a.example/p?utm_source=x"_s << u"https://a.example/p"_s;
    QTest::newRow("path keeps its case") << u"https://a.example/P/A"_s << u"https://a.example/P/A"_s;
    QTest::newRow("x.com") << u"https://x.com/u/status/7"_s << u"https://twitter.com/u/status/7"_s;
    QTest::newRow("mobile") << u"https://m.facebook.com/1"_s << u"https://facebook.com/1"_s;
    QTest::newRow("not an address") << u" row 7 "_s << u"row 7"_s;
}

void tst_identity::permalinksCompareEqual()
{
    QFETCH(QString, link);
    QTEST(normalPermalink(link), "normal");
}

void tst_identity::theIdComesFirst()
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = u"916"_s;
    story.permalink = u"https://twitter.com/a/status/916"_s;
    story.postedAt = 5;
    QCOMPARE(identityOf(story, "d", 1).keys, QStringList{u"twitter:916"_s});
    QCOMPARE(identityOf(story, "d", 1).keys, identityOf(story, "e", 2).keys);
}

void tst_identity::allVersionsOfAnEditAreOne()
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = u"2"_s;
    story.editIds = {u"1"_s, u"2"_s, u"3"_s};
    QCOMPARE(identityOf(story, "d", 1).keys, (QStringList{u"twitter:2"_s, u"twitter:1"_s, u"twitter:3"_s}));
}

void tst_identity::aTweetsAddressIsItsId()
{
    Story story;
    story.permalink = u"https://mobile.twitter.com/someone/status/123?s=20"_s;
    QCOMPARE(identityOf(story, "d", 1).keys, QStringList{u"twitter:123"_s});
}

void tst_identity::contentTellsOnlyWithTimeOrAuthor()
{
    Story bare;
    bare.text = u"#MeToo"_s;
    QVERIFY(identityOf(bare, "d", 1).keys != identityOf(bare, "d", 2).keys);
    QVERIFY(identityOf(bare, "d", 1).keys != identityOf(bare, "e", 1).keys);
    QCOMPARE(identityOf(bare, "d", 1).keys, identityOf(bare, "d", 1).keys);

    Story timed = bare;
    timed.postedAt = 1000;
    QCOMPARE(identityOf(timed, "d", 1).keys, identityOf(timed, "e", 2).keys);
    Story other = timed;
    other.postedAt = 1001;
    QVERIFY(identityOf(timed, "d", 1).keys != identityOf(other, "d", 1).keys);

    Story signedStory = bare;
    signedStory.author.handle = u"Mary"_s;
    other = bare;
    other.author.handle = u"mary"_s;
    QCOMPARE(identityOf(signedStory, "d", 1).keys, identityOf(other, "e", 2).keys);
}

void tst_identity::platformsStayApart()
{
    Story story;
    story.nativeId = u"1"_s;
    story.platform = Platform::Twitter;
    const QStringList keys = identityOf(story, "d", 1).keys;
    story.platform = Platform::Mastodon;
    QVERIFY(identityOf(story, "d", 1).keys != keys);
}

QTEST_APPLESS_MAIN(tst_identity)
#include "tst_identity.moc"
