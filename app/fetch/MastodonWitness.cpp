#include "fetch/MastodonWitness.h"

#include "fetch/MastodonAddresses.h"
#include "fetch/PageSource.h"
#include "fetch/PostStanding.h"

namespace tidemark {

namespace {

/// Whether an answer is what has this address.
bool isObjectAt(const HttpAnswer &answer, const QUrl &address)
{
    JsonParser parser;
    const auto object = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
    return object && isPageOf(*object, address.toString(QUrl::FullyEncoded));
}

bool isInstance(const HttpAnswer &answer)
{
    JsonParser parser;
    const auto instance = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
    return instance && instance->has("version");
}

} // namespace

MastodonWitness::MastodonWitness(const QUrl &gone, const QUrl &shown, bool byApi)
    : m_gone(gone), m_pages({shown, accountAbove(gone)}), m_byApi(byApi)
{
    m_pages.removeAll(QUrl());
    m_step = m_pages.isEmpty() ? Step::Timeline : Step::Pages;
}

QUrl MastodonWitness::address() const
{
    switch (m_step) {
    case Step::Pages:
        return m_pages.constFirst();
    case Step::Timeline:
        return newestAddress(m_gone);
    case Step::Newest:
        return m_newest;
    case Step::Instance:
        return instanceAddress(m_gone, 2);
    case Step::FirstInstance:
        return instanceAddress(m_gone, 1);
    case Step::Done:
        break;
    }
    return {};
}

void MastodonWitness::take(const HttpAnswer &answer)
{
    switch (m_step) {
    case Step::Pages:
        if (isObjectAt(answer, m_pages.takeFirst()))
            end(true);
        else if (m_pages.isEmpty())
            m_step = Step::Timeline;
        break;
    case Step::Timeline:
        takeTimeline(answer);
        break;
    case Step::Newest:
        end(isObjectAt(answer, m_newest));
        break;
    case Step::Instance:
        if (isInstance(answer))
            end(true);
        else
            m_step = Step::FirstInstance;
        break;
    case Step::FirstInstance:
        end(isInstance(answer));
        break;
    case Step::Done:
        break;
    }
}

void MastodonWitness::takeTimeline(const HttpAnswer &answer)
{
    JsonParser parser;
    const auto timeline = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
    if (!timeline || !timeline->isArray()) {
        if (m_byApi)
            m_step = Step::Instance;
        else
            end(false);
        return;
    }
    timeline->forEach([this](const Json &status) { m_newest = QUrl(status["uri"].text()); });
    const bool isThere = m_newest.isValid() && originOf(m_newest) == originOf(m_gone);
    if (isThere && !m_byApi)
        m_step = Step::Newest;
    else
        end(isThere);
}

void MastodonWitness::end(bool vouches)
{
    m_vouches = vouches;
    m_step = Step::Done;
}

} // namespace tidemark
