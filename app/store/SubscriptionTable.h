#pragma once

#include "store/StoreFacts.h"
#include "story/Platform.h"
#include "story/Result.h"
#include "story/Subscription.h"

namespace tidemark {

class Connection;

/// A subscription as stored, with how its last fetch ended.
struct StoredSubscription
{
    Subscription subscription;
    SubscriptionState state;
    QByteArray digest; ///< of the source that it fills
};

/// A story as its platform knows it.
struct AskedStory
{
    StoryId id = noStory;
    QString nativeId;
    QString authorId;        ///< the platform's own id of the account
    bool isHidden = false;   ///< see store/HiddenStories.h
    bool isFromFile = false; ///< some file brought it, too
};

Result<QVector<AskedStory>> readAskedStories(Connection &connection, Platform platform);
Result<qint64> countAskedStories(Connection &connection, Platform platform);

/// The service whose pages have this format; nothing: none.
std::optional<Service> serviceOfPages(QStringView format);
/// That a subscription brought a source, and neither a file nor a recheck; it may be removed by now.
bool isFetched(qint64 size, QStringView format);

Result<QVector<StoredSubscription>> readSubscriptions(Connection &connection); ///< by name

// Within the caller's transaction.

/// Gives its number. It fills what a removed one of its name and service filled. The Error (Usage): a source has
/// that name.
Result<qint64> addSubscription(Connection &connection, const Subscription &subscription);
/// Another question is another way through the timeline: where it was read to, or that it was gone, is forgotten.
Result<> changeSubscription(Connection &connection, const Subscription &subscription);
Result<> removeSubscription(Connection &connection, qint64 number);
/// How a fetch ended; the place stays as it is.
Result<> noteOutcome(Connection &connection, qint64 number, const SubscriptionState &state);
/// How far it was read with a page.
Result<> notePlace(Connection &connection, qint64 number, const QString &place);
/// So many posts of it were paid for, now.
Result<> notePaid(Connection &connection, qint64 number, int posts);
/// The Error (NotFound) says that it isn't there any more, or asks for something else than this one by now.
Result<> checkQuestion(Connection &connection, const Subscription &subscription);

} // namespace tidemark
