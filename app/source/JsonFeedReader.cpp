#include "source/Decompression.h"
#include "source/FeedEntry.h"
#include "source/Formats.h"
#include "source/JsonRecords.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 longestDocument = 64 * 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeedReader)
};

/// Version 1.1 has a list of authors, 1.0 one author.
Json authorOf(const Json &object)
{
    Json author = object["author"];
    object["authors"].forEach([&](const Json &listed) {
        if (author.isMissing())
            author = listed;
    });
    return author;
}

FeedEntry entryOf(const Json &item, const FeedFacts &feed)
{
    FeedEntry entry;
    entry.id = item["id"].text().trimmed();
    entry.idIsLink = entry.id.startsWith("http"_L1);
    entry.link = item["url"].text().trimmed();
    entry.title = item["title"].text().simplified();
    entry.content = readHtml(item["content_html"].text(), {.base = feed.base});
    for (const char *member : {"content_text", "summary"}) {
        if (entry.content.text.isEmpty())
            entry.content.text = item[member].text();
    }
    const QString about = item["external_url"].text();
    if (!about.isEmpty() && !entry.content.text.contains(about))
        entry.content.text += (entry.content.text.isEmpty() ? QString() : u"\n\n"_s) + about;
    entry.published = item["date_published"].text();
    entry.updated = item["date_modified"].text();
    entry.language = item["language"].text();
    entry.author = authorOf(item)["name"].text();
    entry.authorLink = authorOf(item)["url"].text();
    item["tags"].forEach([&](const Json &tag) { entry.categories << tag.text(); });
    item["attachments"].forEach([&](const Json &file) { entry.mediaDescriptions << file["title"].text(); });
    return entry;
}

/// A JSON Feed, versions 1.0 and 1.1: one document.
class JsonFeedReader final : public Reader
{
public:
    /// Where it was fetched it is told elsewhere where it came from.
    Result<> open(std::unique_ptr<ByteStream> bytes, const QString &name, const ReaderOptions &options)
    {
        QByteArray document = readHead(*bytes, longestDocument + 1);
        if (document.size() > longestDocument)
            return Error{Error::Kind::Other, Words::tr("%1 is one document of more than 64 MiB.").arg(name)};
        if (document.startsWith("\xEF\xBB\xBF"))
            document.remove(0, 3);
        m_size = document.size();
        const auto root = m_parser.parse(document);
        if (root) {
            (*root)["items"].forEach([this](const Json &item) { m_items << item; });
            takeFacts(*root, options.feed);
        } else if (options.isFetched || !openDamaged(document, name, options.feed)) {
            return Error{Error::Kind::Damaged,
                         options.isFetched
                             ? m_parser.problem()
                             : Words::tr("%1 can't be read as one JSON document. %2 Get the file again.")
                                   .arg(name, m_parser.problem())};
        }
        return {};
    }

    [[nodiscard]] QString format() const override { return u"json-feed"_s; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] qint64 consumed() const override
    {
        if (m_rest)
            return m_rest->consumed();
        return m_items.isEmpty() ? m_size : m_size * m_next / m_items.size();
    }

    Result<std::optional<Record>> next() override
    {
        if (m_rest)
            return nextOfDamaged();
        if (m_next == m_items.size())
            return std::optional<Record>();
        const Json item = m_items.at(m_next++);
        return std::optional(Record{m_next, item.minified(), contentOf(item)});
    }

private:
    void takeFacts(const Json &feed, const QString &address)
    {
        m_feed = {feed["title"].text(),          feed["home_page_url"].text(),       feed["language"].text(),
                  authorOf(feed)["name"].text(), QUrl(feed["home_page_url"].text()), address};
    }

    [[nodiscard]] Content contentOf(const Json &item) const
    {
        if (!item.isObject())
            return Rejected{Words::tr("It is not an entry of a feed.")};
        return checkedStory(storyOf(entryOf(item, m_feed), m_feed, m_now));
    }

    /// Whether there are entries in a document that is no JSON as a whole: then they come one by one.
    bool openDamaged(const QByteArray &document, const QString &name, const QString &address)
    {
        if (!JsonElements(openBytes(document)).enterEnvelope())
            return false;
        m_failure = Error{Error::Kind::Damaged,
                          Words::tr("%1 could not be read to its end: %2").arg(name, m_parser.problem())};
        QByteArray before = document.left(document.indexOf("\"items\"")).trimmed();
        if (before.endsWith(','))
            before.chop(1);
        if (const auto facts = m_parser.parse(before + '}'))
            takeFacts(*facts, address);
        m_rest = std::make_unique<JsonRecords>(openBytes(document));
        return true;
    }

    Result<std::optional<Record>> nextOfDamaged()
    {
        auto json = m_rest->next();
        if (!json)
            return json.error();
        if (!*json)
            return m_failure;
        JsonRecord &found = **json;
        ++m_next;
        Content content = found.value ? contentOf(*found.value) : Content(Rejected{found.problem});
        return std::optional(Record{m_next, std::move(found.raw), std::move(content), {}, {}, found.line});
    }

    JsonParser m_parser;
    FeedFacts m_feed;
    QVector<Json> m_items;
    std::unique_ptr<JsonRecords> m_rest; ///< of a damaged feed
    Error m_failure;                     ///< what follows its entries
    qsizetype m_next = 0;
    qint64 m_size = 0;
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

Result<std::unique_ptr<Reader>> makeJsonFeedReader(std::unique_ptr<ByteStream> bytes, const QString &name,
                                                   const ReaderOptions &options)
{
    auto reader = std::make_unique<JsonFeedReader>();
    if (auto opened = reader->open(std::move(bytes), name, options); !opened)
        return opened.error();
    return std::unique_ptr<Reader>(std::move(reader));
}

bool fits(const JsonShape &value)
{
    const bool saysSo = value.has("version") && value.contains("jsonfeed.org/version/");
    // The version may stand behind everything else.
    return saysSo
        || (value.hasAll({"items.id"}) && value.hasAny({"items.content_html", "items.content_text"})
            && value.hasAny({"items.date_published", "items.url"}));
}

} // namespace

Format jsonFeedFormat()
{
    return {.key = u"json-feed"_s,
            .name = Words::tr("a feed, JSON Feed"),
            .fitsJson = fits,
            .make = makeJsonFeedReader};
}

} // namespace tidemark
