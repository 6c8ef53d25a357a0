#include "source/Decompression.h"
#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TweetText.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV1Tweet.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XArchiveReader)
};

constexpr qint64 prefixSize = 4096;
constexpr qint64 longestCompanion = 64 * 1024 * 1024;
constexpr qsizetype shortestNote = 100; ///< characters in common that tell a long text's beginning

/// What the other files of an archive say about its tweets.
struct Companions
{
    Author author;
    bool isProtected = false; ///< the account, when it asked for the archive: only followers could see its tweets
    QVector<Story> longTexts; ///< of note-tweet.js: only text and hashtags are set
};

/// A part is a script: `window.YTD.tweets.part0 = [...]`. What stands behind the sign is JSON.
std::unique_ptr<ByteStream> afterAssignment(std::unique_ptr<ByteStream> bytes)
{
    const QByteArray head = readHead(*bytes, prefixSize);
    const qsizetype sign = head.indexOf('=');
    const auto isJson = [](char c) { return c == '[' || c == '{' || c == '"'; };
    const auto json = std::find_if(head.cbegin(), head.cend(), isJson) - head.cbegin();
    return withHead(sign >= 0 && sign < json ? head.sliced(sign + 1) : head, std::move(bytes));
}

/// The text without the sign and link that end a cut one.
QString beginningOf(const QString &text)
{
    static const QRegularExpression end(u"(?:\\x{2026}|\\.\\.\\.)?\\s*(?:https?://\\S+)?\\s*$"_s);
    return QString(text).remove(end);
}

class XArchiveReader final : public JsonReader
{
public:
    XArchiveReader(std::unique_ptr<JsonRecords> records, std::shared_ptr<const Companions> companions)
        : JsonReader(u"x-archive"_s, std::move(records)), m_companions(std::move(companions))
    {
    }

private:
    Content content(const Json &record) override
    {
        const Json tweet = record["tweet"].isObject() ? record["tweet"] : record;
        if (!tweet.has("full_text") && !tweet.has("text")) {
            if (record.has("tweet") || record.has("id_str"))
                return Rejected{Words::tr("It is not a tweet as X's archives hold them.")};
            return Skipped{Words::tr("no tweet")};
        }
        // What its author deleted is gone here too, though the archive still has it for some days.
        if (tweet.has("deleted_at"))
            return Withdrawal{Platform::Twitter, tweetId(tweet), u"deleted"_s};
        if (m_companions->isProtected || isProtected(tweet["user"]))
            return ofProtectedAccount();
        const Author author = tweet["user"].isObject() ? authorOfTweet(tweet["user"]) : m_companions->author;
        const Json original = tweet["retweeted_status"];
        Story story = storyOfTweet(tweet, author, m_now);
        if (original.isObject() || isRepost(story.text)) {
            Repost repost{Platform::Twitter, story.nativeId, {}, {}, story.postedAt, author};
            if (!original.isObject())
                return checkedRepost(std::move(repost));
            repost.originalNativeId = tweetId(original);
            return checkedRepost(std::move(repost), storyOfTweet(original, authorOfTweet(original["user"]), m_now));
        }
        addEdits(story, tweet["edit_info"]);
        makeWhole(story);
        return checkedStory(std::move(story));
    }

    /// Newer archives hold of a repost only its cut text: whose it is, and how it goes on, isn't known.
    static bool isRepost(const QString &text)
    {
        static const QRegularExpression repost(u"^RT @\\w+: "_s);
        return repost.match(text).hasMatch();
    }

    static void addEdits(Story &story, const Json &info)
    {
        const Json control = info["edit"]["editControlInitial"];
        const Json list = control.isObject() ? control : info["initial"];
        list["editTweetIds"].forEach([&](Json id) { story.editIds << id.text(); });
        if (story.editIds.size() < 2)
            story.editIds.clear();
    }

    /// Long texts lie in a file of their own under ids of their own; they are told by how they begin.
    void makeWhole(Story &story) const
    {
        const QString beginning = beginningOf(story.text);
        if (beginning.size() < shortestNote)
            return;
        const auto &texts = m_companions->longTexts;
        const auto whole = std::find_if(texts.cbegin(), texts.cend(), [&](const Story &text) {
            return text.text.size() > beginning.size() && text.text.startsWith(beginning);
        });
        if (whole == texts.cend())
            return;
        story.text = whole->text;
        story.textCut = false;
        if (!whole->hashtags.isEmpty())
            story.hashtags = whole->hashtags;
    }

    std::shared_ptr<const Companions> m_companions;
};

Result<std::unique_ptr<Reader>> makeReader(std::unique_ptr<ByteStream> bytes,
                                           std::shared_ptr<const Companions> companions)
{
    return std::unique_ptr<Reader>(std::make_unique<XArchiveReader>(
        std::make_unique<JsonRecords>(afterAssignment(std::move(bytes))), std::move(companions)));
}

Result<std::unique_ptr<Reader>> makePart(std::unique_ptr<ByteStream> bytes, const QString & /*name*/,
                                         const ReaderOptions & /*options*/)
{
    return makeReader(std::move(bytes), std::make_shared<const Companions>());
}

/// The folder that holds what belongs to a file of tweets, with its slash. There may be several archives in one
/// folder.
QString folderOf(const QString &name)
{
    constexpr auto byMonth = "js/tweets/"_L1;
    const QString folder = name.left(name.lastIndexOf(u'/') + 1);
    return folder.endsWith(byMonth) ? folder.chopped(byMonth.size() - 3) : folder;
}

/// Visits the values of a small file of the archive; one that can't be read adds nothing.
template<typename Visit>
void readCompanion(Container &container, const QString &folder, const QString &pattern, Visit visit)
{
    const QRegularExpression name(u'^' + QRegularExpression::escape(folder) + pattern + u'$');
    for (qsizetype entry = 0; entry < container.names().size(); ++entry) {
        if (!name.match(container.names().at(entry)).hasMatch())
            continue;
        auto bytes = container.open(entry);
        if (!bytes)
            return;
        const auto json = afterAssignment(std::move(*bytes));
        JsonParser parser;
        const auto root = parser.parse(readHead(*json, longestCompanion).trimmed());
        if (!root)
            continue;
        if (root->isArray())
            root->forEach(visit);
        else
            visit(*root);
    }
}

std::shared_ptr<const Companions> companionsIn(Container &container, const QString &folder)
{
    auto companions = std::make_shared<Companions>();
    Author &author = companions->author;
    readCompanion(container, folder, u"account\\.js"_s, [&](const Json &value) {
        const Json account = value["account"];
        author
            = {account["accountId"].text(), account["username"].text(), account["accountDisplayName"].text(), {}};
    });
    readCompanion(container, folder, u"user_details\\.js"_s, [&](const Json &value) {
        author = {value["id"].text(), value["screen_name"].text(), value["full_name"].text(), {}};
    });
    if (!author.handle.isEmpty())
        author.link = u"https://twitter.com/"_s + author.handle;
    QString lastChange;
    readCompanion(container, folder, u"protected-history\\.js"_s, [&](const Json &value) {
        const Json change = value["protectedHistory"];
        const QString changedAt = change["protectedAt"].text();
        if (changedAt < lastChange)
            return;
        lastChange = changedAt;
        companions->isProtected = change["action"].text().compare("protect"_L1, Qt::CaseInsensitive) == 0;
    });
    readCompanion(container, folder, u"note-tweet(?:-part\\d+)?\\.js"_s, [&](const Json &value) {
        const Json core = value["noteTweet"]["core"];
        Story whole;
        whole.text = tweetText(core["text"].text(), {}, core["urls"], {});
        whole.hashtags = membersOf(core["hashtags"], "text");
        companions->longTexts << whole;
    });
    return companions;
}

/// The files of tweets, those that were deleted last. Messages, likes, drafts and all else are not even opened.
QVector<qsizetype> storiesIn(const QStringList &names)
{
    static const QRegularExpression tweets(
        u"(?:^|/)(?:tweets?(?:-part\\d+)?\\.js|js/tweets/\\d{4}_\\d{2}\\.js|deleted-tweets(?:-part\\d+)?\\.js)$"_s);
    QVector<qsizetype> entries;
    for (qsizetype entry = 0; entry < names.size(); ++entry) {
        if (tweets.match(names.at(entry)).hasMatch())
            entries << entry;
    }
    // By number: tweets.js, tweets-part1.js ... tweets-part10.js.
    const auto order = [&](qsizetype entry) {
        const QString &name = names.at(entry);
        return std::make_tuple(name.contains("deleted-"_L1), name.size(), name);
    };
    std::sort(entries.begin(), entries.end(), [&](qsizetype a, qsizetype b) { return order(a) < order(b); });
    return entries;
}

bool fitsText(QStringView start)
{
    return start.startsWith("window.YTD."_L1) || start.startsWith("Grailbird.data."_L1);
}

/// A part from which somebody took the beginning of the script.
bool fitsJson(const JsonShape &value)
{
    return value.hasAll({"tweet.id_str", "tweet.full_text"});
}

bool confirms(QByteArrayView start)
{
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.sliced(3);
    return fitsText(QString::fromUtf8(start.trimmed()));
}

EntryOpener openerOf(Container &container, const QVector<qsizetype> &entries, const ReaderOptions & /*options*/)
{
    QHash<QString, std::shared_ptr<const Companions>> companions; // by folder
    for (const qsizetype entry : entries) {
        const QString folder = folderOf(container.names().at(entry));
        if (!companions.contains(folder))
            companions.insert(folder, companionsIn(container, folder));
    }
    return [companions](std::unique_ptr<ByteStream> bytes, const QString &entry) {
        return makeReader(std::move(bytes), companions.value(folderOf(entry)));
    };
}

} // namespace

Format xArchivePartFormat()
{
    return {.key = u"x-archive"_s,
            .name = Words::tr("Part of an archive that X gives its users"),
            .fitsJson = fitsJson,
            .fitsText = fitsText,
            .make = makePart};
}

SetFormat xArchiveFormat()
{
    return {.key = u"x-archive"_s,
            .name = Words::tr("Archive that X gives its users"),
            .ofOneFile = u"x-archive"_s,
            .storiesIn = storiesIn,
            .confirms = confirms,
            .opener = openerOf};
}

} // namespace tidemark
