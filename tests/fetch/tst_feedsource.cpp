#include "fetch/FeedDiscovery.h"
#include "fetch/FeedSource.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

const QUrl typed(u"https://blog.example/"_s);

Subscription feed()
{
    Subscription subscription;
    subscription.address = typed;
    return subscription;
}

HttpAnswer answer(int status, const QByteArray &body,
                  const QVector<std::pair<QByteArray, QByteArray>> &headers = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.address = typed;
    answer.headers = headers;
    answer.body = body;
    return answer;
}

} // namespace

/// Feeds as a source: found, asked again, moved, gone.
class TestFeedSource : public QObject
{
    Q_OBJECT

private slots:
    void theNextRequestSaysWhatIsKnown();
    void anUnchangedFeedBringsNothing();
    void anEmptyAnswerIsNoFeed();
    void jsonAboutSomethingElseIsNoFeed();
    void onlyWhatWasReadCanBeUnchanged();
    void whatIsKnownBelongsToWhoeverGaveIt();
    void anotherDayAsksForTheWholeFeed();
    void aPageNamesItsFeed();
    void aFeedThatIsLostIsLookedForOnItsPage_data();
    void aFeedThatIsLostIsLookedForOnItsPage();
    void aPageThatNamesNoneSaysSo();
    void aMovedFeedIsAskedAtItsNewAddress();
    void aPageMovesWithoutItsFeed();
    void aFeedThatIsGoneIsGone();
    void onlyWhatWasTypedCanBeGone();
    void theServersEncodingGoesFirst();
    void feedsSayHowOftenToCome_data();
    void feedsSayHowOftenToCome();
    void aHeadOfEntitiesSaysNothing();
    void feedsAreFoundInPages_data();
    void feedsAreFoundInPages();
    void pagesAreToldFromFeeds_data();
    void pagesAreToldFromFeeds();
};

void TestFeedSource::theNextRequestSaysWhatIsKnown()
{
    FeedSource first(feed(), {});
    const auto request = first.next();
    QVERIFY(request && request->known.isEmpty());
    const auto page = std::get<FetchedPage>(first.take(
        answer(200, "<rss/>", {{"etag", "W/\"1\""}, {"last-modified", "Sat, 01 Aug 2026 14:02:00 GMT"}})));
    QCOMPARE(page.format, u"feed"_s);
    QCOMPARE(page.bytes, "<rss/>"_ba);
    QVERIFY(!first.next());
    FeedSource second(feed(), page.place);
    QVERIFY(second.next()->known == (Validators{"W/\"1\"", "Sat, 01 Aug 2026 14:02:00 GMT", typed}));
    // Of another address nothing is known.
    Subscription other = feed();
    other.address = QUrl(u"https://other.example/"_s);
    FeedSource third(other, page.place);
    QVERIFY(third.next()->known.isEmpty());
    QCOMPARE(third.next()->address, other.address);
}

void TestFeedSource::anUnchangedFeedBringsNothing()
{
    FeedSource first(feed(), {});
    (void)first.next();
    const auto read = std::get<FetchedPage>(first.take(answer(200, "<rss/>", {{"etag", "1"}})));
    FeedSource source(feed(), read.place);
    (void)source.next();
    const auto page = std::get<FetchedPage>(source.take(answer(304, "a body that may not be there")));
    QVERIFY(page.bytes.isEmpty());
    QVERIFY(!source.next());
}

/// And isn't remembered, lest it stay unchanged for ever.
void TestFeedSource::anEmptyAnswerIsNoFeed()
{
    FeedSource source(feed(), {});
    (void)source.next();
    const auto problem = std::get<PageProblem>(source.take(answer(200, " \n", {{"etag", "1"}})));
    QVERIFY2(problem.message.contains(typed.host()), qPrintable(problem.message));
}

void TestFeedSource::jsonAboutSomethingElseIsNoFeed()
{
    for (const char *body : {"{}", "[]", "{\"error\":\"Come back later\"}"}) {
        FeedSource source(feed(), {});
        (void)source.next();
        const auto taken = source.take(answer(200, body));
        QVERIFY2(std::holds_alternative<PageProblem>(taken), body);
        QVERIFY(std::get<PageProblem>(taken).message.contains(typed.host()));
    }
    FeedSource source(feed(), {});
    (void)source.next();
    QVERIFY(std::holds_alternative<FetchedPage>(source.take(answer(200, R"({"version":"1","items":[]})"))));
}

/// Unchanged since when? Nothing was ever read.
void TestFeedSource::onlyWhatWasReadCanBeUnchanged()
{
    FeedSource source(feed(), {});
    (void)source.next();
    const auto problem = std::get<PageProblem>(source.take(answer(304, {})));
    QVERIFY2(problem.message.contains(typed.host()), qPrintable(problem.message));
}

/// Another page may have the same tag, and what comes from there may be no feed, or an old one.
void TestFeedSource::whatIsKnownBelongsToWhoeverGaveIt()
{
    FeedSource first(feed(), {});
    (void)first.next();
    HttpAnswer lent = answer(200, "<rss/>", {{"etag", "1"}});
    lent.address = QUrl(u"https://blog.example/maintenance"_s);
    const QString place = std::get<FetchedPage>(first.take(lent)).place;
    FeedSource second(feed(), place);
    const auto request = second.next();
    QCOMPARE(request->address, typed);
    QVERIFY(request->known == (Validators{"1", {}, lent.address}));
    QVERIFY(std::holds_alternative<PageProblem>(second.take(answer(304, {})))); // nobody was asked that there
}

void TestFeedSource::anotherDayAsksForTheWholeFeed()
{
    const auto read = [](const Subscription &subscription, const QString &place, std::optional<Instant> again) {
        FeedSource source(subscription, place, again);
        const bool isWhole = source.next()->known.isEmpty();
        const auto page = std::get<FetchedPage>(source.take(answer(200, "<rss/>", {{"etag", "1"}})));
        return std::tuple(page.place, isWhole, page.since);
    };
    const Subscription all = feed();
    Subscription some = feed();
    some.since = 1000;
    const auto [known, isFirstWhole, noSince] = read(all, {}, {});
    QVERIFY(isFirstWhole && !noSince);
    // Asked for by hand, and then nothing is taken for known that was left out.
    const auto [later, isAgainWhole, again] = read(all, known, 2000);
    QVERIFY(isAgainWhole && again == 2000);
    QVERIFY(std::get<1>(read(all, later, {})));
    QVERIFY(!std::get<1>(read(all, known, {})));
    // The source's own, and another one.
    const auto [narrow, isNarrowWhole, since] = read(some, known, {});
    QVERIFY(isNarrowWhole && since == 1000);
    QVERIFY(!std::get<1>(read(some, narrow, {})));
    QVERIFY(std::get<1>(read(all, narrow, {})));
    QVERIFY(std::get<2>(read(some, narrow, 500)) == 500);
}

void TestFeedSource::aFeedThatIsLostIsLookedForOnItsPage_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not there") << 404;
    QTest::newRow("gone") << 410;
}

void TestFeedSource::aFeedThatIsLostIsLookedForOnItsPage()
{
    QFETCH(const int, status);
    const auto page = [](const QByteArray &feed) {
        return answer(200, "<html><link rel=alternate type=application/rss+xml href=" + feed + "></html>");
    };
    FeedSource first(feed(), {});
    (void)first.next();
    (void)first.take(page("/old"));
    const QString place = std::get<FetchedPage>(first.take(answer(200, "<rss/>"))).place;
    FeedSource found(feed(), place);
    QCOMPARE(found.next()->address.path(), u"/old"_s);
    QVERIFY(std::holds_alternative<FetchedPage>(found.take(answer(status, {}))));
    QCOMPARE(found.next()->address, typed);
    (void)found.take(page("/new"));
    QCOMPARE(found.next()->address.path(), u"/new"_s);
    const QString moved = std::get<FetchedPage>(found.take(answer(200, "<rss/>"))).place;
    QCOMPARE(FeedSource(feed(), moved).next()->address.path(), u"/new"_s);
    // The page names the same one still: once is enough.
    FeedSource lost(feed(), place);
    (void)lost.next();
    (void)lost.take(answer(status, {}));
    (void)lost.take(page("/old"));
    HttpAnswer missing = answer(status, {});
    missing.address = lost.next()->address;
    QCOMPARE(std::get<PageProblem>(lost.take(missing)).outcome, FetchOutcome::Failed);
}

void TestFeedSource::aPageNamesItsFeed()
{
    FeedSource source(feed(), {});
    (void)source.next();
    const QByteArray page = "<!DOCTYPE html><html><head><link rel='alternate' type='application/atom+xml' "
                            "href='/atom.xml?a=1&amp;b=2'></head></html>";
    QVERIFY(std::get<FetchedPage>(source.take(answer(200, page))).bytes.isEmpty());
    QCOMPARE(source.next()->address, QUrl(u"https://blog.example/atom.xml?a=1&b=2"_s));
    const auto read = std::get<FetchedPage>(source.take(answer(200, "<feed/>")));
    FeedSource again(feed(), read.place);
    QCOMPARE(again.next()->address, QUrl(u"https://blog.example/atom.xml?a=1&b=2"_s));
}

void TestFeedSource::aPageThatNamesNoneSaysSo()
{
    FeedSource source(feed(), {});
    (void)source.next();
    const auto problem = std::get<PageProblem>(source.take(answer(200, "<html><body>nothing</body></html>")));
    QVERIFY2(problem.message.contains(u"blog.example"_s), qPrintable(problem.message));
}

void TestFeedSource::aMovedFeedIsAskedAtItsNewAddress()
{
    FeedSource source(feed(), {});
    (void)source.next();
    HttpAnswer moved = answer(200, "<rss/>");
    moved.movedForGood = QUrl(u"https://new.example/rss"_s);
    const auto page = std::get<FetchedPage>(source.take(moved));
    QCOMPARE(FeedSource(feed(), page.place).next()->address, moved.movedForGood);
    QCOMPARE(movedTo(feed(), page.place), moved.movedForGood);
    QVERIFY(source.ending()->outcome == FetchOutcome::Done);
    QVERIFY2(source.ending()->message.contains(u"https://new.example/rss"_s), qPrintable(source.ending()->message));
    // Said once, and known for good; of another address it says nothing.
    FeedSource later(feed(), page.place);
    (void)later.next();
    HttpAnswer there = answer(200, "<rss/>");
    there.address = moved.movedForGood;
    QCOMPARE(movedTo(feed(), std::get<FetchedPage>(later.take(there)).place), moved.movedForGood);
    QVERIFY(!later.ending());
    Subscription other = feed();
    other.address = QUrl(u"https://other.example/"_s);
    QVERIFY(movedTo(other, page.place).isEmpty());
    // Where it is lost, what was typed is asked again, and may have come home.
    FeedSource lost(feed(), page.place);
    (void)lost.next();
    (void)lost.take(answer(404, {}));
    QCOMPARE(lost.next()->address, typed);
    QVERIFY(movedTo(feed(), std::get<FetchedPage>(lost.take(answer(200, "<rss/>"))).place).isEmpty());
}

/// Nobody typed the feed that a page names: where that one goes says nothing of the page.
void TestFeedSource::aPageMovesWithoutItsFeed()
{
    const QByteArray page = "<html><link rel=alternate type=application/rss+xml href=/feed></html>";
    FeedSource source(feed(), {});
    (void)source.next();
    (void)source.take(answer(200, page));
    HttpAnswer moved = answer(200, "<rss/>");
    moved.movedForGood = QUrl(u"https://new.example/rss"_s);
    const QString place = std::get<FetchedPage>(source.take(moved)).place;
    QVERIFY(movedTo(feed(), place).isEmpty() && !source.ending());
    QCOMPARE(FeedSource(feed(), place).next()->address, moved.movedForGood);

    FeedSource other(feed(), {});
    (void)other.next();
    HttpAnswer movedPage = answer(200, page);
    movedPage.movedForGood = movedPage.address = QUrl(u"https://new.example/"_s);
    (void)other.take(movedPage);
    QCOMPARE(other.next()->address, QUrl(u"https://new.example/feed"_s));
    QCOMPARE(movedTo(feed(), std::get<FetchedPage>(other.take(answer(200, "<rss/>"))).place),
             movedPage.movedForGood);
}

void TestFeedSource::aFeedThatIsGoneIsGone()
{
    FeedSource source(feed(), {});
    (void)source.next();
    QCOMPARE(std::get<PageProblem>(source.take(answer(410, {}))).outcome, FetchOutcome::Gone);
}

/// A page that is there may name another feed tomorrow, and a redirect may lead elsewhere.
void TestFeedSource::onlyWhatWasTypedCanBeGone()
{
    HttpAnswer gone = answer(410, {});
    gone.address = QUrl(u"https://blog.example/feed"_s);
    FeedSource named(feed(), {});
    (void)named.next();
    (void)named.take(answer(200, "<html><link rel=alternate type=application/rss+xml href=/feed></html>"));
    QCOMPARE(named.next()->address, gone.address);
    const auto problem = std::get<PageProblem>(named.take(gone));
    QCOMPARE(problem.outcome, FetchOutcome::Failed);
    QVERIFY2(problem.message.contains(u"blog.example"_s), qPrintable(problem.message));
    FeedSource led(feed(), {});
    (void)led.next();
    QCOMPARE(std::get<PageProblem>(led.take(gone)).outcome, FetchOutcome::Failed);
}

void TestFeedSource::theServersEncodingGoesFirst()
{
    FeedSource source(feed(), {});
    (void)source.next();
    const auto page
        = std::get<FetchedPage>(source.take(answer(200, "<?xml version='1.0' encoding='utf-8'?><rss>caf\xe9</rss>",
                                                   {{"content-type", "text/xml; charset=ISO-8859-1"}})));
    QVERIFY(page.bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(page.bytes.contains("caf\xc3\xa9"));
}

void TestFeedSource::feedsSayHowOftenToCome_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("minutes");
    QTest::newRow("nothing") << ""_ba << 0;
    QTest::newRow("ttl") << "<ttl> 90 </ttl>"_ba << 90;
    QTest::newRow("ttl that is none") << "<ttl>soon</ttl>"_ba << 0;
    QTest::newRow("ttl below nothing") << "<ttl>-5</ttl>"_ba << 0;
    QTest::newRow("hourly") << "<sy:updatePeriod>hourly</sy:updatePeriod>"_ba << 60;
    QTest::newRow("twice a day") << "<sy:updatePeriod>\n daily </sy:updatePeriod><sy:updateFrequency>2"
                                    "</sy:updateFrequency>"_ba
                                 << 12 * 60;
    QTest::newRow("never as often as that") << "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0"
                                               "</sy:updateFrequency>"_ba
                                            << 24 * 60;
    QTest::newRow("both") << "<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>"_ba << 60;
    QTest::newRow("once a year") << "<sy:updatePeriod>yearly</sy:updatePeriod>"_ba << 7 * 24 * 60;
    QTest::newRow("an entry's") << "<item><ttl>90</ttl></item>"_ba << 0;
    QTest::newRow("broken off") << "<ttl>90</ttl><broken"_ba << 90;
    QTest::newRow("behind a list of entries") << "<items><li/></items><ttl>90</ttl>"_ba << 90;
    QTest::newRow("an entry's, with a prefix") << "<a:item><ttl>90</ttl></a:item>"_ba << 0;
    // What is known to harm readers of XML.
    QByteArray attributes;
    for (int i = 0; i < 5000; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    QTest::newRow("a tag full of attributes") << "<ttl>90</ttl><x" + attributes + "/>" << 90;
    QTest::newRow("a long name") << "<p:" + QByteArray(4094, 'n') + "/><ttl>90</ttl>" << 90;
    QTest::newRow("deep") << "<ttl>90</ttl>" + QByteArray("<x>").repeated(10'000) << 90;
    QTest::newRow("long before it") << QByteArray(70'000, ' ') + "<ttl>90</ttl>" << 0;
}

void TestFeedSource::feedsSayHowOftenToCome()
{
    QFETCH(const QByteArray, head);
    QFETCH(const int, minutes);
    const QByteArray document
        = "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>" + head + "</channel></rss>";
    const auto rest = minutes == 0 ? std::nullopt : std::optional<Milliseconds>(std::chrono::minutes{minutes});
    FeedSource source(feed(), {});
    const auto page = std::get<FetchedPage>(source.take(answer(200, document, {{"etag", "1"}})));
    QCOMPARE(page.rest, rest);
    // It holds for an unchanged feed, too, which comes without its head.
    FeedSource later(feed(), page.place);
    QCOMPARE(std::get<FetchedPage>(later.take(answer(304, {}))).rest, rest);
}

/// What they stand for is more than a head may hold.
void TestFeedSource::aHeadOfEntitiesSaysNothing()
{
    const QByteArray bomb = "<!DOCTYPE rss [<!ENTITY a '" + QByteArray(10'000, 'a') + "'>]><rss><channel><title>"
        + QByteArray("&a;").repeated(10'000) + "</title><ttl>90</ttl></channel></rss>";
    FeedSource source(feed(), {});
    QVERIFY(!std::get<FetchedPage>(source.take(answer(200, bomb))).rest);
}

void TestFeedSource::feedsAreFoundInPages_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("feed");
    const auto row = [](const char *name, const QByteArray &page, const char *feed) {
        QTest::newRow(name) << page << QString::fromLatin1(feed);
    };
    row("RSS", R"(<link rel="alternate" type="application/rss+xml" href="rss.xml">)",
        "https://blog.example/a/rss.xml");
    row("capitals", R"(<LINK HREF="/r" TYPE="application/RSS+xml" REL="Alternate">)", "https://blog.example/r");
    row("without quotes", "<link rel=alternate type=application/atom+xml href=/r>", "https://blog.example/r");
    row("JSON Feed", R"(<link rel="alternate" type="application/feed+json" href="https://x.example/j">)",
        "https://x.example/j");
    row("with a base",
        R"(<base href="https://x.example/b/"><link rel="alternate" type="application/rss+xml" href="r">)",
        "https://x.example/b/r");
    row("the first of two",
        R"(<link rel="alternate" type="application/rss+xml" href="/1">)"
        R"(<link rel="alternate" type="application/rss+xml" href="/2">)",
        "https://blog.example/1");
    row("a translation", R"(<link rel="alternate" hreflang="de" href="/de">)", "");
    row("a style sheet", R"(<link rel="stylesheet" type="text/css" href="/s">)", "");
    row("an endless tag", "<link " + QByteArray(100'000, 'x'), "");
    const QByteArray real = "<link rel='alternate' type='application/rss+xml' href='/r'>";
    const QByteArray other = "<link rel='alternate' type='application/rss+xml' href='/other'>";
    row("in a comment", "<!-- " + other + " -->" + real, "https://blog.example/r");
    row("in a script", "<script>var link = \"" + other + "\";</script>" + real, "https://blog.example/r");
    row("in a comment alone", "<!--" + other + "-->", "");
    row("a sign in its title", "<link title='a > b' rel='alternate' href='/r' type='application/rss+xml'>" + other,
        "https://blog.example/r");
    row("JSON before a feed", "<link rel='alternate' type='application/json' href='/wp-json/1'>" + real,
        "https://blog.example/r");
    row("JSON alone", "<link rel='alternate' type='application/json' href='/j'>", "https://blog.example/j");
}

void TestFeedSource::feedsAreFoundInPages()
{
    QFETCH(const QByteArray, page);
    QTEST(feedNamedIn(page, QUrl(u"https://blog.example/a/"_s)).value_or(QUrl()).toString(), "feed");
}

void TestFeedSource::pagesAreToldFromFeeds_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isPage");
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, bool isPage) {
        QTest::newRow(name) << type << body << isPage;
    };
    row("a page", "text/html", "<!DOCTYPE html><html></html>", true);
    row("without html", "text/html; charset=utf-8", "<link rel=alternate href=/r><p>Words", true);
    row("without html and type", "", "<title>Words</title>", true);
    row("words", "text/html", "Come back later", true);
    row("a feed under a page's type", "text/html", "<?xml version='1.0'?><!-- <html> --><rss/>", false);
    row("Atom with a prefix", "text/html", "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", false);
    row("RSS 1.0", "text/plain", "<rdf:RDF/>", false);
    row("a feed about pages", "application/xml", "<rss><item>&lt;html&gt;<html/></item></rss>", false);
    row("another document", "application/xml", "<opml/>", false);
    row("a feed in JSON", "text/html", "{\"items\":[]}", false);
    row("nothing", "text/html", " \n", false);
}

void TestFeedSource::pagesAreToldFromFeeds()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QTEST(isWebPage(body, type), "isPage");
}

QTEST_APPLESS_MAIN(TestFeedSource)
#include "tst_feedsource.moc"
