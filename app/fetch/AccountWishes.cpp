#include "fetch/AccountWishes.h"

#include "fetch/PostStanding.h"

namespace tidemark {

void AccountWishes::askFor(const QString &account)
{
    if (!m_said.contains(account) && !m_waiting.contains(account))
        m_waiting << account;
}

std::optional<PageProblem> AccountWishes::take(const HttpAnswer &answer)
{
    const QString asked = m_waiting.takeFirst();
    JsonParser parser;
    const auto account = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
    if (!account || !isPageOf(*account, asked)) {
        m_said.insert(asked, Standing::Unknown);
        return problemOf(answer);
    }
    // Only `indexable` says a wish: a page has "discoverable": false also where nobody chose.
    const bool isFindable = (*account)["indexable"].boolean().value_or(true);
    m_said.insert(asked, isFindable ? Standing::Stands : Standing::Unsought);
    return std::nullopt;
}

} // namespace tidemark
