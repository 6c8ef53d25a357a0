#pragma once

#include "import/ImportReport.h"
#include "story/Subscription.h"

#include <QHash>
#include <QVector>

#include <optional>

namespace tidemark {

/// What to fetch.
struct FetchQuestion
{
    QVector<qint64> subscriptions;    ///< numbers; empty: all that are neither paused nor gone for good
    std::optional<Instant> since{};   ///< back to there this time, whatever was read before
    QHash<qint64, QString> secrets{}; ///< for this fetch alone, by subscription; else those of the keyring
    bool bySchedule = false;          ///< nobody agreed to what it costs: it keeps within the budget of the month

    [[nodiscard]] bool isAbout(const Subscription &subscription, const SubscriptionState &state) const
    {
        return subscriptions.isEmpty() ? !subscription.paused && state.outcome != FetchOutcome::Gone
                                       : subscriptions.contains(subscription.number);
    }
};

/// How one subscription's fetch went.
struct SourceFetch
{
    qint64 subscription = 0;
    QString name;
    FetchOutcome outcome = FetchOutcome::Never;
    QString message; ///< a sentence where something is to be said
    ImportCounts counts;
    QMap<QString, qint64> skippedBy; ///< reason -> records
    int pages = 0;
    qint64 run = 0; ///< of the import, for undoing; 0: nothing came
    std::optional<Instant> notBefore;
};

/// What platforms said of the stories that a collection holds.
struct RecheckReport
{
    qint64 asked = 0;
    qint64 standing = 0;
    qint64 deleted = 0;      ///< taken back for good
    qint64 hidden = 0;       ///< out of sight for seven days, then taken back
    qint64 visibleAgain = 0; ///< were hidden and stand again
    qint64 unknown = 0;      ///< nobody could be asked, or nobody said: nothing changed
    qint64 unaskable = 0;    ///< of these, for want of a source or a token through which to ask
    QStringList notes;       ///< sentences: who couldn't be asked, and why
};

/// Where a token or password is now.
enum class SecretKept { InKeyring, ForThisSession };

} // namespace tidemark
