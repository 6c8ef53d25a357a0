#include "fetch/PageSource.h"

#include "fetch/BlueskySource.h"
#include "fetch/FeedSource.h"
#include "fetch/MastodonSource.h"
#include "fetch/Walk.h"
#include "fetch/XSource.h"
#include "source/Json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostQuoted = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// The server's own words: in its language, so they are shown and never matched.
QString saidBy(const QByteArray &body)
{
    JsonParser parser;
    const auto json = jsonIn(parser, body);
    if (!json)
        return {};
    QStringList said;
    const auto quote = [&said](const Json &words) {
        const QString text = words.text().simplified().left(mostQuoted);
        if (!text.isEmpty() && !said.contains(text))
            said << text;
    };
    for (const char *key : {"error", "error_description", "message", "title", "detail"})
        quote((*json)[key]);
    (*json)["errors"].forEach([&](const Json &error) { quote(error["message"]); });
    return said.join(u": "_s);
}

QString meaning(int status, const QString &host)
{
    switch (status) {
    case 401:
    case 403:
        return Words::tr("%1 lets nobody in without a valid token or password, or not here.").arg(host);
    case 404:
        return Words::tr("%1 has nothing at this address.").arg(host);
    case 410:
        return Words::tr("%1 says that this is gone for good.").arg(host);
    case 422:
    case 400:
        return Words::tr("%1 can't do what it was asked for.").arg(host);
    default:
        break;
    }
    return status >= 500 ? Words::tr("%1 has a trouble of its own (%2). Try again later.").arg(host).arg(status)
                         : Words::tr("%1 answered with the status %2.").arg(host).arg(status);
}

} // namespace

std::unique_ptr<PageSource> makePageSource(const Subscription &subscription, const QString &place,
                                           const Secret &secret, BlueskySessions &sessions,
                                           std::optional<Instant> since)
{
    switch (subscription.service) {
    case Service::Mastodon:
        return std::make_unique<MastodonSource>(subscription, place, secret, since);
    case Service::Bluesky:
        return std::make_unique<BlueskySource>(subscription, place, sessions.sessionFor(subscription, secret),
                                               since);
    case Service::X:
        return std::make_unique<XSource>(subscription, place, secret, since);
    case Service::Feed:
        break;
    }
    return std::make_unique<FeedSource>(subscription, place, since);
}

PageProblem problemOf(const HttpAnswer &answer)
{
    if (answer.status == 200)
        return notWhatWasAsked(answer);
    QString message = meaning(answer.status, namedHost(answer.address));
    const QString said = saidBy(answer.body);
    if (!said.isEmpty())
        message += u' ' + Words::tr("It says: “%1”.").arg(said);
    return {answer.status == 410 ? FetchOutcome::Gone : FetchOutcome::Failed, message};
}

bool looksLikeJson(const QByteArray &body)
{
    const QByteArray start = body.left(64).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

std::optional<Json> jsonIn(JsonParser &parser, const QByteArray &body)
{
    return looksLikeJson(body) ? parser.parse(body) : std::nullopt;
}

PageProblem notWhatWasAsked(const HttpAnswer &answer)
{
    return {FetchOutcome::Failed,
            Words::tr("%1 sent something else than it was asked for, so nothing of it was taken.")
                .arg(namedHost(answer.address))};
}

std::optional<PageProblem> endingOf(const Walk &walk, const QUrl &server)
{
    if (walk.isBarren())
        return barrenness(server);
    if (walk.isRepeating())
        return repetition(server);
    if (!walk.isEmptied())
        return std::nullopt;
    return PageProblem{
        FetchOutcome::Done,
        Words::tr("%1 shows no posts any more, though it did before. What is here stays.").arg(namedHost(server))};
}

PageProblem showsNothing(const QUrl &server)
{
    return {FetchOutcome::Failed,
            Words::tr("%1 says that stories are gone, but doesn't show what must be there either. Perhaps it has "
                      "moved, is shut down or keeps us out: its stories stay as they are.")
                .arg(namedHost(server))};
}

PageProblem leadsElsewhere(const QUrl &server, const QUrl &other)
{
    return {
        FetchOutcome::Failed,
        Words::tr("%1 leads to %2, which can't say what became of its stories. Perhaps it has moved: they stay as "
                  "they are.")
            .arg(namedHost(server), namedHost(other))};
}

PageProblem barrenness(const QUrl &server)
{
    return {
        FetchOutcome::Partly,
        Words::tr("%1 gave several empty pages, one after another, and says that more comes behind them. The next "
                  "fetch goes on from there.")
            .arg(namedHost(server))};
}

PageProblem repetition(const QUrl &server)
{
    return {FetchOutcome::Failed,
            Words::tr("%1 gives the same page again and again. The next fetch goes on from there.")
                .arg(namedHost(server))};
}

} // namespace tidemark
