#pragma once

#include "collection/CollectionFacts.h"
#include "collection/FetchReport.h"
#include "collection/Network.h"
#include "fetch/PoliteClient.h"
#include "fetch/Standing.h"
#include "source/Record.h"
#include "store/SubscriptionTable.h"
#include "story/Result.h"

#include <functional>

namespace tidemark {

/// What a fetch does with what it gets: each waits until the writer has done it. Called on the network's thread.
struct FetchSink
{
    /// The Error is of kind NotFound where the subscription isn't there any more or asks for something else by now.
    std::function<Result<ImportReport>(const StoredSubscription &, const FetchedPage &)> take;
    std::function<Result<>(qint64 subscription, int posts)> pay; ///< for what was lost on its way
    std::function<Result<>(qint64 run)> finish;
    std::function<Result<>(qint64 subscription, const SubscriptionState &)> note;
};

/// That the server of an address asks to be left alone, as a sentence.
QString sentenceOf(const LeftAlone &alone, const QUrl &asked);

/// Asks one subscription's server for what is new, page by page; each page is in the collection before the next one
/// is asked for. Never an Error: what went wrong is in the outcome. progress counts stories.
SourceFetch fetchSource(const StoredSubscription &stored, const Secret &secret, std::optional<Instant> since,
                        Network &network, const FetchSink &sink, Progress &progress);

/// What a recheck does with what it learns of stories: withdrawals, what they say now, and hidden stories that
/// stand again.
struct RecheckSink
{
    std::function<Result<QVector<AskedStory>>(Platform)> stories;
    /// Gives the number of stories that were changed.
    std::function<Result<qint64>(std::vector<Record>, const QVector<StoryId> &visibleAgain)> take;
};

/// Asks the platforms whether the collection's stories still stand, in an order that tells nobody what the
/// collection is about. progress counts stories.
Result<RecheckReport> recheckStories(const QVector<StoredSubscription> &subscriptions,
                                     const QHash<qint64, QString> &secrets, Network &network,
                                     const RecheckSink &sink, Progress &progress);

} // namespace tidemark
