#include "source/ColumnMapping.h"
#include "text/NameList.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ColumnMapping)
};

struct FieldKey
{
    StoryField field;
    QLatin1StringView key;
};

constexpr std::array fieldKeys{
    FieldKey{StoryField::Text, "text"_L1},
    FieldKey{StoryField::PostedAt, "posted_at"_L1},
    FieldKey{StoryField::Platform, "platform"_L1},
    FieldKey{StoryField::NativeId, "native_id"_L1},
    FieldKey{StoryField::Permalink, "permalink"_L1},
    FieldKey{StoryField::AuthorId, "author_id"_L1},
    FieldKey{StoryField::AuthorHandle, "author"_L1},
    FieldKey{StoryField::AuthorName, "author_name"_L1},
    FieldKey{StoryField::Language, "language"_L1},
    FieldKey{StoryField::ContentWarning, "content_warning"_L1},
    FieldKey{StoryField::MediaDescriptions, "media_descriptions"_L1},
    FieldKey{StoryField::Hashtags, "hashtags"_L1},
    FieldKey{StoryField::ReplyTo, "reply_to"_L1},
    FieldKey{StoryField::QuoteOf, "quote_of"_L1},
    FieldKey{StoryField::Sensitive, "sensitive"_L1},
};

Error unknownField(const QString &name)
{
    QStringList names;
    for (const FieldKey &entry : fieldKeys)
        names << QString(entry.key);
    return {Error::Kind::Usage,
            Words::tr("A story has no field “%1”. The fields are %2.").arg(name, names.join(u", "_s))};
}

Result<> applySetting(ColumnMapping &mapping, const QString &key, const QString &value)
{
    if (key == "zone"_L1) {
        if (!QTimeZone(value.toUtf8()).isValid()) {
            return Error{Error::Kind::Usage,
                         Words::tr("There is no time zone “%1”. Write it like Europe/Berlin or UTC.").arg(value)};
        }
        mapping.timeZone = value;
    } else if (value == "day-first"_L1 || value == "month-first"_L1) {
        mapping.dayFirst = value == "day-first"_L1;
    } else if (value == "excel"_L1) {
        mapping.excelSerials = true;
    } else {
        return Error{Error::Kind::Usage,
                     Words::tr("“dates” can be day-first, month-first or excel, not “%1”.").arg(value)};
    }
    return {};
}

} // namespace

QString storyFieldKey(StoryField field)
{
    const auto *found = std::find_if(fieldKeys.begin(), fieldKeys.end(),
                                     [field](const FieldKey &entry) { return entry.field == field; });
    return found == fieldKeys.end() ? QString() : QString(found->key);
}

std::optional<StoryField> storyFieldFromKey(QStringView key)
{
    const auto *found = std::find_if(fieldKeys.begin(), fieldKeys.end(),
                                     [key](const FieldKey &entry) { return entry.key == key; });
    return found == fieldKeys.end() ? std::nullopt : std::optional(found->field);
}

QString storyFieldName(StoryField field)
{
    switch (field) {
    case StoryField::Text:
        return Words::tr("Text");
    case StoryField::PostedAt:
        return Words::tr("Time");
    case StoryField::Platform:
        return Words::tr("Platform");
    case StoryField::NativeId:
        return Words::tr("Number on the platform");
    case StoryField::Permalink:
        return Words::tr("Link");
    case StoryField::AuthorId:
        return Words::tr("Author's number");
    case StoryField::AuthorHandle:
        return Words::tr("Author's handle");
    case StoryField::AuthorName:
        return Words::tr("Author's name");
    case StoryField::Language:
        return Words::tr("Language");
    case StoryField::ContentWarning:
        return Words::tr("Content warning");
    case StoryField::MediaDescriptions:
        return Words::tr("Descriptions of pictures");
    case StoryField::Hashtags:
        return Words::tr("Hashtags");
    case StoryField::ReplyTo:
        return Words::tr("Reply to");
    case StoryField::QuoteOf:
        return Words::tr("Quotes");
    case StoryField::Sensitive:
        return Words::tr("Marked as sensitive");
    }
    return {};
}

QVector<StoryField> allStoryFields()
{
    QVector<StoryField> fields;
    fields.reserve(qsizetype(fieldKeys.size()));
    for (const FieldKey &entry : fieldKeys)
        fields << entry.field;
    return fields;
}

Result<ColumnMapping> parseMapping(const QString &map, const std::optional<QString> &attributes)
{
    ColumnMapping mapping;
    mapping.guessRest = true;
    for (const QString &part : namesInList(map)) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString column = part.section(u'=', 1).trimmed();
        if (column.isEmpty()) {
            return Error{Error::Kind::Usage,
                         Words::tr("“%1” names no column. Write FIELD=COLUMN, for example text=body.").arg(part)};
        }
        if (key == "dates"_L1 || key == "zone"_L1) {
            if (auto applied = applySetting(mapping, key, column); !applied)
                return applied.error();
            continue;
        }
        const auto field = storyFieldFromKey(key);
        if (!field)
            return unknownField(key);
        if (mapping.columns.contains(*field)) {
            return Error{Error::Kind::Usage,
                         Words::tr("The field “%1” is given two columns. Keep one of them.").arg(key)};
        }
        mapping.columns.insert(*field, column);
    }
    if (attributes)
        mapping.attributes = namesInList(*attributes);
    return mapping;
}

} // namespace tidemark
