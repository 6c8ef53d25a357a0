#include "source/ActivityPubPost.h"

#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Formats.h"

#include "text/HtmlText.h"
#include "text/Language.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Posts with a title, whose summary is no warning but says what is in them.
bool isDocument(const Json &note)
{
    return isOfType(note, {"Article"_L1, "Page"_L1});
}

QString addressOf(const Json &note)
{
    QString link;
    forOneOrEach(note["url"], [&](const Json &url) {
        if (link.isEmpty())
            link = url.isObject() ? url["href"].text() : url.text();
    });
    return link;
}

/// The host of an address, without the "www." that many sites answer to as well.
QString siteOf(const QString &address)
{
    const QString host = QUrl(address).host();
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

/// Whether a post gives as its address what it passes on, as those of older link aggregators do.
bool leadsElsewhere(const Json &note)
{
    const QString link = addressOf(note);
    return isOfType(note, {"Page"_L1}) && !link.isEmpty() && siteOf(link) != siteOf(note["id"].text());
}

QString permalinkOf(const Json &note)
{
    const QString link = addressOf(note);
    return link.isEmpty() || leadsElsewhere(note) ? note["id"].text() : link;
}

void addSharedLink(Story &story, const Json &note)
{
    QString link = leadsElsewhere(note) ? addressOf(note) : QString();
    forOneOrEach(note["attachment"], [&](const Json &attached) {
        if (link.isEmpty() && isOfType(attached, {"Link"_L1}))
            link = attached["href"].text();
    });
    if (!link.isEmpty() && !story.text.contains(link))
        story.text += (story.text.isEmpty() ? QString() : u"\n\n"_s) + link;
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
    QStringList codes;
    note["contentMap"].forEachMember([&](const QString &code, const Json &text) {
        codes << code;
        if (!content.isEmpty() && content != text.text())
            return;
        content = text.text();
        if (language.isEmpty())
            language = languageCode(code);
    });
    if (language.isEmpty() && codes.size() == 1) // the same text may be written in two ways
        language = languageCode(codes.constFirst());
    return content.isEmpty() && isDocument(note) ? note["summary"].text() : content;
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
            if (!description.isEmpty() && !isOfType(file, {"Link"_L1}))
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

} // namespace

bool isOfType(const Json &object, std::initializer_list<QLatin1StringView> types)
{
    bool found = false;
    forOneOrEach(object["type"], [&](const Json &type) {
        found |= std::find(types.begin(), types.end(), type.text()) != types.end();
    });
    return found;
}

bool isActivityPubPost(const Json &object)
{
    return isDocument(object) || isOfType(object, {"Note"_L1, "Question"_L1});
}

Author activityPubActor(const Json &actor)
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

Story storyOfPost(const Json &note, const Json &activity, Instant now)
{
    Story story;
    story.platform = Platform::Mastodon;
    story.nativeId = note["id"].text();
    story.permalink = permalinkOf(note);
    for (const Json &actor : {note["attributedTo"], note["actor"], note["author"], activity["actor"]}) {
        if (story.author.isEmpty() && !actor.isMissing())
            story.author = activityPubActor(actor);
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
    if (!title.isEmpty() && title != story.text)
        story.text.prepend(title + (story.text.isEmpty() ? QString() : u"\n\n"_s));
    story.text += choicesOf(note);
    addSharedLink(story, note);
    story.sensitive = note["sensitive"].boolean();
    if (!isDocument(note) || story.sensitive.value_or(false))
        story.contentWarning = readHtml(note["summary"].text()).text;
    addRelation(story, Relation::Kind::Reply, note["inReplyTo"]);
    addAttachments(story, note);
    markUnlisted(story, isUnlistedObject(isOpenObject(note) ? note : activity));
    return story;
}

} // namespace tidemark
