#include "source/Decompression.h"
#include "source/FeedEntry.h"
#include "source/Formats.h"
#include "source/Opml.h"
#include "source/TextStream.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 longestDocument = 64 * 1024 * 1024;
constexpr qint64 headSize = 512;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeedReader)
};

struct FeedDocument
{
    XmlDocument xml;
    QStringList notes;
    qint64 size = 0;
};

Result<FeedDocument> readDocument(std::unique_ptr<ByteStream> bytes, const QString &name, bool isFetched)
{
    const QByteArray head = readHead(*bytes, headSize);
    TextStream text(withHead(head, std::move(bytes)), declaredXmlEncoding(head));
    const QByteArray document = readHead(text, longestDocument + 1);
    if (document.size() > longestDocument)
        return Error{Error::Kind::Other, Words::tr("%1 is one XML document of more than 64 MiB.").arg(name)};
    FeedDocument read{readXml(document), text.notes(), text.size()};
    read.notes += read.xml.notes;
    if (!read.xml.root) {
        return Error{
            Error::Kind::Damaged,
            isFetched ? read.xml.problem
                      : Words::tr("%1 can't be read as XML. %2 Get the file again.").arg(name, read.xml.problem)};
    }
    return read;
}

/// A feed that was saved as a file: RSS or Atom.
class FeedReader final : public Reader
{
public:
    FeedReader(FeedDocument document, QString name, const ReaderOptions &options)
        : m_document(std::move(document)), m_name(std::move(name)), m_isFetched(options.isFetched)
    {
        const XmlElement &root = *m_document.xml.root;
        m_entries
            = root.name == "feed"_L1 || root.name == "entry"_L1 ? readAtom(root, m_feed) : readRss(root, m_feed);
        m_feed.address = options.feed;
    }

    [[nodiscard]] QString format() const override { return u"feed"_s; }
    [[nodiscard]] QStringList notes() const override { return m_document.notes; }
    [[nodiscard]] qint64 size() const override { return m_document.size; }
    [[nodiscard]] qint64 consumed() const override
    {
        return m_entries.isEmpty() ? m_document.size : m_document.size * m_next / m_entries.size();
    }

    Result<std::optional<Record>> next() override
    {
        if (m_next == m_entries.size()) {
            if (m_document.xml.problem.isEmpty())
                return std::optional<Record>();
            const QString &problem = m_document.xml.problem;
            return Error{Error::Kind::Damaged,
                         m_isFetched ? problem
                                     : Words::tr("%1 could not be read to its end: %2").arg(m_name, problem)};
        }
        const ReadEntry &read = m_entries.at(m_next++);
        const qint64 length = (read.end == 0 ? m_document.xml.bytes.size() : read.end) - read.start;
        Record record{m_next, m_document.xml.bytes.mid(read.start, length), {}};
        if (read.end == 0) {
            const QByteArrayView before = QByteArrayView(m_document.xml.bytes).first(read.start);
            record.line = 1 + std::count(before.cbegin(), before.cend(), '\n');
            record.content = Rejected{Words::tr("The file breaks off in this entry.")};
        } else {
            record.content = checkedStory(storyOf(read.entry, m_feed, m_now));
        }
        return std::optional(std::move(record));
    }

private:
    FeedDocument m_document;
    QString m_name;
    bool m_isFetched; ///< then it is told elsewhere where it came from
    FeedFacts m_feed;
    QVector<ReadEntry> m_entries;
    qsizetype m_next = 0;
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

/// An element, a declaration, a DOCTYPE or a comment, and no web page. What is XML and no feed is named by the
/// reader.
bool fits(QStringView start)
{
    static const QRegularExpression xml(u"^\\x{FEFF}?<(\\?xml|!DOCTYPE|!--|[A-Za-z][\\w.-]*(:[\\w.-]+)?[\\s>])"_s);
    static const QRegularExpression page(u"<(!DOCTYPE\\s+)?(html|head|body)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression feed(u"<(rss|feed|(\\w+:)?RDF|opml)\\b"_s);
    return xml.match(start.toString()).hasMatch()
        && (feed.match(start.toString()).hasMatch() || !page.match(start.toString()).hasMatch());
}

Result<std::unique_ptr<Reader>> makeFeedReader(std::unique_ptr<ByteStream> bytes, const QString &name,
                                               const ReaderOptions &options)
{
    auto document = readDocument(std::move(bytes), name, options.isFetched);
    if (!document)
        return document.error();
    const XmlElement &root = *document->xml.root;
    if (root.name == "opml"_L1) {
        return Error{
            Error::Kind::Usage,
            Words::tr("%1 is a list of %n feeds, and there is nothing in it to import. Save the feeds that it "
                      "names and import those.",
                      nullptr, int(readOpml(root).size()))
                .arg(name)};
    }
    const bool isFeed = root.name == "rss"_L1 || root.name == "RDF"_L1 || root.name == "feed"_L1
        || root.name == "entry"_L1 || root.name == "channel"_L1;
    if (!isFeed) {
        return Error{
            Error::Kind::Usage,
            root.name == "CHANNEL"_L1
                ? Words::tr("%1 is a feed in the Channel Definition Format, which Tidemark can't read.").arg(name)
                : Words::tr("%1 is XML but no feed: it begins with <%2>. Tidemark reads RSS and Atom.")
                      .arg(name, root.name.left(40))};
    }
    return std::unique_ptr<Reader>(std::make_unique<FeedReader>(std::move(*document), name, options));
}

} // namespace

Format feedFormat()
{
    return {.key = u"feed"_s, .name = Words::tr("a feed, RSS or Atom"), .fitsText = fits, .make = makeFeedReader};
}

} // namespace tidemark
