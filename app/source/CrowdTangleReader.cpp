#include "source/Dates.h"
#include "source/Formats.h"
#include "source/TableReader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CrowdTangleReader)
};

/// What is counted of a post; CrowdTangle's own sum is written in the locale of the screen, so it is made anew.
const QStringList &reactions()
{
    static const QStringList columns{u"Likes"_s, u"Comments"_s, u"Shares"_s, u"Love"_s, u"Wow"_s,
                                     u"Haha"_s,  u"Sad"_s,      u"Angry"_s,  u"Care"_s};
    return columns;
}

/// Columns that are kept as they are.
const QStringList &keptColumns()
{
    static const QStringList columns{u"Type"_s,
                                     u"Page Category"_s,
                                     u"Page Admin Top Country"_s,
                                     u"Followers at Posting"_s,
                                     u"Link"_s,
                                     u"Link Text"_s,
                                     u"Description"_s,
                                     u"Post Views"_s,
                                     u"Total Views"_s};
    return columns;
}

/// Links are written as short:=:long.
QString withLongLinks(QString text)
{
    static const QRegularExpression pair(u"\\S+?:=:(\\S+)"_s);
    return text.contains(":=:"_L1) ? text.replace(pair, u"\\1"_s) : text;
}

/// Of an address's path. Taken apart by hand where that is the same: QUrl takes longer than the rest of the row.
QString lastPart(const QString &link)
{
    if (link.contains(u'%') || link.startsWith("//"_L1))
        return QUrl(link).path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    const qsizetype scheme = link.indexOf("://"_L1);
    const qsizetype path = scheme < 0 ? 0 : link.indexOf(u'/', scheme + 3);
    if (path < 0)
        return {};
    const auto isBehindPath = [](QChar c) { return c == u'?' || c == u'#'; };
    const auto *end = std::find_if(link.cbegin() + path, link.cend(), isBehindPath);
    return QString(link.cbegin() + path, end - link.cbegin() - path)
        .section(u'/', -1, -1, QString::SectionSkipEmpty);
}

/// What names a post in its address at Facebook: the last part, or what stands behind the question mark.
QString postIn(const QString &link)
{
    const QString part = lastPart(link);
    if (std::any_of(part.cbegin(), part.cend(), [](QChar c) { return c.isDigit(); }))
        return part;
    const QUrlQuery query{QUrl(link)};
    for (const QString &name : {u"story_fbid"_s, u"fbid"_s, u"v"_s}) {
        if (query.hasQueryItem(name))
            return query.queryItemValue(name);
    }
    return {};
}

/// Abbreviations that mean several zones: which one the screen was set to isn't in the file.
bool isAmbiguousZone(const QString &zone)
{
    static const QSet<QString> ambiguous{u"CST"_s, u"IST"_s, u"BST"_s, u"AST"_s, u"SST"_s};
    return ambiguous.contains(zone);
}

/// Posts of public pages, groups and Instagram accounts as CrowdTangle exported them until 2024.
class CrowdTangleReader final : public TableReader
{
public:
    CrowdTangleReader(std::unique_ptr<CsvTable> table, const ReaderOptions &options)
        : TableReader(u"crowdtangle"_s, std::move(table)),
          m_zone(options.mapping ? QTimeZone(options.mapping->timeZone.toUtf8()) : QTimeZone()),
          m_isInstagram(header().contains("Account"_L1)),
          m_isGroup(header().contains("Group Name"_L1)),
          m_reactions(placesOf(reactions())),
          m_kept(placesOf(keptColumns()))
    {
    }

    static QStringList neededColumns() { return {u"Post Created"_s, u"URL"_s}; }

    [[nodiscard]] QStringList notes() const override
    {
        QStringList notes = TableReader::notes();
        if (m_zonesUnknown > 0) {
            notes << Words::tr(
                "The time zone of %n stories is not certain: their times are read as UTC and marked so. If you "
                "know which zone CrowdTangle was set to, say it and import the file again.",
                nullptr, int(m_zonesUnknown));
        }
        if (m_isGroup) {
            notes << Words::tr("These are posts in groups. Some groups show their posts to members only; keep only "
                               "what was public.");
        }
        return notes;
    }

private:
    Content content() override
    {
        Story story;
        story.platform = m_isInstagram ? Platform::Instagram : Platform::Facebook;
        story.permalink = cell(u"URL"_s);
        story.author = author();
        story.nativeId = nativeId();
        readTime(story);
        story.text = text();
        if (const QString seen = cell(u"Image Text"_s); !seen.isEmpty())
            story.mediaDescriptions << seen;
        addAttributes(story);
        const QString shared = sharedPost();
        if (shared.isEmpty())
            return checkedStory(std::move(story));
        if (story.text.trimmed().isEmpty())
            return checkedRepost({story.platform, story.nativeId, {}, {}, story.postedAt, story.author});
        story.relations << Relation{Relation::Kind::Quote, {}, shared, {}};
        return checkedStory(std::move(story));
    }

    [[nodiscard]] Author author() const
    {
        Author author{idCell(u"Facebook Id"_s), cell(u"User Name"_s), {}, {}};
        for (const QString &column : {u"Page Name"_s, u"Group Name"_s, u"Account"_s}) {
            if (author.name.isEmpty())
                author.name = cell(column);
        }
        return author;
    }

    [[nodiscard]] QString nativeId() const
    {
        const QString link = cell(u"URL"_s);
        const QString part = m_isInstagram ? lastPart(link) : postIn(link);
        const QString owner = idCell(u"Facebook Id"_s);
        return m_isInstagram || owner.isEmpty() || part.isEmpty() ? part : owner + u'_' + part;
    }

    /// `2021-07-05 18:02:45 EDT`, in the zone that the screen was set to.
    void readTime(Story &story)
    {
        story.postedAtText = cell(u"Post Created"_s);
        const QString zone = story.postedAtText.section(u' ', 2);
        auto time = isAmbiguousZone(zone) ? std::nullopt : parseTime(story.postedAtText);
        if (!time || !time->zoneKnown)
            time = parseTime(story.postedAtText.section(u' ', 0, 1), {.zone = m_zone});
        if (!time || !isPlausible(time->instant, m_now))
            return;
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
        m_zonesUnknown += !story.zoneKnown;
    }

    /// What was written; else what is said of the link that was shared.
    [[nodiscard]] QString text() const
    {
        for (const QString &column : {u"Message"_s, u"Description"_s, u"Link Text"_s}) {
            const QString written = withLongLinks(cell(column));
            if (!written.trimmed().isEmpty())
                return written;
        }
        return {};
    }

    /// The address of another page's post that was shared, or an empty string.
    [[nodiscard]] QString sharedPost() const
    {
        static const QRegularExpression post(
            u"^https?://(?:www\\.|m\\.)?facebook\\.com/.+/(?:posts|videos|photos|permalink)/"_s);
        const QString link = cell(u"Link"_s);
        const QString own = cell(u"URL"_s);
        if (link.isEmpty() || link == own || !post.match(link).hasMatch())
            return {};
        const QString linked = postIn(link);
        const bool isOwn = (!linked.isEmpty() && linked == postIn(own))
            || (!cell(u"User Name"_s).isEmpty() && link.contains(u'/' + cell(u"User Name"_s) + u'/'))
            || (!cell(u"Facebook Id"_s).isEmpty() && link.contains(u'/' + cell(u"Facebook Id"_s) + u'/'));
        return isOwn ? QString() : link;
    }

    [[nodiscard]] QVector<qsizetype> placesOf(const QStringList &columns) const
    {
        QVector<qsizetype> places;
        for (const QString &column : columns) {
            if (const qsizetype place = header().indexOf(column); place >= 0)
                places << place;
        }
        return places;
    }

    void addAttributes(Story &story) const
    {
        story.attributes.reserve(m_reactions.size() + 1 + m_kept.size());
        qint64 sum = 0;
        for (const qsizetype column : m_reactions) {
            const QString &count = cellAt(column);
            sum += count.toLongLong();
            if (!count.isEmpty())
                story.attributes << Attribute{header().at(column), count, false};
        }
        story.attributes << Attribute{u"Total Interactions"_s, QString::number(sum), false};
        for (const qsizetype column : m_kept) {
            const QString &value = cellAt(column);
            // The link of a post without one is its own address.
            if (!value.isEmpty() && value != story.permalink)
                story.attributes << Attribute{header().at(column), value, false};
        }
    }

    QTimeZone m_zone; ///< that the screen was set to, as the user says; invalid: unknown
    bool m_isInstagram;
    bool m_isGroup;
    QVector<qsizetype> m_reactions; ///< columns
    QVector<qsizetype> m_kept;
    qint64 m_zonesUnknown = 0;
};

bool fits(const QStringList &header)
{
    return header.contains("Post Created"_L1) && header.contains("Total Interactions"_L1);
}

} // namespace

Format crowdTangleFormat()
{
    return {.key = u"crowdtangle"_s,
            .name = Words::tr("CrowdTangle's export of Facebook or Instagram, CSV"),
            .fitsHeader = fits,
            .make = makeTableReader<CrowdTangleReader>};
}

} // namespace tidemark
