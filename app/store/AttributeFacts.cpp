#include "store/AttributeFacts.h"

#include "store/AttributeReader.h"
#include "store/PackedAttributes.h"
#include "text/ExactText.h"

#include <QSet>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Visits what stories have of one attribute, by ascending story: visit(StoryId, QByteArrayView), in UTF-8.
template<typename Visit>
Result<> forEachValue(Connection &connection, const QString &name, Visit visit)
{
    const auto number = connection.value(u"SELECT id FROM attribute_name WHERE name = ?"_s, {name});
    if (!number || !number->isValid())
        return number ? Result<>() : Result<>(number.error());
    const QByteArrayMatcher wanted = PackedAttributes::startOf(number->toLongLong());
    Statement all(connection, "SELECT story, json FROM packed_attributes ORDER BY story");
    auto row = all.next();
    for (; row && row.value(); row = all.next()) {
        PackedAttributes packed(all.utf8(1));
        if (packed.find(wanted))
            visit(all.story(0), packed.value());
        if (packed.isDamaged())
            return damagedAttributes(connection, all.story(0));
    }
    return row ? Result<>() : Result<>(row.error());
}

} // namespace

Result<std::vector<StoryId>> storiesWithAttribute(Connection &connection, const QString &name,
                                                  const QStringList &anyOf)
{
    QSet<QByteArray> wanted;
    for (const QString &value : anyOf)
        wanted.insert(value.toUtf8());
    std::vector<StoryId> ids;
    const auto visited = forEachValue(connection, name, [&](StoryId story, QByteArrayView value) {
        if (wanted.contains(QByteArray::fromRawData(value.data(), value.size())))
            ids.push_back(story);
    });
    return visited ? Result(std::move(ids)) : Result<std::vector<StoryId>>(visited.error());
}

Result<QVector<StoredValue>> readAttributeValues(Connection &connection, const QString &name)
{
    QHash<QByteArray, std::vector<StoryId>> byValue;
    const auto visited = forEachValue(connection, name, [&byValue](StoryId story, QByteArrayView value) {
        const auto known = byValue.find(QByteArray::fromRawData(value.data(), value.size()));
        (known == byValue.end() ? byValue[value.toByteArray()] : *known).push_back(story);
    });
    if (!visited)
        return visited.error();
    QList<QByteArray> order = byValue.keys();
    std::sort(order.begin(), order.end());
    QVector<StoredValue> values;
    for (const QByteArray &value : std::as_const(order))
        values.append({textFromUtf8(value), std::move(byValue[value])});
    return values;
}

Result<QVector<StoredAttribute>> readAttributes(Connection &connection)
{
    auto rows = connection.select(u"SELECT name, personal, ticked, (SELECT count(*) FROM attribute_value WHERE "
                                  "attribute_value.name = attribute_name.id) FROM attribute_name ORDER BY id"_s);
    if (!rows)
        return rows.error();
    QVector<StoredAttribute> attributes;
    while (rows->next()) {
        StoredAttribute attribute;
        attribute.name = rows->value(0).toString();
        attribute.personal = rows->value(1).toBool();
        attribute.ticked = rows->value(2).toBool();
        attribute.values = rows->value(3).toLongLong();
        if (attribute.values > 0) // its stories may be gone
            attributes.append(attribute);
    }
    return attributes;
}

} // namespace tidemark
