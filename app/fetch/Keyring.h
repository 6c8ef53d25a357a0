#pragma once

#include "fetch/PageSource.h"
#include "story/Progress.h"

#include <QHash>

namespace tidemark {

/// Where tokens and app passwords are: in the system's keyring, and where there is none, in memory for as long as
/// the program runs. Never in a file, never in the collection. Used on one thread; the calls wait for the keyring.
class Keyring final
{
public:
    enum class Kept { InKeyring, ForThisSession };

    /// Under which name: the service, the server and the account, so that two subscriptions of one server share it.
    static QString keyOf(const Subscription &subscription);

    [[nodiscard]] Secret read(const QString &key, const Progress &progress) const;
    Kept write(const QString &key, const Secret &secret, const Progress &progress);
    void remove(const QString &key, const Progress &progress);

private:
    QHash<QString, Secret> m_session;
};

} // namespace tidemark
