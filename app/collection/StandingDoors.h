#pragma once

#include "collection/Network.h"
#include "fetch/Standing.h"
#include "store/SubscriptionTable.h"
#include "story/Result.h"

#include <QHash>

#include <memory>

namespace tidemark {

/// Through whose door a platform is asked; the fediverse has one at every server. The Error says why it can't be
/// asked about so many stories.
/// secrets: by subscription, where the keyring isn't to be asked. The question looks into the keyring when a server
/// lets no stranger in: network and progress outlive it.
Result<std::unique_ptr<StandingQuestion>> questionFor(Platform platform, qsizetype stories,
                                                      const QVector<StoredSubscription> &subscriptions,
                                                      const QHash<qint64, QString> &secrets, Network &network,
                                                      const Progress &progress);

} // namespace tidemark
