#include "store/SubscriptionTable.h"

#include "store/Connection.h"
#include "store/StoryJson.h"
#include "text/RandomKey.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr char columns[] = "id, name, digest, service, address, any_tags, all_tags, none_tags, words, account, "
                           "whole_archive, budget, since, every_minutes, paused, outcome, message, asked_at, "
                           "not_before, place, month_budget, paid_month, paid_posts";

template<typename Value>
std::optional<Value> optional(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<Value>(value.value<Value>());
}

template<typename Value>
QVariant nullable(const std::optional<Value> &value)
{
    return value ? QVariant(*value) : QVariant();
}

StoredSubscription fromRow(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    StoredSubscription stored;
    Subscription &subscription = stored.subscription;
    subscription.number = next().toLongLong();
    subscription.name = next().toString();
    stored.digest = next().toByteArray();
    subscription.service = serviceFromKey(next().toString()).value_or(Service::Feed);
    subscription.address = QUrl(next().toString());
    subscription.anyTags = stringsFromJson(next().toString());
    subscription.allTags = stringsFromJson(next().toString());
    subscription.noneTags = stringsFromJson(next().toString());
    subscription.words = next().toString();
    subscription.account = next().toString();
    subscription.wholeArchive = next().toBool();
    subscription.budget = next().toInt();
    subscription.since = optional<qint64>(next());
    subscription.everyMinutes = optional<int>(next());
    subscription.paused = next().toBool();
    stored.state.outcome = outcomeFromKey(next().toString());
    stored.state.message = next().toString();
    stored.state.askedAt = optional<qint64>(next());
    stored.state.notBefore = optional<qint64>(next());
    stored.state.place = next().toString();
    subscription.monthBudget = next().toInt();
    stored.state.paidMonth = next().toString();
    stored.state.paidPosts = next().toInt();
    return stored;
}

/// What the user says of it, in the order of the table.
QVariantList said(const Subscription &subscription)
{
    return {subscription.name,
            serviceKey(subscription.service),
            subscription.address.toString(),
            stringsToJson(subscription.anyTags),
            stringsToJson(subscription.allTags),
            stringsToJson(subscription.noneTags),
            subscription.words.isNull() ? u""_s : subscription.words,
            subscription.account.isNull() ? u""_s : subscription.account,
            subscription.wholeArchive,
            subscription.budget,
            nullable(subscription.since),
            nullable(subscription.everyMinutes),
            subscription.paused,
            subscription.monthBudget};
}

/// What makes it another question.
constexpr char question[] = "(service, address, any_tags, all_tags, none_tags, words, account)";

QVariantList askedBy(const Subscription &subscription)
{
    return said(subscription).mid(1, 7);
}

Result<> done(const Result<QSqlQuery> &query)
{
    return query ? Result<>() : Result<>(query.error());
}

Error nameTaken(const QString &name)
{
    return {Error::Kind::Usage,
            QCoreApplication::translate("Store",
                                        "This collection has a source called “%1” already. Choose another name.")
                .arg(name)};
}

/// The digest of the source that a subscription of this name is to fill: what one of its service brought before it
/// was removed stays the name's own. The Error: another source has it. Who has a source already can't take over
/// one.
Result<QByteArray> digestFor(Connection &connection, const Subscription &subscription)
{
    auto taken = connection.value(u"SELECT 1 FROM subscription WHERE name = ? AND id <> ?"_s,
                                  {subscription.name, subscription.number});
    if (!taken)
        return taken.error();
    auto left
        = connection.select(u"SELECT digest, size, format FROM source WHERE name = ? AND digest NOT IN (SELECT "
                            "digest FROM subscription)"_s,
                            {subscription.name});
    if (!left)
        return left.error();
    if (taken->isValid())
        return nameTaken(subscription.name);
    if (!left->next())
        return randomKey();
    const QString format = left->value(2).toString();
    const bool isItsOwn = subscription.number == 0 && isFetched(left->value(1).toLongLong(), format)
        && serviceOfPages(format) == subscription.service;
    return isItsOwn ? Result<QByteArray>(left->value(0).toByteArray()) : nameTaken(subscription.name);
}

} // namespace

std::optional<Service> serviceOfPages(QStringView format)
{
    return format == "twitter-v2"_L1 ? Service::X : serviceFromKey(format);
}

bool isFetched(qint64 size, QStringView format)
{
    return size == 0 && serviceOfPages(format);
}

Result<QVector<StoredSubscription>> readSubscriptions(Connection &connection)
{
    auto rows = connection.select(u"SELECT %1 FROM subscription ORDER BY name"_s.arg(QLatin1String(columns)));
    if (!rows)
        return rows.error();
    QVector<StoredSubscription> subscriptions;
    while (rows->next())
        subscriptions.append(fromRow(*rows));
    return subscriptions;
}

Result<QVector<AskedStory>> readAskedStories(Connection &connection, Platform platform)
{
    auto rows = connection.select(
        u"SELECT story.id, native_id, (SELECT author.native_id FROM author WHERE author.id = story.author), "
        "EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id), EXISTS (SELECT 1 FROM "
        "import_run JOIN source ON source.id = source WHERE import_run.id = story.first_run AND source.size > 0) "
        "OR "
        "EXISTS (SELECT 1 FROM provenance JOIN source ON source.id = source WHERE provenance.story = story.id AND "
        "source.size > 0) "
        "FROM story JOIN story_text ON "
        "story_text.story = story.id WHERE platform = ? AND story_text.native_id <> ''"_s,
        {static_cast<int>(platform)});
    if (!rows)
        return rows.error();
    QVector<AskedStory> stories;
    while (rows->next()) {
        stories.append({StoryId{rows->value(0).toLongLong()}, rows->value(1).toString(), rows->value(2).toString(),
                        rows->value(3).toBool(), rows->value(4).toBool()});
    }
    return stories;
}

Result<qint64> countAskedStories(Connection &connection, Platform platform)
{
    const auto count
        = connection.value(u"SELECT count(*) FROM story JOIN story_text ON story_text.story = story.id "
                           "WHERE platform = ? AND story_text.native_id <> ''"_s,
                           {static_cast<int>(platform)});
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<qint64> addSubscription(Connection &connection, const Subscription &subscription)
{
    const auto digest = digestFor(connection, subscription);
    if (!digest)
        return digest.error();
    auto added
        = connection.select(u"INSERT INTO subscription (name, service, address, any_tags, all_tags, none_tags, "
                            "words, account, whole_archive, budget, since, every_minutes, paused, month_budget, "
                            "digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                            said(subscription) + QVariantList{digest.value()});
    return added ? Result<qint64>(added->lastInsertId().toLongLong()) : Result<qint64>(added.error());
}

Result<> changeSubscription(Connection &connection, const Subscription &subscription)
{
    if (const auto free = digestFor(connection, subscription); !free)
        return free.error();
    auto renamed = connection.select(u"UPDATE source SET name = ? WHERE digest = (SELECT digest FROM subscription "
                                     "WHERE id = ?)"_s,
                                     {subscription.name, subscription.number});
    if (!renamed)
        return renamed.error();
    auto forgotten = connection.select(
        u"UPDATE subscription SET place = '', outcome = CASE outcome WHEN 'gone' THEN 'never' ELSE outcome END, "
        "message = CASE outcome WHEN 'gone' THEN '' ELSE message END WHERE %1 IS NOT (?, ?, ?, ?, ?, ?, ?) AND id = ?"_s
            .arg(QLatin1String(question)),
        askedBy(subscription) + QVariantList{subscription.number});
    if (!forgotten)
        return forgotten.error();
    return done(
        connection.select(u"UPDATE subscription SET name = ?, service = ?, address = ?, any_tags = ?, "
                          "all_tags = ?, none_tags = ?, words = ?, account = ?, whole_archive = ?, budget = ?, "
                          "since = ?, every_minutes = ?, paused = ?, month_budget = ? WHERE id = ?"_s,
                          said(subscription) + QVariantList{subscription.number}));
}

Result<> removeSubscription(Connection &connection, qint64 number)
{
    return done(connection.select(u"DELETE FROM subscription WHERE id = ?"_s, {number}));
}

Result<> noteOutcome(Connection &connection, qint64 number, const SubscriptionState &state)
{
    return done(connection.select(
        u"UPDATE subscription SET outcome = ?, message = ?, asked_at = ?, not_before = ? WHERE id = ?"_s,
        {outcomeKey(state.outcome), state.message.isNull() ? u""_s : state.message, nullable(state.askedAt),
         nullable(state.notBefore), number}));
}

Result<> notePlace(Connection &connection, qint64 number, const QString &place)
{
    return done(connection.select(u"UPDATE subscription SET place = ? WHERE id = ?"_s, {place, number}));
}

Result<> notePaid(Connection &connection, qint64 number, int posts)
{
    const QString month = paidMonthOf(QDateTime::currentMSecsSinceEpoch());
    return done(connection.select(u"UPDATE subscription SET paid_posts = ? + CASE paid_month WHEN ? THEN "
                                  "paid_posts ELSE 0 END, paid_month = ? WHERE id = ?"_s,
                                  {posts, month, month, number}));
}

Result<> checkQuestion(Connection &connection, const Subscription &subscription)
{
    auto same = connection.value(
        u"SELECT 1 FROM subscription WHERE %1 IS (?, ?, ?, ?, ?, ?, ?) AND id = ?"_s.arg(QLatin1String(question)),
        askedBy(subscription) + QVariantList{subscription.number});
    if (!same)
        return same.error();
    if (same->isValid())
        return {};
    return Error{Error::Kind::NotFound,
                 QCoreApplication::translate("Store",
                                             "“%1” was changed or removed while it was fetched, so what came "
                                             "after that was not taken. Fetch it again.")
                     .arg(subscription.name)};
}

} // namespace tidemark
