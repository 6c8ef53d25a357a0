#include "fetch/PoliteClient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr Milliseconds lookEvery{50};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

bool isBusy(const HttpAnswer &answer)
{
    return answer.status == 429 || answer.status == 503;
}

} // namespace

PoliteClient::PoliteClient(HttpClient &client, const Patience &patience) : m_client(client), m_patience(patience) {}

PoliteClient::Outcome PoliteClient::ask(const HttpRequest &request, const Progress &progress)
{
    const QString host = namedHost(request.address);
    for (int busyAnswers = 0; busyAnswers < m_patience.tries;) {
        if (auto ended = waitFor(host, progress))
            return *ended;
        HttpOutcome outcome = m_client.ask(request, progress);
        auto *answer = std::get_if<HttpAnswer>(&outcome);
        if (!answer)
            return std::get<HttpFailure>(outcome);
        note(host, *answer, busyAnswers);
        if (!isBusy(*answer))
            return *answer;
        ++busyAnswers;
    }
    const Instant until = m_notBefore.value(host);
    return LeftAlone{until, Words::tr("%1 is busy and asks for patience.").arg(host)};
}

void PoliteClient::note(const QString &host, const HttpAnswer &answer, int busyAnswers)
{
    const Instant moment = m_patience.now();
    Milliseconds wait = m_patience.between;
    const auto limit = untilLimitResets(answer, moment);
    if (limit)
        wait = std::max(wait, *limit);
    if (isBusy(answer)) {
        const auto asked = retryAfter(answer, moment);
        if (asked)
            wait = *asked;
        else if (!limit)
            wait = backoff(m_patience.firstBackoff, busyAnswers, QRandomGenerator::global()->generateDouble());
    }
    m_notBefore[host] = moment + wait.count();
}

std::optional<PoliteClient::Outcome> PoliteClient::waitFor(const QString &host, const Progress &progress)
{
    const Instant until = m_notBefore.value(host);
    const Milliseconds wait{until - m_patience.now()};
    if (wait > m_patience.mostWaited)
        return LeftAlone{until};
    // One look at the clock a turn: a timer that is set for a moment gone by never fires.
    for (Milliseconds left = wait; left.count() > 0 && !progress.isCancelled();
         left = Milliseconds{until - m_patience.now()}) {
        QEventLoop loop;
        QTimer::singleShot(std::min(lookEvery, left), &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (progress.isCancelled())
        return HttpFailure{HttpFailure::Kind::Cancelled, Words::tr("Stopped.")};
    return std::nullopt;
}

} // namespace tidemark
