#pragma once

#include "filter/FilterText.h"
#include "store/CodebookShelf.h"
#include "story/DatedEvent.h"
#include "story/StoryId.h"
#include "story/Subscription.h"
#include "theme/Codebook.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <algorithm>

namespace tidemark {

/// A file or subscription that brought stories.
struct SourceFacts
{
    qint64 number = 0;
    QString name;
    QString format;
    qint64 stories = 0;
    QDateTime addedAt;
    bool namesPerson = false; ///< its name would lead to a person
    bool isFetched = false;   ///< by a subscription, which may be removed by now

    /// The name where people are hidden: `source-3` where the name itself would lead to a person.
    [[nodiscard]] QString concealedName() const
    {
        return namesPerson ? QStringLiteral("source-") + QString::number(number) : name;
    }
};

/// A subscription, and how its last fetch ended.
struct SubscriptionFacts
{
    Subscription subscription;
    SubscriptionState state;
};

/// One import of one file.
struct ImportRunFacts
{
    qint64 number = 0;
    qint64 source = 0;
    QString sourceName;
    QDateTime startedAt;
    qint64 added = 0;
    qint64 rejected = 0;   ///< records that are set aside still
    bool finished = false; ///< false: cancelled or interrupted; importing the file again goes on
};

/// An attribute of the stories.
struct AttributeFacts
{
    QString name;
    qint64 values = 0;     ///< distinct values
    bool personal = false; ///< looks as if about people
    bool ticked = false;   ///< and the user wants to see it
    [[nodiscard]] bool isVisible() const { return !personal || ticked; }
    [[nodiscard]] bool isFacet() const { return isVisible() && values <= 50; }
};

/// What is known of a collection without asking a question. A value.
struct CollectionFacts
{
    QString path;
    QString name; ///< for people: the file's name without the ending
    bool readOnly = false;
    QString readOnlyReason; ///< a sentence
    bool invented = false;  ///< the sample: its stories are invented and labelled so
    qint64 stories = 0;
    bool isCounting = false;   ///< what selections count is of an older moment, for the index is being made anew
    Codebook codebook;         ///< the one in force
    qint64 codebookNumber = 0; ///< its number among those of the collection
    QVector<ShelvedCodebook> shelf; ///< the others, by title
    QVector<SourceFacts> sources;
    QVector<SubscriptionFacts> subscriptions; ///< by name
    QVector<ImportRunFacts> runs;             ///< newest first
    QVector<AttributeFacts> attributes;
    QTimeZone zone = QTimeZone(QByteArrayLiteral("UTC"));
    bool showAuthors = false;
    QStringList publicAccounts;         ///< handles that pseudonyms leave as they are
    QByteArray pseudonymKey;            ///< 256 bits, of this collection
    QVector<DatedEvent> events;         ///< by date
    QMap<QString, Instant> savedCopies; ///< of the collection: when each was saved, by its path

    /// Whether a codebook has this title, in whatever case; one, by its number, is left out.
    [[nodiscard]] bool hasCodebook(const QString &title, qint64 besides = 0) const
    {
        const auto isSame = [&](qint64 number, const Codebook &known) {
            return number != besides && known.title.compare(title, Qt::CaseInsensitive) == 0;
        };
        return isSame(codebookNumber, codebook)
            || std::any_of(shelf.cbegin(), shelf.cend(),
                           [&](const ShelvedCodebook &known) { return isSame(known.number, known.codebook); });
    }

    /// Of a codebook that is not in force; empty: there is none of this number.
    [[nodiscard]] QString titleOf(qint64 shelved) const
    {
        for (const ShelvedCodebook &known : shelf) {
            if (known.number == shelved)
                return known.codebook.title;
        }
        return {};
    }
};

/// What a change touched, so that views ask again only where they must.
struct CollectionChange
{
    bool stories = false; ///< stories came, went or got another text
    bool codings = false; ///< themes or voices
    bool marks = false;   ///< read, starred, notes, do-not-quote
    bool codebook = false;
    bool settings = false;
    QVector<StoryId> ids = {}; ///< the stories touched, if few; empty: any
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::CollectionChange)
