#include "source/Dates.h"
#include "source/Decompression.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FacebookArchiveReader)
};

constexpr qint64 longestProfile = 16 * 1024 * 1024;

/// Facebook writes each byte of UTF-8 as a character of its own (`\u00c3\u00a9` for é). Texts that were repaired
/// before, or that hold other characters, stay as they are.
QString repaired(const QString &text)
{
    const bool isBytes = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() <= 0xFF; });
    if (!isBytes)
        return text;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text.toLatin1());
    return decoder.hasError() ? text : decoded;
}

/// Texts of one member in all objects of a list.
QStringList textsIn(const Json &list, const char *member)
{
    QStringList texts;
    list.forEach([&](Json entry) {
        const QString text = repaired(entry[member].text()).trimmed();
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    });
    return texts;
}

/// All that hangs on a post.
struct Attached
{
    QStringList captions;
    QStringList notes;
    QStringList files;
    QVector<Attribute> attributes;
};

void addNamed(Attached &attached, const QString &kind, const Json &what, const char *member)
{
    const QString value = repaired(what[member].text());
    if (!value.isEmpty())
        attached.attributes << Attribute{kind, value, false};
}

Attached attachedTo(const Json &post)
{
    Attached attached;
    post["attachments"].forEach([&](Json attachment) {
        attachment["data"].forEach([&](Json part) {
            const Json media = part["media"];
            const QString caption = repaired(media["description"].text()).trimmed();
            if (!caption.isEmpty() && !attached.captions.contains(caption))
                attached.captions << caption;
            if (media.has("uri"))
                attached.files << media["uri"].text();
            const QString note = repaired(part["note"]["text"].text()).trimmed();
            if (!note.isEmpty())
                attached.notes << note;
            addNamed(attached, u"link"_s, part["external_context"], "url");
            addNamed(attached, u"link_name"_s, part["external_context"], "name");
            addNamed(attached, u"place"_s, part["place"], "name");
            addNamed(attached, u"event"_s, part["event"], "name");
        });
    });
    return attached;
}

std::optional<Instant> instantOf(const Json &seconds, Instant now)
{
    const auto value = seconds.integer();
    return value ? plausibleSeconds(static_cast<double>(*value), now) : std::nullopt;
}

/// The archive has no ids: when, what and with which file makes one that stays the same in the next archive.
QString idOf(const Json &post, const QString &text, const QStringList &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(post["timestamp"].text().toUtf8() + '\0' + text.toUtf8() + '\0' + files.join(u'\n').toUtf8());
    return u"archive-"_s + QString::fromLatin1(hash.result().toHex().left(32));
}

Content contentOf(const Json &post, const Author &author, Instant now)
{
    if (!post.isObject() || !post.has("timestamp"))
        return Rejected{Words::tr("It is not a post as Facebook's archives hold them.")};
    const Attached attached = attachedTo(post);
    Story story;
    story.platform = Platform::Facebook;
    story.author = author;
    story.postedAtText = post["timestamp"].text();
    story.postedAt = instantOf(post["timestamp"], now);
    const QStringList written = textsIn(post["data"], "post");
    const QStringList &texts = !written.isEmpty() ? written
        : !attached.captions.isEmpty()            ? attached.captions
                                                  : attached.notes;
    story.text = texts.join("\n\n"_L1);
    if (!written.isEmpty())
        story.mediaDescriptions = attached.captions;
    story.attributes = attached.attributes;
    story.nativeId = idOf(post, story.text, attached.files);
    post["data"].forEach([&](Json part) {
        if (const auto edited = instantOf(part["update_timestamp"], now))
            story.editedAt = edited;
    });
    return checkedStory(std::move(story));
}

class FacebookArchiveReader final : public JsonReader
{
public:
    explicit FacebookArchiveReader(std::unique_ptr<JsonRecords> records, Author author = {})
        : JsonReader(u"facebook-archive"_s, std::move(records)), m_author(std::move(author))
    {
    }

    [[nodiscard]] QStringList notes() const override
    {
        return JsonReader::notes() << Words::tr(
                   "Facebook's archives don't say who could see a post. Keep only what was public.");
    }

private:
    Content content(const Json &record) override { return contentOf(record, m_author, m_now); }

    Author m_author;
};

/// The folder of the archive that a file of posts lies in, with its slash. There may be several archives in one
/// folder.
QString archiveOf(const QString &name)
{
    static const QRegularExpression within(u"(?<=^|/)(?:[^/]*activity[^/]*/)?posts/[^/]*$"_s);
    return name.left(name.contains(within) ? name.indexOf(within) : name.lastIndexOf(u'/') + 1);
}

/// The profile that lies in one of the archives, or that belongs to the only one; -1 if none does.
qsizetype profileOf(const QString &archive, const QStringList &archives, const QStringList &names)
{
    static const QRegularExpression profile(u"(?:^|/)profile_information\\.json$"_s);
    const QStringList profiles = names.filter(profile);
    const auto own = std::find_if(profiles.cbegin(), profiles.cend(), [&](const QString &name) {
        const auto liesDeeper
            = [&](const QString &other) { return other.size() > archive.size() && name.startsWith(other); };
        return name.startsWith(archive) && std::none_of(archives.cbegin(), archives.cend(), liesDeeper);
    });
    if (own != profiles.cend())
        return names.indexOf(*own);
    return archives.size() == 1 && profiles.size() == 1 ? names.indexOf(profiles.constFirst()) : -1;
}

/// Whose archive it is.
Author ownerOf(const QString &archive, const QStringList &archives, Container &container)
{
    const qsizetype profile = profileOf(archive, archives, container.names());
    if (profile < 0)
        return {};
    auto bytes = container.open(profile);
    if (!bytes)
        return {};
    JsonParser parser;
    const auto root = parser.parse(readHead(**bytes, longestProfile));
    const Json about = root ? (*root)["profile_v2"] : Json();
    return {{}, repaired(about["username"].text()), repaired(about["name"]["full_name"].text()), {}};
}

/// The owner's own posts. Comments, groups, messages and all else are not even opened.
QVector<qsizetype> storiesIn(const QStringList &names)
{
    static const QRegularExpression posts(u"(?:^|/)your_posts(?:_+\\w*)?\\.json$"_s);
    QVector<qsizetype> entries;
    for (qsizetype entry = 0; entry < names.size(); ++entry) {
        if (posts.match(names.at(entry)).hasMatch() && !names.at(entry).section(u'/', -1).contains("group"_L1))
            entries << entry;
    }
    return entries;
}

bool confirms(QByteArrayView start)
{
    return JsonShape(start).has("timestamp");
}

EntryOpener openerOf(Container &container, const QVector<qsizetype> &entries, const ReaderOptions & /*options*/)
{
    QStringList archives;
    for (const qsizetype entry : entries)
        archives << archiveOf(container.names().at(entry));
    archives.removeDuplicates();
    QHash<QString, Author> owners; // by archive
    for (const QString &archive : std::as_const(archives))
        owners.insert(archive, ownerOf(archive, archives, container));
    return [owners](std::unique_ptr<ByteStream> bytes, const QString &entry) {
        return Result<std::unique_ptr<Reader>>(std::make_unique<FacebookArchiveReader>(
            std::make_unique<JsonRecords>(std::move(bytes)), owners.value(archiveOf(entry))));
    };
}

bool fits(const JsonShape &value)
{
    return value.has("timestamp") && value.hasAny({"data.post", "data.update_timestamp", "attachments.data"})
        && !value.has("id");
}

} // namespace

Format facebookPostsFormat()
{
    return {.key = u"facebook-archive"_s,
            .name = Words::tr("Posts from an archive that Facebook gives its users"),
            .fitsJson = fits,
            .make = makeJsonReader<FacebookArchiveReader>};
}

SetFormat facebookArchiveFormat()
{
    return {.key = u"facebook-archive"_s,
            .name = Words::tr("Archive that Facebook gives its users"),
            .ofOneFile = u"facebook-archive"_s,
            .storiesIn = storiesIn,
            .confirms = confirms,
            .opener = openerOf};
}

} // namespace tidemark
