#include "collection/Fetching.h"
#include "support/PostServer.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// One run of one subscription, from its first page to its last, without a collection.
class TestFetching : public QObject
{
    Q_OBJECT

private slots:
    void aRunEndsAtAThousandPages_data();
    void aRunEndsAtAThousandPages();
};

void TestFetching::aRunEndsAtAThousandPages_data()
{
    QTest::addColumn<int>("posts"); // one a page, and an empty page behind the last one
    QTest::addColumn<FetchOutcome>("outcome");
    QTest::newRow("a thousand pages") << 999 << FetchOutcome::Done;
    QTest::newRow("one more") << 1000 << FetchOutcome::Partly;
}

/// Nobody waits between its pages here.
void TestFetching::aRunEndsAtAThousandPages()
{
    QFETCH(const int, posts);
    QFETCH(const FetchOutcome, outcome);
    test::PostServer server(test::PostServer::Paging::Links, 1);
    server.add(posts);
    StoredSubscription stored;
    stored.subscription.service = Service::Mastodon;
    stored.subscription.address = server.address(QString());
    stored.subscription.anyTags = {u"metoo"_s};
    int taken = 0;
    FetchSink sink;
    sink.take = [&](const StoredSubscription &, const FetchedPage &page) -> Result<ImportReport> {
        taken += page.bytes.isEmpty() ? 0 : 1;
        stored.state.place = page.place;
        return ImportReport();
    };
    sink.note = [](qint64, const SubscriptionState &) { return Result<>(); };
    Patience patience;
    patience.between = Milliseconds{0};
    Network network(patience);
    Progress progress;
    const SourceFetch first = fetchSource(stored, {}, {}, network, sink, progress);
    QCOMPARE(first.outcome, outcome);
    QCOMPARE(server.requests().size(), 1000);
    QCOMPARE(taken, std::min(posts, 1000));
    QVERIFY2(first.message.isEmpty() == (outcome == FetchOutcome::Done), qPrintable(first.message));
    // Where it ended, the next one goes on.
    QCOMPARE(fetchSource(stored, {}, {}, network, sink, progress).outcome, FetchOutcome::Done);
}

QTEST_GUILESS_MAIN(TestFetching)
#include "tst_fetching.moc"
