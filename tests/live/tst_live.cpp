#include "collection/Collection.h"
#include "store/Store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Real servers, where somebody names them: TIDEMARK_LIVE_MASTODON and TIDEMARK_LIVE_BLUESKY are base addresses,
/// TIDEMARK_LIVE_TAG the hashtag to follow; TIDEMARK_LIVE_TOKEN, or TIDEMARK_LIVE_ACCOUNT and
/// TIDEMARK_LIVE_PASSWORD, let the test in.
class TestLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid() && prepareSqlite()); }
    void whatIsThereComesOnce_data();
    void whatIsThereComesOnce();

private:
    QTemporaryDir m_folder;
};

void TestLive::whatIsThereComesOnce_data()
{
    QTest::addColumn<QString>("service");
    QTest::newRow("Mastodon") << u"mastodon"_s;
    QTest::newRow("Bluesky") << u"bluesky"_s;
}

void TestLive::whatIsThereComesOnce()
{
    QFETCH(const QString, service);
    const QString address = qEnvironmentVariable(("TIDEMARK_LIVE_" + service.toUpper().toLatin1()).constData());
    if (address.isEmpty())
        QSKIP("no server is named");
    auto collection = Collection::open(m_folder.filePath(service + u".tidemark"_s), Collection::Missing::Create);
    QVERIFY2(collection, collection ? "" : qPrintable(collection.error().message));
    Subscription subscription;
    subscription.name = service;
    subscription.service = *serviceFromKey(service);
    subscription.address = QUrl(address);
    subscription.anyTags = {qEnvironmentVariable("TIDEMARK_LIVE_TAG", u"metoo"_s)};
    subscription.account = qEnvironmentVariable("TIDEMARK_LIVE_ACCOUNT");
    const auto added = (*collection)->addSubscription(subscription).answer.result();
    QVERIFY(added);
    FetchQuestion question;
    question.secrets.insert(
        *added, qEnvironmentVariable(service == "mastodon"_L1 ? "TIDEMARK_LIVE_TOKEN" : "TIDEMARK_LIVE_PASSWORD"));
    for (int time = 0; time < 2; ++time) {
        const auto fetches = (*collection)->fetch(question).answer.result();
        QVERIFY(fetches);
        const SourceFetch &fetch = fetches->constFirst();
        QVERIFY2(fetch.outcome == FetchOutcome::Done, qPrintable(fetch.message));
        QVERIFY2(time == 0 || fetch.counts.added == 0, "nobody shared anything in between");
    }
}

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
