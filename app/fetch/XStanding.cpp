#include "fetch/Standing.h"

#include "source/Json.h"

#include <QHash>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype batch = 100; ///< the most that X answers at once

class XStanding final : public StandingQuestion
{
public:
    XStanding(const Subscription &subscription, const Secret &secret)
        : m_server(subscription.address), m_credential(bearerOf(secret.text, subscription.address))
    {
    }

    [[nodiscard]] qsizetype batchSize() const override { return batch; }
    [[nodiscard]] QString serverOf(const AskedAbout & /*story*/) const override { return namedHost(m_server); }
    void ask(const QVector<AskedAbout> &stories) override
    {
        m_ids.clear();
        for (const AskedAbout &story : stories)
            m_ids << story.nativeId;
        m_standings.clear();
        m_isAsked = false;
    }

    std::optional<HttpRequest> next() override
    {
        if (m_isAsked)
            return std::nullopt;
        QUrlQuery query;
        query.addQueryItem(u"ids"_s, m_ids.join(u','));
        QUrl address = m_server;
        address.setPath(u"/2/tweets"_s);
        address.setQuery(query);
        return HttpRequest{
            .address = address, .typed = m_server, .accept = "application/json", .credential = m_credential};
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (answer.status != 200)
            return problemOf(answer);
        JsonParser parser;
        const auto page = parser.parse(answer.body);
        if (!page || !page->isObject())
            return notWhatWasAsked(answer);
        m_isAsked = true;
        (*page)["data"].forEach([&](const Json &post) { m_standings[post["id"].text()] = Standing::Stands; });
        (*page)["errors"].forEach([&](const Json &error) { takeError(error); });
        const bool namesAny = std::any_of(m_ids.cbegin(), m_ids.cend(),
                                          [this](const QString &id) { return m_standings.contains(id); });
        return namesAny ? std::nullopt : std::optional(notWhatWasAsked(answer));
    }

    [[nodiscard]] QVector<Standing> standings() const override
    {
        QVector<Standing> standings;
        for (const QString &id : m_ids)
            standings << m_standings.value(id, Standing::Unknown);
        return standings;
    }

private:
    void takeError(const Json &error)
    {
        const QString title = error["title"].text();
        const QString detail = error["detail"].text();
        Standing standing = Standing::Unknown;
        if (title == "Not Found Error"_L1)
            standing = Standing::Deleted;
        else if (detail.contains("suspended"_L1, Qt::CaseInsensitive))
            standing = Standing::Suspended;
        else if (title == "Authorization Error"_L1 || title == "Forbidden"_L1)
            standing = Standing::Protected;
        m_standings.insert(error["resource_id"].text(), standing);
    }

    QUrl m_server;
    Credential m_credential;
    QStringList m_ids;
    QHash<QString, Standing> m_standings;
    bool m_isAsked = false;
};

} // namespace

std::unique_ptr<StandingQuestion> xStanding(const Subscription &subscription, const Secret &secret)
{
    return std::make_unique<XStanding>(subscription, secret);
}

} // namespace tidemark
