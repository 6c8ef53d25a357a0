#pragma once

#include "fetch/HttpMessage.h"
#include "fetch/Standing.h"

#include <QHash>
#include <QStringList>

namespace tidemark {

/// Whether accounts of the fediverse wish to be found by those who search: pages of posts don't tell. Each is asked
/// for once.
class AccountWishes final
{
public:
    void begin() { m_waiting.clear(); }  ///< with a batch: nobody is asked for yet
    void askFor(const QString &account); ///< its address; nothing is done where it is known
    [[nodiscard]] QString next() const { return m_waiting.value(0); } ///< empty: all are known
    std::optional<PageProblem> take(const HttpAnswer &answer);
    /// Of a post that stands: Stands, Unsought, or Unknown where its account didn't say.
    [[nodiscard]] Standing standing(const QString &account) const
    {
        return m_said.value(account, Standing::Unknown);
    }

private:
    QStringList m_waiting;
    QHash<QString, Standing> m_said;
};

} // namespace tidemark
