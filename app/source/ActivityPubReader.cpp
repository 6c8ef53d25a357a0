#include "source/ActivityPubPost.h"
#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActivityPubReader)
};

Content repostOf(const Json &activity, const Json &original, bool isOpen, Instant now)
{
    if (!isOpenObject(activity))
        return Skipped{Words::tr("not public")};
    Repost repost;
    repost.platform = Platform::Mastodon;
    repost.nativeId = activity["id"].text();
    repost.author = activityPubActor(activity["actor"]);
    if (const auto time = parseTime(activity["published"].text()); time && isPlausible(time->instant, now))
        repost.postedAt = time->instant;
    repost.originalNativeId = objectAddress(original);
    if (isActivityPubPost(original) && isOpen) {
        auto checked = checkedStory(storyOfPost(original, {}, now));
        if (auto *story = std::get_if<Story>(&checked))
            repost.original = std::move(*story);
    }
    return checkedRepost(std::move(repost));
}

bool makesPost(const Json &activity)
{
    return isOfType(activity, {"Create"_L1, "Update"_L1}) && isActivityPubPost(activity["object"]);
}

/// An outbox, as archives of Mastodon and its kin hold it, or single activities and posts.
class ActivityPubReader final : public JsonReader
{
public:
    explicit ActivityPubReader(std::unique_ptr<JsonRecords> records)
        : JsonReader(u"activitypub"_s, std::move(records))
    {
    }

private:
    Content content(const Json &record) override
    {
        if (isActivityPubPost(record))
            return fromPost(record, {});
        if (makesPost(record))
            return fromPost(record["object"], record);
        if (isOfType(record, {"Announce"_L1}))
            return fromAnnounce(record);
        if (isOfType(record, {"Delete"_L1}))
            return Withdrawal{Platform::Mastodon, objectAddress(record["object"]), u"deleted"_s};
        if (isOfType(record, {"Tombstone"_L1}))
            return Withdrawal{Platform::Mastodon, record["id"].text(), u"deleted"_s};
        const QString type = record["type"].text();
        if (type.isEmpty())
            return Rejected{Words::tr("It is neither an activity nor a post.")};
        return Skipped{Words::tr("no post (%1)").arg(type.left(40))};
    }

    /// A boost; or what a member did, as communities pass it on.
    [[nodiscard]] Content fromAnnounce(const Json &activity)
    {
        const Json object = activity["object"];
        if (isActivityPubPost(object) || !object.has("object"))
            return repostOf(activity, object, isOpenObject(object), m_now);
        if (!makesPost(object))
            return content(object);
        const Json post = object["object"];
        return repostOf(activity, post, isOpenObject(post) || isOpenObject(object), m_now);
    }

    [[nodiscard]] Content fromPost(const Json &post, const Json &activity) const
    {
        if (!isOpenObject(post) && !isOpenObject(activity))
            return Skipped{Words::tr("not public")};
        return checkedStory(storyOfPost(post, activity, m_now));
    }
};

/// A collection may hold its first page, and call its activities `items`.
void collectItems(const Json &collection, QVector<Json> &activities)
{
    for (const char *list : {"items", "orderedItems"})
        collection["first"][list].forEach([&](const Json &activity) { activities << activity; });
    if (collection["type"].text().contains("Collection"_L1))
        collection["items"].forEach([&](const Json &activity) { activities << activity; });
}

bool fits(const JsonShape &value)
{
    return value.hasAny({"orderedItems", "first.orderedItems", "first.items"})
        || (value.hasAll({"type", "items.object"}) && value.hasAny({"items.actor", "items.type"}))
        || (value.has("type")
            && (value.has("object.type") || value.hasAny({"attributedTo", "contentMap", "inReplyTo"})
                || (value.hasAll({"actor", "object"}))
                || (value.has("@context") && value.hasAny({"content", "published"}))));
}

/// The outbox of an archive: nothing else in it was public. There may be several archives in one folder.
QVector<qsizetype> outboxesIn(const QStringList &names)
{
    QVector<qsizetype> entries;
    for (qsizetype entry = 0; entry < names.size(); ++entry) {
        if (names.at(entry).section(u'/', -1) == "outbox.json"_L1)
            entries << entry;
    }
    return entries;
}

EntryOpener openerOf(Container & /*container*/, const QVector<qsizetype> & /*entries*/,
                     const ReaderOptions &options)
{
    return [options](std::unique_ptr<ByteStream> bytes, const QString &entry) {
        return makeJsonReader<ActivityPubReader, collectItems>(std::move(bytes), entry, options);
    };
}

} // namespace

Format activityPubFormat()
{
    return {.key = u"activitypub"_s,
            .name = Words::tr("ActivityPub, as in the archive of a Mastodon account"),
            .fitsJson = fits,
            .make = makeJsonReader<ActivityPubReader, collectItems>};
}

SetFormat mastodonArchiveFormat()
{
    return {.key = u"mastodon-archive"_s,
            .name = Words::tr("the archive of a Mastodon account"),
            .ofOneFile = u"activitypub"_s,
            .storiesIn = outboxesIn,
            .confirms =
                [](QByteArrayView start) {
                    return start.contains("\"OrderedCollection\"") || start.contains("\"orderedItems\"");
                },
            .opener = openerOf};
}

} // namespace tidemark
