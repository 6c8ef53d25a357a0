#include "store/StoryJson.h"

#include "store/StoredNumbers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// A text that JSON writes as it is. Imports write several lists a story, of tags or of nothing.
bool isPlain(const QString &text)
{
    constexpr char16_t firstPrintable = 0x20;
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < firstPrintable || c == u'"' || c == u'\\' || c.isSurrogate();
    });
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray values = value.toArray();
    list.reserve(values.size());
    for (const QJsonValue &entry : values)
        list.append(entry.toString());
    return list;
}

QJsonValue fromInstant(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(*instant) : QJsonValue();
}

std::optional<Instant> toInstant(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

template<typename Value, typename ToJson>
QJsonArray listToJson(const QVector<Value> &values, ToJson toJson)
{
    QJsonArray array;
    for (const Value &value : values)
        array.append(toJson(value));
    return array;
}

template<typename Value, typename FromJson>
QVector<Value> listFromJson(const QJsonValue &json, FromJson fromJson)
{
    QVector<Value> values;
    const QJsonArray array = json.toArray();
    values.reserve(array.size());
    for (const QJsonValue &entry : array)
        values.append(fromJson(entry.toObject()));
    return values;
}

QJsonObject relationToJson(const Relation &relation)
{
    return {{u"kind"_s, static_cast<int>(relation.kind)},
            {u"native_id"_s, relation.nativeId},
            {u"permalink"_s, relation.permalink},
            {u"text"_s, relation.text}};
}

Relation relationFromJson(const QJsonObject &object)
{
    return {static_cast<Relation::Kind>(object.value("kind"_L1).toInt()), object.value("native_id"_L1).toString(),
            object.value("permalink"_L1).toString(), object.value("text"_L1).toString()};
}

QJsonObject earlierToJson(const EarlierText &earlier)
{
    return {{u"written_at"_s, fromInstant(earlier.writtenAt)}, {u"text"_s, earlier.text}};
}

EarlierText earlierFromJson(const QJsonObject &object)
{
    return {toInstant(object.value("written_at"_L1)), object.value("text"_L1).toString()};
}

QJsonObject attributeToJson(const Attribute &attribute)
{
    return {{u"name"_s, attribute.name}, {u"value"_s, attribute.value}, {u"personal"_s, attribute.personal}};
}

Attribute attributeFromJson(const QJsonObject &object)
{
    return {object.value("name"_L1).toString(), object.value("value"_L1).toString(),
            object.value("personal"_L1).toBool()};
}

QJsonObject authorToJson(const Author &author)
{
    return {{u"native_id"_s, author.nativeId},
            {u"handle"_s, author.handle},
            {u"name"_s, author.name},
            {u"link"_s, author.link}};
}

Author authorFromJson(const QJsonObject &object)
{
    return {object.value("native_id"_L1).toString(), object.value("handle"_L1).toString(),
            object.value("name"_L1).toString(), object.value("link"_L1).toString()};
}

} // namespace

QString stringsToJson(const QStringList &strings)
{
    if (!std::all_of(strings.begin(), strings.end(), isPlain))
        return compact(QJsonDocument(QJsonArray::fromStringList(strings)));
    return strings.isEmpty() ? u"[]"_s : u"[\""_s + strings.join(u"\",\""_s) + u"\"]"_s;
}

QStringList stringsFromJson(const QString &json)
{
    return json == "[]"_L1 ? QStringList() : strings(QJsonDocument::fromJson(json.toUtf8()).array());
}

QString storyToJson(const Story &story)
{
    const QJsonObject object{
        {u"platform"_s, static_cast<int>(story.platform)},
        {u"native_id"_s, story.nativeId},
        {u"permalink"_s, story.permalink},
        {u"author"_s, authorToJson(story.author)},
        {u"posted_at"_s, fromInstant(story.postedAt)},
        {u"posted_at_text"_s, story.postedAtText},
        {u"zone_known"_s, story.zoneKnown},
        {u"text"_s, story.text},
        {u"text_cut"_s, story.textCut},
        {u"content_warning"_s, story.contentWarning},
        {u"media_descriptions"_s, QJsonArray::fromStringList(story.mediaDescriptions)},
        {u"hashtags"_s, QJsonArray::fromStringList(story.hashtags)},
        {u"language"_s, story.language},
        {u"language_detected"_s, story.languageDetected},
        {u"sensitive"_s, story.sensitive ? QJsonValue(*story.sensitive) : QJsonValue()},
        {u"withheld_in"_s, QJsonArray::fromStringList(story.withheldIn)},
        {u"relations"_s, listToJson(story.relations, relationToJson)},
        {u"earlier_texts"_s, listToJson(story.earlierTexts, earlierToJson)},
        {u"edit_ids"_s, QJsonArray::fromStringList(story.editIds)},
        {u"edited_at"_s, fromInstant(story.editedAt)},
        {u"attributes"_s, listToJson(story.attributes, attributeToJson)},
    };
    return compact(QJsonDocument(object));
}

Story storyFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    Story story;
    story.platform = platformOf(object.value("platform"_L1).toInteger());
    story.nativeId = object.value("native_id"_L1).toString();
    story.permalink = object.value("permalink"_L1).toString();
    story.author = authorFromJson(object.value("author"_L1).toObject());
    story.postedAt = toInstant(object.value("posted_at"_L1));
    story.postedAtText = object.value("posted_at_text"_L1).toString();
    story.zoneKnown = object.value("zone_known"_L1).toBool();
    story.text = object.value("text"_L1).toString();
    story.textCut = object.value("text_cut"_L1).toBool();
    story.contentWarning = object.value("content_warning"_L1).toString();
    story.mediaDescriptions = strings(object.value("media_descriptions"_L1));
    story.hashtags = strings(object.value("hashtags"_L1));
    story.language = object.value("language"_L1).toString();
    story.languageDetected = object.value("language_detected"_L1).toBool();
    if (const QJsonValue sensitive = object.value("sensitive"_L1); sensitive.isBool())
        story.sensitive = sensitive.toBool();
    story.withheldIn = strings(object.value("withheld_in"_L1));
    story.relations = listFromJson<Relation>(object.value("relations"_L1), relationFromJson);
    story.earlierTexts = listFromJson<EarlierText>(object.value("earlier_texts"_L1), earlierFromJson);
    story.editIds = strings(object.value("edit_ids"_L1));
    story.editedAt = toInstant(object.value("edited_at"_L1));
    story.attributes = listFromJson<Attribute>(object.value("attributes"_L1), attributeFromJson);
    return story;
}

} // namespace tidemark
