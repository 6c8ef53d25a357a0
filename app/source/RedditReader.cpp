#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedditReader)
};

constexpr auto site = "https://www.reddit.com"_L1;

/// Reddit escapes these three, and only these.
QString unescaped(QString text)
{
    return text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&amp;"_L1, "&"_L1);
}

/// A post or a comment. Which of them is asked once: a dump's lines have a hundred members each.
struct Entry
{
    Json json;
    bool isComment = false;

    explicit Entry(const Json &thing) : json(thing), isComment(thing.has("body") && !thing.has("title")) {}
    Json operator[](std::string_view member) const { return json[member]; }
};

QString fullName(const Entry &thing)
{
    const QString name = thing["name"].text();
    return name.startsWith("t1_"_L1) || name.startsWith("t3_"_L1)
        ? name
        : (thing.isComment ? u"t1_"_s : u"t3_"_s) + thing["id"].text();
}

/// Old dumps have no address: it is made of what they have.
QString permalink(const Entry &thing)
{
    const QString path = thing["permalink"].text().section(u'?', 0, 0);
    if (!path.isEmpty())
        return path.startsWith(u'/') ? QString(site) + path : path;
    const QString subreddit = thing["subreddit"].text();
    const QString id = thing["id"].text();
    if (subreddit.isEmpty())
        return {};
    return thing.isComment ? u"%1/r/%2/comments/%3/_/%4/"_s.arg(QString(site), subreddit,
                                                                thing["link_id"].text().section(u'_', -1), id)
                           : u"%1/r/%2/comments/%3/"_s.arg(QString(site), subreddit, id);
}

/// Seconds since 1970 as a number, a number with a point, or a text.
std::optional<Instant> timeIn(const Json &seconds, Instant now)
{
    bool isNumber = false;
    const double value = seconds.text().toDouble(&isNumber);
    return isNumber && value >= 1 ? plausibleSeconds(value, now) : std::nullopt;
}

Author authorOf(const Entry &thing)
{
    const QString handle = thing["author"].text();
    if (handle.isEmpty() || handle == "[deleted]"_L1)
        return {};
    return {thing["author_fullname"].text(), handle, {}, QString(site) + u"/user/"_s + handle};
}

QString textOf(const Entry &thing)
{
    if (thing.isComment)
        return unescaped(thing["body"].text());
    const QString title = unescaped(thing["title"].text());
    const QString text = unescaped(thing["selftext"].text());
    return title.isEmpty() || text.isEmpty() ? title + text : title + u"\n\n"_s + text;
}

/// Why a story is gone: its author or somebody else took it back, then or, as Arctic Shift tells, later. Else
/// empty. Of a post without a text of its own only the category says so.
QString withdrawnBecause(const Entry &thing)
{
    const QString text = thing[thing.isComment ? "body" : "selftext"].text();
    const QString category = thing["removed_by_category"].text();
    const QString later = thing["_meta"]["removal_type"].text();
    if (text == "[deleted]"_L1 || category == "deleted"_L1 || category == "author"_L1 || later == "deleted"_L1
        || thing["_meta"]["was_deleted_later"].boolean().value_or(false))
        return u"deleted"_s;
    return text == "[removed]"_L1 || !category.isEmpty() || !later.isEmpty() ? u"removed"_s : QString();
}

bool isSet(const Entry &thing, const char *member)
{
    return thing[member].boolean().value_or(false);
}

void addAttributes(Story &story, const Entry &thing)
{
    const bool hidesScore = isSet(thing, "score_hidden");
    for (const char *member : {"subreddit", "score", "num_comments", "upvote_ratio", "link_flair_text"}) {
        const Json value = thing[member];
        if (!value.isMissing() && !(hidesScore && std::string_view(member) == "score"))
            story.attributes << Attribute{QString::fromLatin1(member), value.text(), false};
    }
    const QString link = unescaped(thing["url"].text());
    if (!thing.isComment && !isSet(thing, "is_self") && !link.isEmpty())
        story.attributes << Attribute{u"link"_s, link, false};
}

Story storyOf(const Entry &thing, Instant now)
{
    Story story;
    story.platform = Platform::Reddit;
    story.nativeId = fullName(thing);
    story.permalink = permalink(thing);
    story.author = authorOf(thing);
    story.postedAtText = thing["created_utc"].text();
    story.postedAt = timeIn(thing["created_utc"], now);
    story.editedAt = timeIn(thing["edited"], now);
    story.text = textOf(thing);
    for (const char *member : {"over_18", "quarantine", "spoiler"}) {
        if (const Json mark = thing[member]; !mark.isMissing())
            story.sensitive = story.sensitive.value_or(false) || mark.boolean().value_or(false);
    }
    if (const QString parent = thing["parent_id"].text(); !parent.isEmpty())
        story.relations << Relation{Relation::Kind::Reply, parent, {}, {}};
    if (const QString origin = thing["crosspost_parent"].text(); !origin.isEmpty()) {
        Relation quote{Relation::Kind::Quote, origin, {}, {}};
        thing["crosspost_parent_list"].forEach([&](Json original) {
            const Entry entry(original);
            if (fullName(entry) == origin)
                quote = {Relation::Kind::Quote, origin, permalink(entry), textOf(entry)};
        });
        story.relations << quote;
    }
    addAttributes(story, thing);
    return story;
}

Skipped privateMessage()
{
    return {Words::tr("a private message, which is never imported")};
}

/// An inbox holds comments, too, which were public.
bool isMessage(const Json &json)
{
    return json["name"].text().startsWith("t4_"_L1)
        || (json.has("dest") && !json["was_comment"].boolean().value_or(false));
}

Content contentOf(const Json &json, Instant now)
{
    if (isMessage(json))
        return privateMessage();
    const Entry thing(json);
    if (!thing.isComment && !json.has("title") && !json.has("selftext"))
        return Rejected{Words::tr("It is neither a post nor a comment as Reddit writes them.")};
    if (thing["subreddit_type"].text() == "private"_L1)
        return Skipped{Words::tr("not public")};
    if (const QString reason = withdrawnBecause(thing); !reason.isEmpty())
        return Withdrawal{Platform::Reddit, fullName(thing), reason};
    return checkedStory(storyOf(thing, now));
}

/// A thing of a listing: what it is, and itself.
struct Thing
{
    QString kind;
    Json data;
};

/// All that lies in an answer, comments before the answers to them. Depth is bounded by that of the JSON.
void collect(const Json &value, std::deque<Thing> &things)
{
    value.forEach([&](Json element) { collect(element, things); });
    const QString kind = value["kind"].text();
    const Json data = value["data"];
    if (data.isArray()) { // an answer of an archive of Reddit: the lines of its dumps in a list
        data.forEach([&](const Json &line) {
            things.push_back({Entry(line).isComment ? u"t1"_s : u"t3"_s, line});
        });
    } else if (kind == "Listing"_L1) {
        collect(data["children"], things);
    } else if (data.isObject() && !kind.isEmpty()) {
        things.push_back({kind, data});
        collect(data["replies"], things);
    } else if (value["json"]["data"]["things"].isArray()) {
        collect(value["json"]["data"]["things"], things);
    }
}

Content contentOf(const Thing &thing, Instant now)
{
    if (thing.kind == "t1"_L1 || thing.kind == "t3"_L1)
        return contentOf(thing.data, now);
    if (thing.kind == "more"_L1)
        return Skipped{Words::tr("a stub for more comments, which the file doesn't hold")};
    if (thing.kind == "t4"_L1)
        return privateMessage();
    return Skipped{Words::tr("an account, a community or another thing that is no story")};
}

/// Dumps (a post or comment a line) and answers of the API (listings, with comments nested in `replies`).
class RedditReader final : public Reader
{
public:
    explicit RedditReader(std::unique_ptr<JsonRecords> records) : m_records(std::move(records)) {}

    [[nodiscard]] QString format() const override { return u"reddit"_s; }
    [[nodiscard]] QStringList notes() const override { return m_records->notes(); }
    [[nodiscard]] qint64 consumed() const override { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_records->size(); }

    Result<std::optional<Record>> next() override
    {
        while (m_things.empty()) {
            auto json = m_records->next();
            if (!json)
                return json.error();
            if (!*json)
                return std::optional<Record>();
            JsonRecord &found = **json;
            m_number = std::max(m_number + 1, found.number);
            if (!found.value)
                return std::optional(
                    Record{m_number, std::move(found.raw), Rejected{found.problem}, {}, {}, found.line});
            m_line = found.raw.contains('\n') ? 0 : found.line;
            collect(*found.value, m_things);
            if (m_things.empty() && (*found.value)["kind"].text() != "Listing"_L1)
                return std::optional(
                    Record{m_number, std::move(found.raw), contentOf(*found.value, m_now), {}, {}, found.line});
            --m_number;
        }
        const Thing thing = m_things.front();
        m_things.pop_front();
        return std::optional(Record{++m_number, thing.data.minified(), contentOf(thing, m_now), {}, {}, m_line});
    }

private:
    std::unique_ptr<JsonRecords> m_records;
    std::deque<Thing> m_things; ///< of the present answer
    qint64 m_number = 0;
    qint64 m_line = 0; ///< of the present answer, if it is all on that line
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

bool fits(const JsonShape &value)
{
    return (value.has("subreddit") && value.hasAny({"selftext", "body", "title"}))
        || value.hasAll({"kind", "data.children"}) || value.has("json.data.things")
        || value.hasAll({"kind", "data.subreddit"}) || value.hasAll({"data.children.kind", "data.children.data"})
        || (value.has("data.subreddit") && value.hasAny({"data.selftext", "data.body", "data.title"}));
}

} // namespace

Format redditFormat()
{
    return {.key = u"reddit"_s,
            .name = Words::tr("Reddit, dump or answer of its API, JSON"),
            .fitsJson = fits,
            .make = makeJsonReader<RedditReader>};
}

} // namespace tidemark
