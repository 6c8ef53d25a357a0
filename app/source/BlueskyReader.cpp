#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include "text/Language.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BlueskyReader)
};

constexpr auto postType = "app.bsky.feed.post"_L1;

/// A member under the name that the network gives it, or under that of Python's library, as 4CAT keeps posts.
Json either(const Json &object, std::string_view name, std::string_view pythonName)
{
    const Json found = object[name];
    return found.isMissing() ? object[pythonName] : found;
}

/// "at://did:plc:x/app.bsky.feed.post/key" is https://bsky.app/profile/did:plc:x/post/key.
QString linkOf(const QString &uri)
{
    const QStringList parts = uri.split(u'/');
    if (parts.size() != 5 || parts.at(0) != "at:"_L1 || parts.at(3) != postType)
        return {};
    return u"https://bsky.app/profile/%1/post/%2"_s.arg(parts.at(2), parts.at(4));
}

Author authorOf(const Json &view, const QString &uri)
{
    Author author{
        view["did"].text(), view["handle"].text(), either(view, "displayName", "display_name").text(), {}};
    if (author.nativeId.isEmpty() && uri.startsWith("at://"_L1))
        author.nativeId = uri.section(u'/', 2, 2);
    if (!author.nativeId.isEmpty())
        author.link = u"https://bsky.app/profile/"_s + author.nativeId;
    return author;
}

/// A link that a stretch of the text stands for. Places count bytes of UTF-8.
struct LinkFacet
{
    qint64 start = 0;
    qint64 end = 0;
    QString target;
};

/// Whether the words are the address, whole or as the app shortens it.
bool repeats(QString words, const QString &target)
{
    while (words.endsWith(u'.') || words.endsWith(u'\u2026') || words.endsWith(u'/'))
        words.chop(1);
    QString shown = target;
    for (const auto start : {"https://"_L1, "http://"_L1}) {
        for (QString *address : {&words, &shown}) {
            if (address->startsWith(start))
                address->remove(0, start.size());
        }
    }
    return !words.isEmpty() && shown.startsWith(words);
}

/// The text with its links written out, one pass over its bytes.
QString textOf(const Json &post)
{
    const QByteArray text = post["text"].text().toUtf8();
    QVector<LinkFacet> links;
    post["facets"].forEach([&](const Json &facet) {
        const Json index = facet["index"];
        const LinkFacet place{either(index, "byteStart", "byte_start").integer().value_or(-1),
                              either(index, "byteEnd", "byte_end").integer().value_or(-1),
                              {}};
        facet["features"].forEach([&](const Json &feature) {
            const QString target = feature["uri"].text();
            if (!target.isEmpty() && place.start >= 0 && place.end > place.start && place.end <= text.size())
                links.append({place.start, place.end, target});
        });
    });
    std::sort(links.begin(), links.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    QByteArray written;
    qint64 done = 0;
    for (const LinkFacet &link : std::as_const(links)) {
        if (link.start < done)
            continue;
        const QByteArray words = text.mid(link.start, link.end - link.start);
        written += text.mid(done, link.start - done);
        if (repeats(QString::fromUtf8(words), link.target))
            written += link.target.toUtf8();
        else
            written += words + " (" + link.target.toUtf8() + ')';
        done = link.end;
    }
    return QString::fromUtf8(written + text.mid(done));
}

/// The post that another one quotes, beside pictures or not; or a feed, or a list.
Json quotedIn(const Json &embed)
{
    return embed["record"]["record"].isObject() ? embed["record"]["record"] : embed["record"];
}

/// What a post embeds, as the record has it or as a view shows it: descriptions of pictures, a link, a quoted post.
void addEmbed(Story &story, const Json &embed)
{
    if (embed["media"].isObject())
        addEmbed(story, embed["media"]);
    const auto addDescription = [&](const Json &media) {
        const QString description = media["alt"].text();
        if (!description.isEmpty())
            story.mediaDescriptions << description;
    };
    embed["images"].forEach(addDescription);
    addDescription(embed);
    const QString link = embed["external"]["uri"].text();
    if (!link.isEmpty() && !story.text.contains(link))
        story.text += (story.text.isEmpty() ? QString() : u"\n\n"_s) + link;
    const Json record = quotedIn(embed);
    const QString quoted = record["uri"].text();
    if (linkOf(quoted).isEmpty()) // a feed, a list, or nothing
        return;
    const auto known = std::find_if(story.relations.begin(), story.relations.end(), [&](const Relation &relation) {
        return relation.kind == Relation::Kind::Quote && relation.nativeId == quoted;
    });
    const QString said = isForMembersOnly(record) ? QString() : record["value"]["text"].text();
    if (known == story.relations.end())
        story.relations << Relation{Relation::Kind::Quote, quoted, linkOf(quoted), said};
    else if (known->text.isEmpty())
        known->text = said;
}

/// Search pages, feeds, lists of records, and single posts.
class BlueskyReader final : public JsonReader
{
public:
    explicit BlueskyReader(std::unique_ptr<JsonRecords> records) : JsonReader(u"bluesky"_s, std::move(records)) {}

private:
    Content content(const Json &record) override
    {
        if (record["post"].isObject())
            return fromFeed(record);
        if (record["commit"].isObject() && record.has("did"))
            return fromCommit(record["did"].text(), record["commit"]);
        return fromPost(record);
    }

    [[nodiscard]] bool mayBeKept(const Json &record) const override
    {
        const Json view = record["post"].isObject() ? record["post"] : record;
        bool isOpen = !isForMembersOnly(quotedIn(view["embed"]));
        quotedIn(view["embed"])["embeds"].forEach(
            [&isOpen](const Json &embed) { isOpen = isOpen && !isForMembersOnly(quotedIn(embed)); });
        return isOpen && !isForMembersOnly(record["reply"]["parent"]) && !isForMembersOnly(record["reply"]["root"]);
    }

    /// An entry of a feed: a post, perhaps because somebody reposted it.
    Content fromFeed(const Json &entry)
    {
        const Json reason = entry["reason"];
        Content content = fromPost(entry["post"]);
        auto *story = std::get_if<Story>(&content);
        if (!story || !reason["$type"].text().endsWith("#reasonRepost"_L1))
            return content;
        Repost repost;
        repost.platform = Platform::Bluesky;
        repost.nativeId = reason["uri"].text();
        repost.originalNativeId = story->nativeId;
        repost.author = authorOf(reason["by"], repost.nativeId);
        if (const auto time = parseTime(reason["indexedAt"].text()); time && isPlausible(time->instant, m_now))
            repost.postedAt = time->instant;
        repost.original = std::move(*story);
        return checkedRepost(std::move(repost));
    }

    /// A line of the network's stream of changes, as Jetstream writes it.
    Content fromCommit(const QString &account, const Json &commit)
    {
        const QString collection = commit["collection"].text();
        if (collection != postType)
            return Skipped{Words::tr("no post (%1)").arg(collection.left(60))};
        const QString uri = u"at://%1/%2/%3"_s.arg(account, collection, commit["rkey"].text());
        if (commit["operation"].text() == "delete"_L1)
            return Withdrawal{Platform::Bluesky, uri, u"deleted"_s};
        return fromPost(commit, uri);
    }

    /// A view holds the post as `record`, a list of records as `value`; else it is the post itself.
    Content fromPost(const Json &view) { return fromPost(view, view["uri"].text()); }

    Content fromPost(const Json &view, const QString &uri)
    {
        const Json post = blueskyRecordIn(view);
        const QString type = either(post, "$type", "py_type").text();
        if (!type.isEmpty() && type != postType)
            return Skipped{Words::tr("no post (%1)").arg(type.left(60))};
        if (!post.has("text"))
            return view.has("error") ? Content(Skipped{Words::tr("an error message instead of a story")})
                                     : Content(Rejected{Words::tr("It is not a post of Bluesky.")});
        const QStringList own = blueskyLabels(post["labels"]["values"]);
        const QStringList all = own + blueskyLabels(view["labels"]) + blueskyLabels(view["author"]["labels"]);
        if (isForMembersOnly(view))
            return Skipped{Words::tr("its author shows it only to people who are logged in")};
        return checkedStory(storyOf(uri, view, post, own, all));
    }

    [[nodiscard]] Story storyOf(const QString &uri, const Json &view, const Json &post, QStringList own,
                                const QStringList &all) const
    {
        Story story;
        story.platform = Platform::Bluesky;
        story.nativeId = uri;
        story.permalink = linkOf(story.nativeId);
        story.author = authorOf(view["author"], story.nativeId);
        setPostedAt(story, either(post, "createdAt", "created_at").text(), m_now);
        story.text = textOf(post);
        story.hashtags = blueskyTags(post);
        post["langs"].forEach([&](const Json &code) {
            if (story.language.isEmpty())
                story.language = languageCode(code.text());
        });
        const Json parent = post["reply"]["parent"];
        if (parent.has("uri")) {
            const QString other = parent["uri"].text();
            story.relations << Relation{Relation::Kind::Reply, other, linkOf(other), {}};
        }
        addEmbed(story, post["embed"]);
        addEmbed(story, view["embed"]);
        story.mediaDescriptions.removeDuplicates();
        own.removeIf([](const QString &label) { return label.startsWith(u'!'); });
        story.contentWarning = own.join(u", "_s);
        if (!all.isEmpty())
            story.sensitive = true;
        return story;
    }
};

/// The posts of a thread: what is answered, the post, the answers to it. Depth is bounded by that of the JSON.
void collectThread(const Json &node, QVector<Json> &posts)
{
    if (node["parent"].isObject())
        collectThread(node["parent"], posts);
    if (node["post"].isObject())
        posts << node["post"];
    node["replies"].forEach([&](const Json &reply) { collectThread(reply, posts); });
}

void collectPosts(const Json &answer, QVector<Json> &posts)
{
    collectThread(answer["thread"], posts);
}

bool fits(const JsonShape &value)
{
    const bool isList
        = value.hasAny({"posts.uri", "feed.post", "records.value", "post.record", "thread.post", "commit.rkey"})
        && (value.contains("\"at://") || value.contains("app.bsky."));
    const bool isRecord = value.contains("\"app.bsky.actor.profile\"")
        || (value.contains("app.bsky.feed.")
            && (value.hasAll({"$type", "createdAt"})
                || value.hasAny({"record.createdAt", "record.created_at", "value.createdAt"})));
    return isList || isRecord;
}

} // namespace

Format blueskyFormat()
{
    return {.key = u"bluesky"_s,
            .name = Words::tr("posts of Bluesky"),
            .fitsJson = fits,
            .make = makeJsonReader<BlueskyReader, collectPosts>};
}

} // namespace tidemark
