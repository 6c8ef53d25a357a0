#include "collection/FeedList.h"
#include "collection/SubscriptionRules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

SubscriptionFacts subscribed(qint64 number, Service service, const QString &address, const QString &account = {})
{
    SubscriptionFacts facts;
    facts.subscription.number = number;
    facts.subscription.name = u"source %1"_s.arg(number);
    facts.subscription.service = service;
    facts.subscription.address = QUrl(address);
    facts.subscription.account = account;
    return facts;
}

} // namespace

/// What holds for subscriptions beside one another.
class TestSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void aSecretGoesWithTheLastThatNeedsIt_data();
    void aSecretGoesWithTheLastThatNeedsIt();
    void aListBringsOnlyFeedsThatAreNew();
    void onlyFeedsAreListed();
};

void TestSubscriptions::aSecretGoesWithTheLastThatNeedsIt_data()
{
    QTest::addColumn<SubscriptionFacts>("other");
    QTest::addColumn<bool>("isLast");
    const QString server = u"https://server.example"_s;
    QTest::newRow("itself") << subscribed(1, Service::Bluesky, server, u"me"_s) << true;
    QTest::newRow("the same account") << subscribed(2, Service::Bluesky, server + u'/', u"me"_s) << false;
    QTest::newRow("another account") << subscribed(2, Service::Bluesky, server, u"you"_s) << true;
    QTest::newRow("another server") << subscribed(2, Service::Bluesky, u"https://b.example"_s, u"me"_s) << true;
    QTest::newRow("another port") << subscribed(2, Service::Bluesky, server + u":8443"_s, u"me"_s) << true;
    QTest::newRow("another service") << subscribed(2, Service::Mastodon, server, u"me"_s) << true;
}

void TestSubscriptions::aSecretGoesWithTheLastThatNeedsIt()
{
    QFETCH(const SubscriptionFacts, other);
    const auto mine = subscribed(1, Service::Bluesky, u"https://server.example"_s, u"me"_s);
    CollectionFacts facts;
    facts.subscriptions = {mine, other};
    QTEST(isLastWithItsSecret(mine.subscription, facts), "isLast");
    const auto feed = subscribed(9, Service::Feed, u"https://server.example"_s);
    QVERIFY(!isLastWithItsSecret(feed.subscription, facts)); // it has none
}

void TestSubscriptions::aListBringsOnlyFeedsThatAreNew()
{
    CollectionFacts facts;
    facts.subscriptions = {subscribed(1, Service::Feed, u"https://a.example/feed"_s)};
    facts.sources = {{1, u"A file"_s, u"csv"_s, 12, {}}};
    const QVector<Subscription> subscriptions
        = subscriptionsTo({{u"There already"_s, QUrl(u"https://a.example/feed"_s), {}},
                           {u"New"_s, QUrl(u"https://b.example/feed"_s), {}},
                           {u"source 1"_s, QUrl(u"https://c.example/feed"_s), {}},
                           {u"A file"_s, QUrl(u"https://d.example/feed"_s), {}},
                           {{}, QUrl(u"https://e.example/feed"_s), {}},
                           {u"No address of the web"_s, QUrl(u"file:///etc/passwd"_s), {}}},
                          facts);
    QStringList names;
    for (const Subscription &subscription : subscriptions)
        names << subscription.name;
    QCOMPARE(names, (QStringList{u"New"_s, u"source 1 (2)"_s, u"A file (2)"_s, u"e.example/feed"_s}));
}

void TestSubscriptions::onlyFeedsAreListed()
{
    CollectionFacts facts;
    facts.subscriptions = {subscribed(1, Service::Feed, u"https://a.example/feed"_s),
                           subscribed(2, Service::Mastodon, u"https://b.example"_s)};
    const QVector<ListedFeed> listed{{u"source 1"_s, QUrl(u"https://a.example/feed"_s), {}}};
    QCOMPARE(subscribedFeeds(facts), listed);
}

QTEST_APPLESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
