#include "source/Audience.h"
#include "source/Dates.h"
#include "source/EntriesReader.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include "text/HtmlText.h"
#include "text/Language.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActivityPubReader)
};

/// "https://social.example/users/someone" is someone@social.example.
Author authorOf(const Json &actor)
{
    Author author;
    QString address;
    forOneOrEach(actor, [&](const Json &who) {
        if (address.isEmpty())
            address = objectAddress(who);
        if (who.isObject() && author.name.isEmpty())
            author.name = who["name"].text();
    });
    const QUrl url(address);
    QString name = url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (name.startsWith(u'@'))
        name.remove(0, 1);
    author.nativeId = address;
    author.link = address;
    if (!name.isEmpty() && !url.host().isEmpty())
        author.handle = name + u'@' + url.host();
    return author;
}

QString permalinkOf(const Json &note)
{
    QString link;
    forOneOrEach(note["url"], [&](const Json &url) {
        if (link.isEmpty())
            link = url.isObject() ? url["href"].text() : url.text();
    });
    return link.isEmpty() ? note["id"].text() : link;
}

void addRelation(Story &story, Relation::Kind kind, const Json &other)
{
    const QString address = objectAddress(other);
    if (!address.isEmpty())
        story.relations << Relation{kind, address, address.startsWith("http"_L1) ? address : QString(), {}};
}

void addQuote(Story &story, const Json &note)
{
    for (const char *member : {"quote", "quoteUrl", "quoteUri", "_misskey_quote"}) {
        if (note.has(member))
            return addRelation(story, Relation::Kind::Quote, note[member]);
    }
}

/// The content in the note's own language; which one it is.
QString contentOf(const Json &note, QString &language)
{
    QString content = note["content"].text();
    note["contentMap"].forEachMember([&](const QString &code, const Json &text) {
        if (!content.isEmpty() && content != text.text())
            return;
        content = text.text();
        if (language.isEmpty())
            language = languageCode(code);
    });
    return content;
}

QString choicesOf(const Json &question)
{
    QString choices;
    for (const char *list : {"oneOf", "anyOf"})
        forOneOrEach(question[list], [&](const Json &choice) { choices += u"\n• "_s + choice["name"].text(); });
    return choices;
}

void addAttachments(Story &story, const Json &note)
{
    for (const char *list : {"attachment", "image"}) {
        forOneOrEach(note[list], [&](const Json &file) {
            const QString description = file["name"].text();
            if (!description.isEmpty())
                story.mediaDescriptions << description;
        });
    }
    forOneOrEach(note["tag"], [&](const Json &tag) {
        QString name = tag["name"].text();
        if (name.startsWith(u'#'))
            name.remove(0, 1);
        if (tag["type"].text() == "Hashtag"_L1 && !name.isEmpty())
            story.hashtags << name;
    });
}

Story storyOf(const Json &note, const Json &activity, Instant now)
{
    Story story;
    story.platform = Platform::Mastodon;
    story.nativeId = note["id"].text();
    story.permalink = permalinkOf(note);
    for (const Json &actor : {note["attributedTo"], note["actor"], note["author"], activity["actor"]}) {
        if (story.author.isEmpty() && !actor.isMissing())
            story.author = authorOf(actor);
    }
    const QString published = note["published"].text();
    setPostedAt(story, published.isEmpty() ? activity["published"].text() : published, now);
    if (const auto edited = parseTime(note["updated"].text()); edited && edited->instant != story.postedAt)
        story.editedAt = edited->instant;
    addQuote(story, note);
    const ReadableText read
        = readHtml(contentOf(note, story.language), {.skipsInlineQuote = !story.relations.isEmpty()});
    story.text = read.text;
    story.mediaDescriptions = read.pictures;
    const QString title = note["name"].text();
    if (!title.isEmpty())
        story.text.prepend(title + (story.text.isEmpty() ? QString() : u"\n\n"_s));
    story.text += choicesOf(note);
    story.contentWarning = readHtml(note["summary"].text()).text;
    story.sensitive = note["sensitive"].boolean();
    addRelation(story, Relation::Kind::Reply, note["inReplyTo"]);
    addAttachments(story, note);
    return story;
}

bool isPost(const Json &object)
{
    const QString type = object["type"].text();
    return type == "Note"_L1 || type == "Article"_L1 || type == "Question"_L1 || type == "Page"_L1;
}

Content repostOf(const Json &activity, Instant now)
{
    if (!isOpenObject(activity))
        return Skipped{Words::tr("not public")};
    Repost repost;
    repost.platform = Platform::Mastodon;
    repost.nativeId = activity["id"].text();
    repost.author = authorOf(activity["actor"]);
    if (const auto time = parseTime(activity["published"].text()); time && isPlausible(time->instant, now))
        repost.postedAt = time->instant;
    const Json original = activity["object"];
    repost.originalNativeId = objectAddress(original);
    if (isPost(original) && isOpenObject(original)) {
        auto checked = checkedStory(storyOf(original, {}, now));
        if (auto *story = std::get_if<Story>(&checked))
            repost.original = std::move(*story);
    }
    return repost;
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
        const QString type = record["type"].text();
        if (isPost(record))
            return fromPost(record, {});
        if ((type == "Create"_L1 || type == "Update"_L1) && isPost(record["object"]))
            return fromPost(record["object"], record);
        if (type == "Announce"_L1)
            return repostOf(record, m_now);
        if (type == "Delete"_L1)
            return Withdrawal{Platform::Mastodon, objectAddress(record["object"]), u"deleted"_s};
        if (type.isEmpty())
            return Rejected{Words::tr("It is neither an activity nor a post.")};
        return Skipped{Words::tr("no post (%1)").arg(type.left(40))};
    }

    [[nodiscard]] Content fromPost(const Json &post, const Json &activity) const
    {
        if (!isOpenObject(post) && !isOpenObject(activity))
            return Skipped{Words::tr("not public")};
        return checkedStory(storyOf(post, activity, m_now));
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

/// The outbox of an archive: nothing else in it was public.
QVector<qsizetype> outboxIn(const QStringList &names)
{
    for (qsizetype entry = 0; entry < names.size(); ++entry) {
        if (names.at(entry).section(u'/', -1) == "outbox.json"_L1)
            return {entry};
    }
    return {};
}

Result<std::unique_ptr<Reader>> makeArchiveReader(std::unique_ptr<Container> container, QVector<qsizetype> entries,
                                                  const QString &name, const ReaderOptions &options)
{
    const auto opener = [options](std::unique_ptr<ByteStream> bytes, const QString &entry) {
        return makeJsonReader<ActivityPubReader, collectItems>(std::move(bytes), entry, options);
    };
    return readEntries(std::move(container), std::move(entries), opener, name, u"mastodon-archive"_s);
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
            .storiesIn = outboxIn,
            .confirms =
                [](QByteArrayView start) {
                    return start.contains("\"OrderedCollection\"") || start.contains("\"orderedItems\"");
                },
            .make = makeArchiveReader};
}

} // namespace tidemark
