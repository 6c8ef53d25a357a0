#include "collection/FeedList.h"
#include "collection/SubscriptionNames.h"
#include "collection/SubscriptionRules.h"

#include <QLocale>
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
    void sourcesStandApart_data();
    void sourcesStandApart();
    void whereAnotherOneMovedToASourceStaysAsItIs();
    void whatIsLeftOfASourceHoldsNoName();
    void nobodyGetsWhatIsLeftByAMadeUpName();
    void addressesAreUnderstoodAsTyped_data();
    void addressesAreUnderstoodAsTyped();
    void whatCantBeAskedIsSaidFirst_data();
    void whatCantBeAskedIsSaidFirst();
    void aTokenIsOneLine_data();
    void aTokenIsOneLine();
    void whatIsGoneIsAskedByNameAlone();
    void aScheduleThatCostsMoneyNeedsABudget_data();
    void aScheduleThatCostsMoneyNeedsABudget();
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
    const ListedSubscriptions listed
        = subscriptionsTo({{u"There already"_s, QUrl(u"https://a.example/feed"_s), {}},
                           {u"New"_s, QUrl(u"https://b.example/feed"_s), {}},
                           {u"source 1"_s, QUrl(u"https://c.example/feed"_s), {}},
                           {u"A file"_s, QUrl(u"https://d.example/feed"_s), {}},
                           {{}, QUrl(u"https://e.example/feed"_s), {}},
                           {u"No address of the web"_s, QUrl(u"file:///etc/passwd"_s), {}}},
                          facts);
    QStringList names;
    for (const Subscription &subscription : listed.subscriptions)
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

void TestSubscriptions::sourcesStandApart_data()
{
    QTest::addColumn<Subscription>("added");
    QTest::addColumn<QString>("says"); // empty: nothing
    const auto row = [](const char *name, const QString &address, const QStringList &tags, const QString &called,
                        const QString &says) {
        Subscription added
            = subscribed(0, tags.isEmpty() ? Service::Feed : Service::Mastodon, address).subscription;
        added.anyTags = tags;
        added.name = called;
        QTest::newRow(name) << added << says;
    };
    row("new", u"https://c.example/feed"_s, {}, u"new"_s, {});
    row("the same feed", u"https://a.example/feed"_s, {}, u"new"_s, u"source 1"_s);
    row("another feed of it", u"https://a.example/feed/2"_s, {}, u"new"_s, {});
    row("the same tag", u"https://b.example/"_s, {u"metoo"_s}, u"new"_s, u"source 2"_s);
    row("the same tag in other letters", u"https://b.example/"_s, {u"MeToo"_s}, u"new"_s, u"source 2"_s);
    row("another tag", u"https://b.example"_s, {u"other"_s}, u"new"_s, {});
    row("the name of a source", u"https://c.example/feed"_s, {}, u"source 1"_s, u"source 1"_s);
    row("the name of a file", u"https://c.example/feed"_s, {}, u"A file"_s, u"A file"_s);
}

void TestSubscriptions::sourcesStandApart()
{
    QFETCH(const Subscription, added);
    QFETCH(const QString, says);
    CollectionFacts facts;
    facts.subscriptions = {subscribed(1, Service::Feed, u"https://a.example/feed"_s),
                           subscribed(2, Service::Mastodon, u"https://b.example"_s)};
    facts.subscriptions[1].subscription.anyTags = {u"metoo"_s};
    facts.sources = {{1, u"A file"_s, u"csv"_s, 12, {}}};
    const auto clash = clashOf(added, facts);
    QCOMPARE(clash.has_value(), !says.isEmpty());
    QVERIFY2(!clash || clash->contains(says), qPrintable(clash.value_or(QString())));
    for (const SubscriptionFacts &each : facts.subscriptions)
        QVERIFY(!clashOf(each.subscription, facts)); // with itself
}

void TestSubscriptions::whereAnotherOneMovedToASourceStaysAsItIs()
{
    CollectionFacts facts;
    facts.subscriptions = {subscribed(1, Service::Feed, u"https://a.example/old"_s),
                           subscribed(2, Service::Feed, u"https://a.example/new"_s)};
    facts.subscriptions[0].state.place = uR"({"typed":"https://a.example/old","moved":"https://a.example/new"})"_s;
    Subscription changed = facts.subscriptions.at(1).subscription;
    changed.name = u"Renamed"_s;
    QVERIFY(!clashOf(changed, facts));
    Subscription added = subscribed(0, Service::Feed, u"https://a.example/new"_s).subscription;
    facts.subscriptions.removeLast();
    QVERIFY(clashOf(added, facts));
}

void TestSubscriptions::whatIsLeftOfASourceHoldsNoName()
{
    CollectionFacts facts;
    facts.sources = {{1, u"blog"_s, u"csv"_s, 12, {}}, {2, u"paper"_s, u"feed"_s, 12, {}, false, true}};
    const Subscription feed = subscribed(0, Service::Feed, u"https://c.example/feed"_s).subscription;
    QCOMPARE(freeName(u"blog"_s, takenNames(facts, feed)), u"blog (2)"_s);
    QCOMPARE(freeName(u"paper"_s, takenNames(facts, feed)), u"paper"_s);
    const Subscription tag = subscribed(0, Service::Mastodon, u"https://c.example"_s).subscription;
    QCOMPARE(freeName(u"paper"_s, takenNames(facts, tag)), u"paper (2)"_s); // pages of another kind
}

/// Else the stories of another feed that happens to be called so would go into that source.
void TestSubscriptions::nobodyGetsWhatIsLeftByAMadeUpName()
{
    CollectionFacts facts;
    facts.sources = {{1, u"News"_s, u"feed"_s, 12, {}, false, true},
                     {2, u"source 1"_s, u"feed"_s, 12, {}, false, true},
                     {3, u"b.example/feed"_s, u"feed"_s, 12, {}, false, true}};
    facts.subscriptions = {subscribed(1, Service::Feed, u"https://a.example/feed"_s)};
    const auto listed = subscriptionsTo({{u"News"_s, QUrl(u"https://c.example/feed"_s), {}},
                                         {{}, QUrl(u"https://b.example/feed"_s), {}}},
                                        facts)
                            .subscriptions;
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.at(0).name, u"News (2)"_s);
    QCOMPARE(listed.at(1).name, u"b.example/feed (2)"_s);
    QVERIFY(usedNames(facts).contains(u"source 1"_s));
    QVERIFY(!usedNames(facts, 1).contains(u"source 1"_s)); // it keeps its own
    // Who types the name means it.
    Subscription typed = subscribed(0, Service::Feed, u"https://c.example/feed"_s).subscription;
    typed.name = u"News"_s;
    QVERIFY(!clashOf(typed, facts));
}

void TestSubscriptions::addressesAreUnderstoodAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host"); // empty: it is no address
    QTest::newRow("whole") << u"https://blog.example/feed"_s << u"blog.example"_s;
    QTest::newRow("without a scheme") << u" blog.example/feed "_s << u"blog.example"_s;
    QTest::newRow("with a port") << u"nas:8080/feed"_s << u"nas"_s;
    QTest::newRow("a number") << u"192.168.1.2"_s << u"192.168.1.2"_s;
    QTest::newRow("a long number") << u"[::1]:8080/feed"_s << u"::1"_s;
    QTest::newRow("this machine") << u"localhost/feed"_s << u"localhost"_s;
    QTest::newRow("in other letters") << u"bücher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("an own name, whole") << u"https://printer/feed"_s << u"printer"_s;
    QTest::newRow("a word") << u"nonsense"_s << QString();
    QTest::newRow("a word and a path") << u"nonsense/feed.xml"_s << QString();
    QTest::newRow("words") << u"Dr. No and others"_s << QString();
    QTest::newRow("a dot") << u"."_s << QString();
    QTest::newRow("no port") << u"blog:feed"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSubscriptions::addressesAreUnderstoodAsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, host);
    Subscription feed;
    feed.address = typedAddress(typed);
    QCOMPARE(feed.address.host(), host);
    QCOMPARE(lackOf(feed).has_value(), host.isEmpty());
    QVERIFY(!host.isEmpty() || lackOf(feed)->contains(typed));
}

void TestSubscriptions::whatCantBeAskedIsSaidFirst_data()
{
    QTest::addColumn<Subscription>("subscription");
    QTest::addColumn<QString>("says"); // empty: nothing
    const auto search = [](int letters, bool wholeArchive) {
        Subscription asked = subscribed(1, Service::X, u"https://api.example"_s).subscription;
        asked.words = QString::fromUcs4(U"\U0001F58B").repeated(letters);
        asked.wholeArchive = wholeArchive;
        asked.budget = 100;
        return asked;
    };
    QTest::newRow("as long as may be") << search(512, false) << QString();
    QTest::newRow("too long") << search(513, false) << u"512"_s;
    QTest::newRow("as long as may be, in the archive") << search(1024, true) << QString();
    QTest::newRow("too long for the archive") << search(1025, true) << u"1,024"_s;
    const auto at = [](const QString &address) { return subscribed(1, Service::Feed, address).subscription; };
    const auto tagged = [&](const QString &tags) {
        Subscription asked = subscribed(1, Service::Mastodon, u"https://a.example"_s).subscription;
        asked.anyTags = typedTags(tags);
        return asked;
    };
    QTest::newRow("tags") << tagged(u"#metoo, \uFF03わたしも、ميتو_1"_s) << QString();
    QTest::newRow("no tag") << tagged(u"metoo me/too"_s) << u"me/too"_s;
    QTest::newRow("http") << at(u"http://blog.example/feed"_s) << u"https"_s;
    QTest::newRow("http in one's own network") << at(u"http://127.0.0.1:8080/feed"_s) << QString();
    QTest::newRow("https") << at(u"https://blog.example/feed"_s) << QString();
}

void TestSubscriptions::whatCantBeAskedIsSaidFirst()
{
    QFETCH(const Subscription, subscription);
    QFETCH(const QString, says);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto lack = lackOf(subscription);
    QCOMPARE(lack.has_value(), !says.isEmpty());
    QVERIFY2(!lack || lack->contains(says), qPrintable(lack.value_or(QString())));
}

void TestSubscriptions::aTokenIsOneLine_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("a token") << u"abcd-efgh-1234_~+/="_s << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("a second header") << u"abcd\r\nX-Other: 1"_s << false;
    QTest::newRow("a line break") << u"abcd\nefgh"_s << false;
    QTest::newRow("nothing that is seen") << u"abcd"_s + QChar(0) << false;
}

void TestSubscriptions::aTokenIsOneLine()
{
    QFETCH(const QString, token);
    QTEST(!faultOf(token).has_value(), "isOne");
}

void TestSubscriptions::whatIsGoneIsAskedByNameAlone()
{
    const Subscription feed = subscribed(1, Service::Feed, u"https://a.example/feed"_s).subscription;
    Subscription scheduled = feed;
    scheduled.everyMinutes = 30;
    SubscriptionState state;
    const FetchQuestion all;
    const FetchQuestion one{.subscriptions = {1}};
    QVERIFY(all.isAbout(feed, state) && one.isAbout(feed, state) && dueAt(scheduled, state));
    state.outcome = FetchOutcome::Gone;
    QVERIFY(!all.isAbout(feed, state) && one.isAbout(feed, state) && !dueAt(scheduled, state));
}

void TestSubscriptions::aScheduleThatCostsMoneyNeedsABudget_data()
{
    constexpr Instant minute = 60'000;
    const auto at
        = [](int month, int day) { return QDate(2026, month, day).startOfDay(Qt::UTC).toMSecsSinceEpoch(); };
    QTest::addColumn<int>("monthBudget");
    QTest::addColumn<QString>("paidMonth");
    QTest::addColumn<int>("paidPosts");
    QTest::addColumn<Instant>("askedAt");
    QTest::addColumn<std::optional<Instant>>("dueAt");
    QTest::addColumn<int>("budget"); // of a fetch at that moment
    const auto row = [](const char *name, int monthBudget, const QString &month, int paid, Instant askedAt,
                        std::optional<Instant> dueAt, int budget) {
        QTest::newRow(name) << monthBudget << month << paid << askedAt << dueAt << budget;
    };
    row("no budget", 0, {}, 0, at(3, 5), {}, 0);
    row("less than a page", 9, {}, 0, at(3, 5), {}, 9);
    row("never read", 1000, {}, 0, at(3, 5), at(3, 5) + 30 * minute, 250);
    row("some was read", 1000, u"2026-03"_s, 900, at(3, 5), at(3, 5) + 30 * minute, 100);
    row("nearly all was read", 1000, u"2026-03"_s, 991, at(3, 5), at(4, 1), 9);
    row("more was read, by hand", 1000, u"2026-12"_s, 3000, at(12, 5),
        QDate(2027, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch(), -2000);
    row("all was read, last month", 1000, u"2026-02"_s, 1000, at(3, 5), at(3, 5) + 30 * minute, 250);
}

void TestSubscriptions::aScheduleThatCostsMoneyNeedsABudget()
{
    QFETCH(const int, monthBudget);
    QFETCH(const QString, paidMonth);
    QFETCH(const int, paidPosts);
    QFETCH(const Instant, askedAt);
    Subscription search = subscribed(1, Service::X, u"https://api.example"_s).subscription;
    search.words = u"metoo"_s;
    search.everyMinutes = 30;
    search.budget = 250;
    search.monthBudget = monthBudget;
    SubscriptionState state;
    state.askedAt = askedAt;
    state.paidMonth = paidMonth;
    state.paidPosts = paidPosts;
    QTEST(dueAt(search, state), "dueAt");
    QTEST(scheduledBudget(search, state, askedAt), "budget");
    QCOMPARE(lackOf(search).has_value(), search.monthBudget < smallestBudget);
    search.everyMinutes.reset();
    QVERIFY(!lackOf(search));
    search.service = Service::Mastodon; // costs nothing
    search.anyTags = {u"metoo"_s};
    search.everyMinutes = 30;
    QCOMPARE(dueAt(search, state), askedAt + 30LL * 60'000);
}

QTEST_APPLESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
