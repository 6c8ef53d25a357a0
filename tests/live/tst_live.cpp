#include "collection/Collection.h"
#include "store/Store.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Real servers, where somebody names them:
///
///   TIDEMARK_LIVE_MASTODON   base address of a server with Mastodon's API, such as http://127.0.0.1:3000
///   TIDEMARK_LIVE_BLUESKY    base address of a Bluesky server (PDS) behind which something answers searchPosts
///   TIDEMARK_LIVE_TAG        the hashtag to follow; without it, metoo
///   TIDEMARK_LIVE_TOKEN      lets the test in at Mastodon
///   TIDEMARK_LIVE_ACCOUNT    and
///   TIDEMARK_LIVE_PASSWORD   (an app password) let it in at Bluesky
///   TIDEMARK_LIVE_WRITES     1: the test may share, change and take back posts of its own there
///
/// A server for it: Mastodon, or a smaller one that speaks its API (Pleroma, GoToSocial, snac), started as its own
/// guide to development says, without TLS, on an address of loopback; an account on it, and an application's token
/// with the scopes read and write. For Bluesky, its published development environment, which starts a PDS with an
/// AppView; an account made by com.atproto.server.createAccount, and an app password by createAppPassword. Without
/// TIDEMARK_LIVE_WRITES nothing is changed there. Never give it an account that people read.
class TestLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid() && prepareSqlite()); }
    void whatIsThereComesOnce_data() { services(); }
    void whatIsThereComesOnce();
    void whatIsChangedAndTakenBackThereIsSoHere_data() { services(); }
    void whatIsChangedAndTakenBackThereIsSoHere();

private:
    static void services()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("Mastodon") << u"mastodon"_s;
        QTest::newRow("Bluesky") << u"bluesky"_s;
    }
    static QString server(const QString &service)
    {
        return qEnvironmentVariable(("TIDEMARK_LIVE_" + service.toUpper().toLatin1()).constData());
    }
    static QString secret(const QString &service)
    {
        return qEnvironmentVariable(service == "mastodon"_L1 ? "TIDEMARK_LIVE_TOKEN" : "TIDEMARK_LIVE_PASSWORD");
    }
    static QString tag() { return qEnvironmentVariable("TIDEMARK_LIVE_TAG", u"metoo"_s); }

    void subscribe(const QString &service, const QString &file);
    SourceFetch fetched(const QString &service);

    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
    qint64 m_subscription = 0;
};

namespace {

/// Somebody who shares posts by the server's own API.
class Poster
{
public:
    Poster(const QString &service, const QString &server, const QString &account, const QString &secret)
        : m_isMastodon(service == "mastodon"_L1), m_server(server), m_token(secret)
    {
        if (m_isMastodon)
            return;
        const QJsonObject session = send("POST", u"/xrpc/com.atproto.server.createSession"_s,
                                         {{u"identifier"_s, account}, {u"password"_s, secret}});
        m_did = session["did"_L1].toString();
        m_token = session["accessJwt"_L1].toString();
    }

    /// Gives the post's name for change() and takeBack(); empty: it was not taken.
    QString share(const QString &text, const QString &tag)
    {
        if (m_isMastodon) {
            return send("POST", u"/api/v1/statuses"_s,
                        {{u"status"_s, text + u" #"_s + tag}, {u"visibility"_s, u"public"_s}})["id"_L1]
                .toString();
        }
        return put({}, text, tag)["uri"_L1].toString().section(u'/', -1);
    }
    bool change(const QString &post, const QString &text, const QString &tag)
    {
        if (m_isMastodon) {
            return !send("PUT", u"/api/v1/statuses/"_s + post, {{u"status"_s, text + u" #"_s + tag}}).isEmpty();
        }
        return !put(post, text, tag).isEmpty();
    }
    bool takeBack(const QString &post)
    {
        if (m_isMastodon)
            return !send("DELETE", u"/api/v1/statuses/"_s + post, {}).isEmpty();
        return !send("POST", u"/xrpc/com.atproto.repo.deleteRecord"_s,
                     {{u"repo"_s, m_did}, {u"collection"_s, u"app.bsky.feed.post"_s}, {u"rkey"_s, post}})
                    .isEmpty();
    }

private:
    /// key: of the record that it replaces; empty: a new one.
    QJsonObject put(const QString &key, const QString &text, const QString &tag)
    {
        if (m_time.isEmpty())
            m_time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        const qint64 start = text.toUtf8().size() + 1; // facets count bytes
        const QJsonObject facet{
            {u"index"_s, QJsonObject{{u"byteStart"_s, start}, {u"byteEnd"_s, start + 1 + tag.toUtf8().size()}}},
            {u"features"_s,
             QJsonArray{QJsonObject{{u"$type"_s, u"app.bsky.richtext.facet#tag"_s}, {u"tag"_s, tag}}}}};
        const QJsonObject record{{u"$type"_s, u"app.bsky.feed.post"_s},
                                 {u"text"_s, text + u" #"_s + tag},
                                 {u"createdAt"_s, m_time},
                                 {u"facets"_s, QJsonArray{facet}}};
        QJsonObject body{{u"repo"_s, m_did}, {u"collection"_s, u"app.bsky.feed.post"_s}, {u"record"_s, record}};
        if (key.isEmpty())
            return send("POST", u"/xrpc/com.atproto.repo.createRecord"_s, body);
        body.insert(u"rkey"_s, key);
        return send("POST", u"/xrpc/com.atproto.repo.putRecord"_s, body);
    }

    /// Gives the answer; empty: it was none, or no success.
    QJsonObject send(const QByteArray &verb, const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request(QUrl(m_server + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, verb, QJsonDocument(body).toJson(QJsonDocument::Compact)));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QByteArray answer = reply->readAll();
        if (reply->error() != QNetworkReply::NoError)
            qWarning("%s", qPrintable(path + u": "_s + reply->errorString() + u' ' + QString::fromUtf8(answer)));
        return reply->error() == QNetworkReply::NoError ? QJsonDocument::fromJson(answer).object() : QJsonObject();
    }

    bool m_isMastodon;
    QString m_server;
    QString m_token;
    QString m_did;
    QString m_time; ///< of the post, which keeps it when it is changed
    QNetworkAccessManager m_network;
};

} // namespace

void TestLive::subscribe(const QString &service, const QString &file)
{
    auto collection = Collection::open(m_folder.filePath(file + u".tidemark"_s), Collection::Missing::Create);
    QVERIFY2(collection, collection ? "" : qPrintable(collection.error().message));
    m_collection = std::move(*collection);
    Subscription subscription;
    subscription.name = service;
    subscription.service = *serviceFromKey(service);
    subscription.address = QUrl(server(service));
    subscription.anyTags = {tag()};
    subscription.account = qEnvironmentVariable("TIDEMARK_LIVE_ACCOUNT");
    const auto added = m_collection->addSubscription(subscription).answer.result();
    QVERIFY(added);
    m_subscription = *added;
}

SourceFetch TestLive::fetched(const QString &service)
{
    FetchQuestion question;
    question.secrets.insert(m_subscription, secret(service));
    const auto fetches = m_collection->fetch(question).answer.result();
    return fetches && !fetches->isEmpty() ? fetches->constFirst() : SourceFetch();
}

void TestLive::whatIsThereComesOnce()
{
    QFETCH(const QString, service);
    if (server(service).isEmpty())
        QSKIP("no server is named");
    subscribe(service, u"once-"_s + service);
    for (int time = 0; time < 2; ++time) {
        const SourceFetch fetch = fetched(service);
        QVERIFY2(fetch.outcome == FetchOutcome::Done, qPrintable(fetch.message));
        QVERIFY2(time == 0 || fetch.counts.added == 0, "nobody shared anything in between");
    }
}

void TestLive::whatIsChangedAndTakenBackThereIsSoHere()
{
    QFETCH(const QString, service);
    if (server(service).isEmpty())
        QSKIP("no server is named");
    if (qEnvironmentVariable("TIDEMARK_LIVE_WRITES") != "1"_L1)
        QSKIP("the test may write nothing there");
    subscribe(service, u"changed-"_s + service);
    QCOMPARE(fetched(service).outcome, FetchOutcome::Done);
    const qint64 before = m_collection->facts().stories;

    Poster poster(service, server(service), qEnvironmentVariable("TIDEMARK_LIVE_ACCOUNT"), secret(service));
    const QString post = poster.share(u"Invented by a test of Tidemark"_s, tag());
    QVERIFY(!post.isEmpty());
    // Searches may lag behind.
    const auto stories = [&] {
        fetched(service);
        return m_collection->facts().stories;
    };
    QTRY_COMPARE_WITH_TIMEOUT(stories(), before + 1, 30'000);
    QVERIFY(poster.change(post, u"Invented by a test of Tidemark, and changed"_s, tag()));
    qint64 updated = 0;
    QTRY_VERIFY_WITH_TIMEOUT((updated += fetched(service).counts.updated) == 1, 30'000);
    QCOMPARE(m_collection->facts().stories, before + 1);

    QVERIFY(poster.takeBack(post));
    qint64 deleted = 0;
    const auto recheck = [&] {
        const auto report = m_collection->recheck({{m_subscription, secret(service)}}).answer.result();
        return report ? report->deleted : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT((deleted += recheck()) == 1, 30'000);
    QCOMPARE(m_collection->facts().stories, before);
    // It doesn't come back.
    fetched(service);
    QCOMPARE(m_collection->facts().stories, before);
}

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
