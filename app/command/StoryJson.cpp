#include "command/StoryJson.h"

#include "command/Terminal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString codedBy(CodedBy by)
{
    return by == CodedBy::Hand ? u"hand"_s : by == CodedBy::Model ? u"model"_s : u"rule"_s;
}

QJsonObject personOf(const Author &author)
{
    return {{u"id"_s, author.nativeId},
            {u"handle"_s, author.handle},
            {u"name"_s, author.name},
            {u"link"_s, author.link}};
}

} // namespace

StoryPrinting::StoryPrinting(const CollectionFacts &facts, bool withNames)
    : codebook(facts.codebook), names(withNames), pseudonyms(Pseudonyms::numbered(facts.publicAccounts))
{
    for (const SourceFacts &source : facts.sources)
        sources.insert(source.number, names ? source.name : source.concealedName());
    for (const AttributeFacts &attribute : facts.attributes) {
        if (attribute.isVisible())
            shownAttributes.insert(attribute.name);
    }
}

QString StoryPrinting::shown(const QString &text, const StoryPage &story) const
{
    if (names)
        return text;
    QByteArray concealed = pseudonyms.conceal(text, story.row.platform, story.author.handle).text.toUtf8();
    concealOwnLink(concealed, story.permalink.toUtf8(), Identifier::Kind::StoryLink);
    concealOwnLink(concealed, story.author.link.toUtf8(), Identifier::Kind::ProfileLink);
    return QString::fromUtf8(concealed);
}

QStringList StoryPrinting::themeIds(ThemeSet themes) const
{
    QStringList ids;
    themes.forEach([&](int theme) { ids.append(codebook.themes.at(theme).id); });
    return ids;
}

QJsonObject StoryPrinting::inBrief(const StoryPage &story) const
{
    const StoryRow &row = story.row;
    return {{u"id"_s, toNumber(row.id)},
            {u"posted_at"_s, row.postedAt ? QJsonValue(utcText(*row.postedAt)) : QJsonValue(QJsonValue::Null)},
            {u"platform"_s, platformKey(row.platform)},
            {u"language"_s, row.language},
            {u"voice"_s, voiceKey(row.voice)},
            {u"themes"_s, QJsonArray::fromStringList(themeIds(row.themes))},
            {u"text"_s, shown(story.text, story)}};
}

QJsonObject StoryPrinting::whole(const StoryPage &story) const
{
    const StoryRow &row = story.row;
    QJsonObject object = inBrief(story);
    QJsonArray hashtags;
    for (const QString &hashtag : story.hashtags)
        hashtags.append(shown(hashtag, story));
    object.insert(u"language_detected"_s, row.languageDetected);
    object.insert(u"words"_s, row.words);
    object.insert(u"read"_s, row.read);
    object.insert(u"starred"_s, row.starred);
    object.insert(u"do_not_quote"_s, row.doNotQuote);
    object.insert(u"text_cut"_s, story.textCut);
    object.insert(u"zone_known"_s, story.zoneKnown);
    object.insert(u"content_warning"_s, shown(story.contentWarning, story));
    object.insert(u"sensitive"_s, story.sensitive);
    object.insert(u"hashtags"_s, hashtags);
    object.insert(u"reposts"_s, story.reposts);
    object.insert(u"copies"_s, row.copies);
    object.insert(u"note"_s, shown(story.note, story));
    object.insert(u"voice_by"_s, codedBy(story.voiceBy));

    QJsonArray media;
    for (const QString &description : story.mediaDescriptions)
        media.append(shown(description, story));
    object.insert(u"media_descriptions"_s, media);

    QJsonArray codings;
    for (const ThemeCoding &coding : story.codings)
        codings.append(QJsonObject{{u"theme"_s, codebook.themes.at(coding.theme).id},
                                   {u"by"_s, codedBy(coding.by)},
                                   {u"present"_s, coding.present}});
    object.insert(u"coded_by"_s, codings);

    QJsonObject attributes;
    for (const Attribute &attribute : story.attributes) {
        if (names || shownAttributes.contains(attribute.name))
            attributes.insert(attribute.name, shown(attribute.value, story));
    }
    object.insert(u"attributes"_s, attributes);
    if (story.attributesDamaged)
        object.insert(u"attributes_damaged"_s, true);

    QJsonArray relations;
    for (const LinkedRelation &linked : story.relations) {
        QJsonObject relation{
            {u"kind"_s, linked.relation.kind == Relation::Kind::Quote ? u"quote"_s : u"reply"_s},
            {u"story"_s,
             linked.story == noStory ? QJsonValue(QJsonValue::Null) : QJsonValue(toNumber(linked.story))},
            {u"text"_s, shown(linked.relation.text, story)}};
        if (names)
            relation.insert(u"native_id"_s, linked.relation.nativeId);
        relations.append(relation);
    }
    object.insert(u"relations"_s, relations);

    QJsonArray provenances;
    for (const Provenance &provenance : story.provenances)
        provenances.append(QJsonObject{{u"source"_s, sources.value(provenance.source)},
                                       {u"record"_s, provenance.record},
                                       {u"imported_at"_s, utcText(provenance.importedAt)}});
    object.insert(u"provenance"_s, provenances);

    if (names) {
        object.insert(u"native_id"_s, story.nativeId);
        object.insert(u"permalink"_s, story.permalink);
        object.insert(u"author"_s, personOf(story.author));
    }
    return object;
}

} // namespace tidemark
