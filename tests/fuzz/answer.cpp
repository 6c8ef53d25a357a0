// Feeds answers of servers, headers and body, to all that understands them: redirects, waits, packed bodies, and
// every source and recheck. What has no headers is taken for a body.
#include "ReadThrough.h"

#include "fetch/Addresses.h"
#include "fetch/BlueskySession.h"
#include "fetch/HttpBody.h"
#include "fetch/RetryAfter.h"
#include "fetch/Standing.h"
#include "source/Formats.h"

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qint64 mostBytes = qint64{256} * 1024;
constexpr int mostAnswers = 8;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

HttpAnswer answerIn(const QByteArray &bytes)
{
    HttpAnswer answer{
        .status = 200, .address = QUrl(u"https://server.example/feed"_s), .headers = {}, .body = bytes};
    const qsizetype end = bytes.indexOf("\n\n");
    if (!bytes.startsWith("HTTP/") || end < 0)
        return answer;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    answer.body = bytes.mid(end + 2);
    return answer;
}

/// Nobody is led into the user's own network, or to another scheme.
void followRedirect(const HttpAnswer &answer)
{
    const QUrl target = redirectTarget(answer.address, answer.header("location"));
    if (refusal(target, answer.address, {}))
        return;
    require(target.scheme().toLower() == "https"_L1 && target.userInfo().isEmpty());
    const QHostAddress number(target.host());
    require(number.isNull() || !isInOwnNetwork(number));
}

void wait(const HttpAnswer &answer)
{
    using namespace std::chrono_literals;
    for (const auto &asked : {retryAfter(answer, 0), untilLimitResets(answer, 0)})
        require(!asked || (*asked >= 1s && *asked <= 24h));
}

void unpack(HttpAnswer &answer)
{
    HttpBody body(answer.header("content-encoding"), mostBytes);
    for (qsizetype at = 0; at < answer.body.size(); at += 1000) {
        if (body.add(answer.body.mid(at, 1000)) != HttpBody::State::Fine)
            return;
    }
    require(body.bytes().size() <= mostBytes);
    if (body.isWhole())
        answer.body = body.bytes();
}

void read(const FetchedPage &page, bool isFetched)
{
    if (!page.bytes.isEmpty())
        fuzz::readThrough(
            formatOf(page.format)
                ->make(openBytes(page.bytes), u"fuzzed"_s,
                       {.format = page.format, .isFetched = isFetched, .server = u"https://s.example"_s}));
}

Subscription subscriptionTo(Service service)
{
    Subscription subscription;
    subscription.service = service;
    subscription.address = QUrl(u"https://server.example"_s);
    subscription.anyTags = {u"metoo"_s, u"moiaussi"_s};
    subscription.words = u"metoo"_s;
    subscription.budget = 1000;
    return subscription;
}

/// The same answer to whatever a source asks. Where it stops, another one goes on.
void fetchFrom(const Subscription &subscription, const HttpAnswer &answer)
{
    QString place;
    for (int run = 0; run < 2; ++run) {
        BlueskySessions sessions;
        const auto source = makePageSource(subscription, place, {u"x"_s}, sessions);
        for (int i = 0; i < mostAnswers && source->next(); ++i) {
            const auto page = source->take(answer);
            if (std::holds_alternative<PageProblem>(page))
                break;
            read(std::get<FetchedPage>(page), true);
            place = std::get<FetchedPage>(page).place;
        }
    }
}

void recheckWith(StandingQuestion &question, const HttpAnswer &answer)
{
    const QVector<AskedAbout> stories{
        {u"https://server.example/users/a/statuses/1"_s, u"https://server.example/users/a"_s},
        {u"https://server.example/objects/2"_s, {}},
        {u"at://did:a/app.bsky.feed.post/1"_s, u"did:a"_s}};
    question.ask(stories);
    for (int i = 0; i < mostAnswers && question.next(); ++i) {
        if (question.take(answer))
            break;
    }
    require(question.standings().size() == stories.size());
    const QVector<FetchedPage> pages = question.shown();
    for (const FetchedPage &page : pages)
        read(page, false);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    HttpAnswer answer = answerIn(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    followRedirect(answer);
    wait(answer);
    unpack(answer);
    static constexpr std::array services{Service::Feed, Service::Mastodon, Service::Bluesky, Service::X};
    for (const Service service : services)
        fetchFrom(subscriptionTo(service), answer);
    BlueskySessions sessions;
    const Subscription bluesky = subscriptionTo(Service::Bluesky);
    recheckWith(*mastodonStanding({}), answer);
    recheckWith(*blueskyStanding(bluesky, sessions.sessionFor(bluesky, {u"x"_s})), answer);
    recheckWith(*xStanding(subscriptionTo(Service::X), {u"x"_s}), answer);
    return 0;
}
