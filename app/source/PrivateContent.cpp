#include "source/PrivateContent.h"

#include "source/JsonSigns.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrivateContent)
};

/// A form of JSON, and what lies in it.
struct PrivateForm
{
    bool (*fits)(const JsonShape &value);
    QString what;
};

const QVector<PrivateForm> &privateForms()
{
    using Shape = const JsonShape &;
    const QString messages = Words::tr("direct messages");
    static const QVector<PrivateForm> table{
        {[](Shape s) {
             return s.hasAll({"participants", "messages.sender_name"}) || s.hasAll({"sender_name", "timestamp_ms"});
         },
         messages}, // Facebook, Instagram
        {[](Shape s) {
             return s.hasAny({"message_create.message_data", "events.message_create.message_data",
                              "event.message_create.message_data", "direct_message.sender", "dm_conversation_id",
                              "data.dm_conversation_id", "dmConversation"})
                 || s.hasAll({"sender_screen_name", "recipient_screen_name"});
         },
         messages}, // Twitter
        {[](Shape s) {
             return s.hasAll({"accounts", "last_status.visibility"});
         },
         messages}, // Mastodon
        {[](Shape s) {
             return s.hasAll({"messages.sentAt", "messages.sender"}) || s.has("convos.members");
         },
         messages}, // Bluesky
        {[](Shape s) {
             return s.hasAny({"conversation", "conversations"}) && s.contains("\"isInternal\"");
         },
         messages}, // to Reddit's moderators
        {[](Shape s) {
             return s.hasAll({"guild.id", "channel.id", "messages.content"})  // Discord
                 || s.hasAll({"messages.creator.email", "messages.topic_id"}) // Google
                 || (s.hasAll({"type", "ts", "text"})                         // Slack
                     && s.hasAny({"client_msg_id", "subtype", "user_profile.team", "user_team", "team", "bot_id",
                                  "blocks", "thread_ts", "reactions.users"}));
         },
         Words::tr("messages of a chat")},
        {[](Shape s) {
             return s.has("searches_v2.timestamp") || s.hasAll({"searches.timestamp", "searches.title"});
         },
         Words::tr("searches")},
        {[](Shape s) {
             return s.hasAll({"scheduled_at", "params.text"});
         },
         Words::tr("drafts")},
        {[](Shape s) {
             return s.hasAny({"comments_v2", "group_comments_v2", "group_posts_v2", "group_comments.data.comment",
                              "group_posts.activity_log_data", "comments.data.comment"})
                 || s.hasAll({"timestamp", "data.comment"});
         },
         Words::tr("comments or group posts of a Facebook archive")},
        {[](Shape s) {
             return s.hasAll({"like.tweetId", "like.fullText"});
         },
         Words::tr("likes")},
    };
    return table;
}

/// The first values decide, of a list the first one, so that one message in a stream of posts doesn't keep the
/// posts out.
QString inJson(const QByteArray &json)
{
    constexpr qsizetype deciding = 3;
    const QByteArray first = json.startsWith('[') ? json.sliced(1).trimmed() : QByteArray();
    const QVector<JsonShape> shapes = first.isEmpty() ? jsonShapes(json) : QVector<JsonShape>{JsonShape(first)};
    const auto end = shapes.cbegin() + std::min(deciding, shapes.size());
    for (const PrivateForm &form : privateForms()) {
        if (!shapes.isEmpty() && std::all_of(shapes.cbegin(), end, form.fits))
            return form.what;
    }
    return {};
}

/// By the name that a part of X's archives gives its list.
QString inArchivePart(const QByteArray &script)
{
    const QByteArray name = script.sliced(script.indexOf("YTD.") + 4).toLower();
    if (name.startsWith("direct_message") || name.startsWith("directmessage"))
        return Words::tr("direct messages");
    if (name.startsWith("twitter_circle_tweet"))
        return Words::tr("posts for a chosen circle");
    return name.startsWith("like.") ? Words::tr("likes") : QString();
}

/// As Reddit gives its users their messages, chats and drafts.
QString underNames(const QStringList &columns)
{
    const auto has = [&](std::initializer_list<const char *> names) {
        return std::all_of(names.begin(), names.end(),
                           [&](const char *name) { return columns.contains(QLatin1StringView(name)); });
    };
    if (has({"thread_id", "from", "to", "body"}) || has({"message_id", "channel_url", "message"}))
        return Words::tr("direct messages");
    return has({"body", "send_replies", "is_public_link"}) ? Words::tr("drafts") : QString();
}

} // namespace

QString privateContentOf(const QByteArray &head)
{
    const QByteArray text = head.trimmed();
    if (text.startsWith("window.YTD."))
        return inArchivePart(text);
    if (text.startsWith('{') || text.startsWith('['))
        return inJson(text);
    const QStringList columns
        = QString::fromUtf8(text.first(std::max<qsizetype>(text.indexOf('\n'), 0))).trimmed().split(u',');
    return underNames(columns);
}

} // namespace tidemark
