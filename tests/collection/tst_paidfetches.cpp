#include "collection/Collection.h"
#include "store/Connection.h"
#include "support/LocalServer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qint64 newestPost = 2'000'000'000'000'000'000;

/// Posts of X, numbered downwards from the newest one; whoever asks may have as many as he likes.
QByteArray posts(int count)
{
    QJsonArray data;
    for (int i = 0; i < count; ++i)
        data.append(QJsonObject{{u"id"_s, QString::number(newestPost - i)},
                                {u"text"_s, u"Invented %1"_s.arg(i)},
                                {u"author_id"_s, u"7"_s},
                                {u"created_at"_s, u"2026-01-01T00:00:00.000Z"_s}});
    return QJsonDocument(QJsonObject{{u"data"_s, data}, {u"meta"_s, QJsonObject{{u"next_token"_s, u"more"_s}}}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

/// Fetches that cost money: what they may read, and what is remembered of it.
class TestPaidFetches : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_collection.reset(); }
    void aScheduleKeepsWithinTheBudgetOfTheMonth();
    void whatWasPaidOutlivesAnotherQuestion();
    void halfAPageIsPaidFor();
    void whatIsStoppedOnItsWayIsPaidFor();
    void whatWasNeverAskedForIsNotPaidFor();
    void askingAgainCostsOnlyWhereThereIsSomethingToAsk();
    void whereNothingCanBeWrittenNothingIsAsked();
    void aFetchThatIsUnderWayIsNoted();
    void anEditWhileItIsFetchedIsNotUndone_data();
    void anEditWhileItIsFetchedIsNotUndone();
    void whoAsksForPatienceIsQuotedAlike();

private:
    [[nodiscard]] SubscriptionFacts facts() const { return m_collection->facts().subscriptions.constFirst(); }
    /// How it ended, or a sentence.
    QString fetch(bool bySchedule)
    {
        FetchQuestion question;
        question.bySchedule = bySchedule;
        question.secrets.insert(facts().subscription.number, u"token"_s);
        const auto job = m_collection->fetch(question);
        if (!QTest::qWaitFor([&] { return job.answer.isFinished(); }, 30000))
            return u"doesn't end"_s;
        const auto fetches = job.answer.result();
        return fetches ? outcomeKey(fetches->constFirst().outcome) : fetches.error().message;
    }
    QStringList costsOfRecheck()
    {
        const auto costs = m_collection->costsOfRecheck().answer.result();
        return costs ? costs.value() : QStringList(costs.error().message);
    }
    [[nodiscard]] int paid() const { return paidInMonth(facts().state, QDateTime::currentMSecsSinceEpoch()); }

    [[nodiscard]] QString path() const
    {
        return m_folder.filePath(QLatin1String(QTest::currentTestFunction())
                                 + QLatin1String(QTest::currentDataTag()) + u".tidemark"_s);
    }
    /// The file as another program sees it.
    [[nodiscard]] std::unique_ptr<Connection> file() const
    {
        return Connection::open(path(), Connection::Access::Write).value();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::LocalServer> m_server;
    std::unique_ptr<Collection> m_collection;
    QList<int> m_asked;                ///< posts, by each request
    std::function<void()> m_meanwhile; ///< happens before a request is answered
};

void TestPaidFetches::init()
{
    m_asked.clear();
    m_meanwhile = [] {};
    m_server = std::make_unique<test::LocalServer>();
    m_server->on("/2/", [this](QTcpSocket &socket, const test::SeenRequest &request) {
        const int count
            = QUrlQuery(QUrl(QString::fromLatin1(request.path))).queryItemValue(u"max_results"_s).toInt();
        m_asked << count;
        m_meanwhile();
        socket.write(test::LocalServer::answer(200, posts(count)));
    });
    auto opened = Collection::open(path(), Collection::Missing::Create);
    QVERIFY(opened);
    m_collection = std::move(opened).value();
    Subscription search;
    search.name = u"paid"_s;
    search.service = Service::X;
    search.address = m_server->address(QString());
    search.words = u"invented"_s;
    search.wholeArchive = true;
    search.budget = 25;
    search.monthBudget = 40;
    search.everyMinutes = 30;
    QVERIFY(m_collection->addSubscription(search).answer.result());
    QTRY_COMPARE(m_collection->facts().subscriptions.size(), 1);
}

void TestPaidFetches::aScheduleKeepsWithinTheBudgetOfTheMonth()
{
    QCOMPARE(fetch(true), u"partly"_s);
    QCOMPARE(m_asked, QList<int>{25});
    QCOMPARE(paid(), 25);
    QCOMPARE(fetch(true), u"partly"_s);
    QCOMPARE(m_asked, (QList<int>{25, 15}));
    QCOMPARE(paid(), 40);
    // Nothing is left: it rests, and is asked for nothing.
    QCOMPARE(fetch(true), u"partly"_s);
    QCOMPARE(m_asked.size(), 2);
    const QDate next = QDateTime::currentDateTimeUtc().date().addMonths(1);
    QCOMPARE(dueAt(facts().subscription, facts().state),
             QDate(next.year(), next.month(), 1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    // Who asks for it himself has agreed to what it costs.
    QCOMPARE(fetch(false), u"partly"_s);
    QCOMPARE(m_asked, (QList<int>{25, 15, 25}));
    QCOMPARE(paid(), 65);
}

void TestPaidFetches::whatWasPaidOutlivesAnotherQuestion()
{
    QCOMPARE(fetch(true), u"partly"_s);
    Subscription changed = facts().subscription;
    changed.words = u"something else"_s;
    QVERIFY(m_collection->changeSubscription(changed).answer.result());
    QTRY_COMPARE(facts().subscription.words, changed.words);
    QVERIFY(facts().state.place.isEmpty());
    QCOMPARE(paid(), 25);
}

void TestPaidFetches::halfAPageIsPaidFor()
{
    m_server->on("/2/", [](QTcpSocket &socket, const test::SeenRequest &) {
        const QByteArray whole = test::LocalServer::answer(200, posts(25));
        socket.write(whole.left(whole.size() / 2));
        socket.disconnectFromHost();
    });
    QCOMPARE(fetch(true), u"failed"_s);
    QVERIFY(facts().state.place.isEmpty());
    QCOMPARE(paid(), 25);
}

/// The server knows nothing of that, and counts.
void TestPaidFetches::whatIsStoppedOnItsWayIsPaidFor()
{
    bool isAsked = false;
    m_server->on("/2/", [&](QTcpSocket &, const test::SeenRequest &) { isAsked = true; });
    FetchQuestion question;
    question.secrets.insert(facts().subscription.number, u"token"_s);
    const auto job = m_collection->fetch(question);
    QTRY_VERIFY(isAsked);
    job.progress->cancel();
    QTRY_VERIFY(job.answer.isFinished());
    QTRY_COMPARE(paid(), 25);
}

void TestPaidFetches::whatWasNeverAskedForIsNotPaidFor()
{
    m_server.reset();
    QCOMPARE(fetch(true), u"failed"_s);
    QCOMPARE(paid(), 0);
}

void TestPaidFetches::askingAgainCostsOnlyWhereThereIsSomethingToAsk()
{
    QCOMPARE(costsOfRecheck(), QStringList());
    QCOMPARE(fetch(false), u"partly"_s);
    const QStringList costs = costsOfRecheck();
    QVERIFY2(costs.size() == 1 && costs.constFirst().contains(u"25"_s), qPrintable(costs.join(u'|')));
    QVERIFY(m_collection->removeSubscription(facts().subscription.number, false).answer.result());
    QTRY_COMPARE(m_collection->facts().subscriptions.size(), 0);
    QCOMPARE(costsOfRecheck(), QStringList()); // through nobody
}

/// Or a schedule would pay again and again for what is lost.
void TestPaidFetches::whereNothingCanBeWrittenNothingIsAsked()
{
    const auto other = file();
    QVERIFY(other->run("CREATE TRIGGER full BEFORE UPDATE ON subscription BEGIN SELECT RAISE(ABORT, 'no room'); "
                       "END"));
    QCOMPARE(fetch(true), u"failed"_s);
    QVERIFY(m_asked.isEmpty());
    QVERIFY(other->run("DROP TRIGGER full"));
    QCOMPARE(fetch(true), u"partly"_s);
    QCOMPARE(m_asked, QList<int>{25});
}

void TestPaidFetches::aFetchThatIsUnderWayIsNoted()
{
    QVariant outcome;
    m_meanwhile = [&] {
        outcome = file()->value(u"SELECT outcome FROM subscription WHERE asked_at IS NOT NULL"_s).value();
    };
    m_server->on("/2/", [this](QTcpSocket &socket, const test::SeenRequest &) {
        m_meanwhile();
        socket.write(test::LocalServer::answer(500, "out of order"));
    });
    QCOMPARE(fetch(true), u"failed"_s);
    QCOMPARE(outcome.toString(), u"partly"_s); // if it ended here, by whatever mishap
}

void TestPaidFetches::anEditWhileItIsFetchedIsNotUndone_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("another question") << u"something else"_s << u"failed"_s << false;
    QTest::newRow("another budget") << u"invented"_s << u"partly"_s << true;
}

void TestPaidFetches::anEditWhileItIsFetchedIsNotUndone()
{
    QFETCH(const QString, words);
    QFETCH(const bool, isRead);
    m_meanwhile = [&] {
        Subscription changed = facts().subscription;
        changed.words = words;
        changed.budget = 30;
        QVERIFY(m_collection->changeSubscription(changed).answer.result());
    };
    QTEST(fetch(true), "outcome");
    QTRY_COMPARE(facts().subscription.budget, 30);
    QCOMPARE(facts().subscription.words, words);
    QCOMPARE(!facts().state.place.isEmpty(), isRead);
    QCOMPARE(m_asked, QList<int>{25});
    QCOMPARE(paid(), 25); // in any case
    QVERIFY2(isRead || facts().state.message.contains(u"changed"_s), qPrintable(facts().state.message));
}

void TestPaidFetches::whoAsksForPatienceIsQuotedAlike()
{
    m_server->on("/2/", test::LocalServer::answer(429, "busy", {"Retry-After: 100000"}));
    QCOMPARE(fetch(true), u"waiting"_s);
    const QString first = facts().state.message;
    QVERIFY2(first.contains(u"127.0.0.1"_s), qPrintable(first));
    const auto job = m_collection->fetch({});
    QTRY_VERIFY(job.answer.isFinished());
    QCOMPARE(job.answer.result()->constFirst().message, first);
}

QTEST_GUILESS_MAIN(TestPaidFetches)
#include "tst_paidfetches.moc"
