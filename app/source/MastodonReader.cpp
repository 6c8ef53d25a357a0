#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include "text/HtmlText.h"
#include "text/Language.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MastodonReader)
};

/// Local accounts have no host in their `acct`: it is that of the status.
Author authorOf(const Json &account, const QString &uri)
{
    Author author;
    author.nativeId = account["uri"].text();
    author.handle = account["acct"].text();
    if (!author.handle.isEmpty() && !author.handle.contains(u'@')) {
        const QString host = QUrl(uri).host();
        if (!host.isEmpty())
            author.handle += u'@' + host;
    }
    author.name = account["display_name"].text();
    author.link = account["url"].text();
    return author;
}

QString idOf(const Json &status)
{
    const QString uri = status["uri"].text();
    return uri.isEmpty() ? status["url"].text() : uri;
}

QString linkOf(const Json &status)
{
    const QString link = status["url"].text();
    return link.isEmpty() ? idOf(status) : link;
}

/// A quoted post counts only while its author agrees to the quote, and where everybody may read it.
bool showsQuoted(const Json &quote)
{
    const Json quoted = quote["quoted_status"];
    return quote["state"].text() == "accepted"_L1 && quoted.isObject() && !saysThatItIsForFew(quoted)
        && (!quoted.has("visibility") || isOpenStatus(quoted));
}

void addText(Story &story, const Json &status)
{
    const ReadableText read = readHtml(status["content"].text(), {.skipsInlineQuote = status["quote"].isObject()});
    story.text = read.text;
    status["poll"]["options"].forEach(
        [&](const Json &choice) { story.text += u"\n• "_s + choice["title"].text(); });
    story.mediaDescriptions = read.pictures;
    status["media_attachments"].forEach([&](const Json &file) {
        const QString description = file["description"].text();
        if (!description.isEmpty())
            story.mediaDescriptions << description;
    });
    status["tags"].forEach([&](const Json &tag) { story.hashtags << tag["name"].text(); });
    story.contentWarning = status["spoiler_text"].text();
    story.sensitive = status["sensitive"].boolean();
    story.language = languageCode(status["language"].text());
}

/// Answers of Mastodon's API: statuses, alone, in lists or in what a search found.
class MastodonReader final : public JsonReader
{
public:
    MastodonReader(std::unique_ptr<JsonRecords> records, const ReaderOptions &options)
        : JsonReader(u"mastodon"_s, std::move(records)), m_isFetched(options.isFetched), m_server(options.server)
    {
    }

private:
    Content content(const Json &status) override
    {
        if (status.has("error"))
            return Skipped{Words::tr("an error message instead of a story")};
        if (!status.has("content"))
            return Skipped{Words::tr("no status")};
        if (idOf(status).isEmpty())
            return Skipped{Words::tr("an earlier version of a status, without its address")};
        if (!isOpenStatus(status))
            return Skipped{Words::tr("not public")};
        if (shuns(status["reblog"].isObject() ? status["reblog"] : status))
            return Skipped{Words::tr("its author asked not to be found by searching")};
        if (status["reblog"].isObject())
            return repostOf(status);
        return checkedStory(storyOf(status));
    }

    Content repostOf(const Json &status)
    {
        const Json original = status["reblog"];
        Repost repost;
        repost.platform = Platform::Mastodon;
        repost.nativeId = idOf(status);
        repost.originalNativeId = idOf(original);
        repost.author = authorOf(status["account"], repost.nativeId);
        if (const auto time = parseTime(status["created_at"].text()); time && isPlausible(time->instant, m_now))
            repost.postedAt = time->instant;
        if (isOpenStatus(original)) {
            auto checked = checkedStory(storyOf(original));
            if (auto *story = std::get_if<Story>(&checked))
                repost.original = std::move(*story);
        }
        return checkedRepost(std::move(repost));
    }

    Story storyOf(const Json &status)
    {
        Story story;
        story.platform = Platform::Mastodon;
        story.nativeId = idOf(status);
        story.permalink = linkOf(status);
        story.author = authorOf(status["account"], story.nativeId);
        setPostedAt(story, status["created_at"].text(), m_now);
        if (const auto edited = parseTime(status["edited_at"].text()))
            story.editedAt = edited->instant;
        addText(story, status);
        addQuote(story, status["quote"]);
        markUnlisted(story, isUnlistedStatus(status));
        addReply(story, status);
        if (status["account"]["noindex"].boolean().value_or(false))
            story.attributes << Attribute{u"asked not to be indexed"_s, u"yes"_s, false};
        return story;
    }

    void addQuote(Story &story, const Json &quote) const
    {
        const Json quoted = quote["quoted_status"];
        if (!showsQuoted(quote))
            return;
        story.relations << Relation{Relation::Kind::Quote, idOf(quoted), linkOf(quoted),
                                    shuns(quoted) ? QString() : readHtml(quoted["content"].text()).text};
    }

    /// Whether whoever searches leaves out what this account said.
    [[nodiscard]] bool shuns(const Json &status) const { return m_isFetched && shunsSearch(status["account"]); }

    /// The words of what it quotes, or passes on, may be none of ours.
    [[nodiscard]] bool mayBeKept(const Json &status) const override
    {
        const Json shown = status["reblog"].isObject() ? status["reblog"] : status;
        const Json quote = shown["quote"];
        const bool isSilent = !quote["quoted_status"].isObject();
        return isOpenStatus(shown) && (isSilent || (showsQuoted(quote) && !shuns(quote["quoted_status"])))
            && mayBeRead(quote) && mayBeRead(shown["pleroma"]["quote"]);
    }

    /// Akkoma and Fedibird show the quoted status itself as the quote, Pleroma among what is its own.
    [[nodiscard]] bool mayBeRead(const Json &status) const
    {
        return !status.has("content") || (isOpenStatus(status) && !shuns(status));
    }

    /// A status names what it answers by the number that it has on the server that gave the page. Where nobody
    /// knows that server, the address is known if the other one came before.
    void addReply(Story &story, const Json &status)
    {
        if (!m_server.isEmpty()) {
            const QString other = numbered(status["in_reply_to_id"]);
            if (!other.isEmpty())
                story.relations << Relation{Relation::Kind::Reply, other, {}, {}};
            return;
        }
        const QString number = status["id"].text();
        if (!number.isEmpty() && m_addresses.size() < mostRemembered)
            m_addresses.insert(number, {story.nativeId, story.permalink});
        const QString other = status["in_reply_to_id"].text();
        if (other.isEmpty())
            return;
        const auto [address, link] = m_addresses.value(other);
        story.relations << Relation{Relation::Kind::Reply, address, link, {}};
    }

    /// The address at which the server has what it calls by a number.
    [[nodiscard]] QString numbered(const Json &number) const
    {
        const QString text = number.text();
        return text.isEmpty() ? QString() : m_server + u"/api/v1/statuses/"_s + text;
    }

    [[nodiscard]] QString calledThere(const Json &status) const override
    {
        const Json original = status["reblog"].isObject() ? status["reblog"] : status;
        return m_server.isEmpty() ? QString() : numbered(original["id"]);
    }

    bool m_isFetched;
    QString m_server;
    static constexpr qsizetype mostRemembered = 100'000;
    QHash<QString, std::pair<QString, QString>> m_addresses; ///< of statuses, by number
};

/// What stands before and behind a status in its conversation.
void collectConversation(const Json &answer, QVector<Json> &statuses)
{
    for (const char *list : {"ancestors", "descendants"})
        answer[list].forEach([&](const Json &status) { statuses << status; });
}

Result<std::unique_ptr<Reader>> makeMastodonReader(std::unique_ptr<ByteStream> bytes, const QString & /*name*/,
                                                   const ReaderOptions &options)
{
    auto records = std::make_unique<JsonRecords>(std::move(bytes), nullptr, collectConversation);
    return std::unique_ptr<Reader>(std::make_unique<MastodonReader>(std::move(records), options));
}

bool fits(const JsonShape &value)
{
    return value.hasAll({"statuses.account.acct", "statuses.content"})
        || value.hasAny({"ancestors.account.acct", "descendants.account.acct"})
        || (value.hasAll({"account.acct", "content"}) && value.hasAny({"uri", "visibility", "spoiler_text"}))
        || (value.hasAll({"statuses", "hashtags"}) && value.has("accounts"));
}

} // namespace

Format mastodonFormat()
{
    return {
        .key = u"mastodon"_s, .name = Words::tr("Mastodon's API"), .fitsJson = fits, .make = makeMastodonReader};
}

} // namespace tidemark
