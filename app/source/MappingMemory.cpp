#include "source/MappingMemory.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const auto &text : array)
        texts << text.toString();
    return texts;
}

QString keyOf(const QString &kind, const QStringList &header)
{
    const QByteArray digest
        = QCryptographicHash::hash(header.join(u'\x1f').toUtf8(), QCryptographicHash::Sha256).toHex();
    return kind + QString::fromLatin1(digest.left(32));
}

} // namespace

QString mappingKey(const QStringList &header)
{
    return keyOf(u"mapping_"_s, header);
}

QString tableFormKey(const QStringList &header)
{
    return keyOf(u"table_form_"_s, header);
}

QString tableFormToText(const TableForm &form)
{
    if (form == TableForm())
        return {};
    QJsonObject object;
    if (!form.encoding.isEmpty())
        object.insert(u"encoding"_s, QString::fromLatin1(form.encoding));
    if (form.delimiter)
        object.insert(u"delimiter"_s, QString(QLatin1Char(*form.delimiter)));
    if (form.quoting)
        object.insert(u"quote"_s, quotingWord(*form.quoting));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

TableForm tableFormFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto form = parseTableForm(object.value("encoding"_L1).toString(),
                                     object.value("delimiter"_L1).toString(), object.value("quote"_L1).toString());
    return form ? *form : TableForm();
}

QString mappingToText(const ColumnMapping &mapping)
{
    QJsonObject columns;
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it)
        columns.insert(storyFieldKey(it.key()), it.value());
    QJsonArray labels;
    for (const LabelColumn &label : mapping.labels)
        labels.append(QJsonObject{{u"theme"_s, label.theme}, {u"column"_s, label.column}});
    QJsonObject object{{u"columns"_s, columns},
                       {u"ticked"_s, QJsonArray::fromStringList(mapping.ticked)},
                       {u"ignored"_s, QJsonArray::fromStringList(mapping.ignored)},
                       {u"labels"_s, labels},
                       {u"platform"_s, platformKey(mapping.platform)},
                       {u"excel"_s, mapping.excelSerials},
                       {u"zone"_s, mapping.timeZone},
                       {u"guess"_s, mapping.guessRest}};
    if (mapping.attributes)
        object.insert(u"attributes"_s, QJsonArray::fromStringList(*mapping.attributes));
    if (mapping.dayFirst)
        object.insert(u"day_first"_s, *mapping.dayFirst);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<ColumnMapping> mappingFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!object.contains("columns"_L1))
        return std::nullopt;
    ColumnMapping mapping;
    const QJsonObject columns = object.value("columns"_L1).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        if (const auto field = storyFieldFromKey(it.key()))
            mapping.columns.insert(*field, it.value().toString());
    }
    const QJsonArray labels = object.value("labels"_L1).toArray();
    for (const auto &label : labels)
        mapping.labels.append({label[u"theme"_s].toString(), label[u"column"_s].toString()});
    if (object.contains("attributes"_L1))
        mapping.attributes = textsOf(object.value("attributes"_L1));
    if (object.contains("day_first"_L1))
        mapping.dayFirst = object.value("day_first"_L1).toBool();
    mapping.ticked = textsOf(object.value("ticked"_L1));
    mapping.ignored = textsOf(object.value("ignored"_L1));
    mapping.platform = platformFromKey(object.value("platform"_L1).toString()).value_or(Platform::Other);
    mapping.excelSerials = object.value("excel"_L1).toBool();
    mapping.timeZone = object.value("zone"_L1).toString();
    mapping.guessRest = object.value("guess"_L1).toBool();
    return mapping;
}

} // namespace tidemark
