#include "store/AttributeFacts.h"

#include "store/PackedAttributes.h"
#include "store/Statement.h"
#include "text/ExactText.h"

#include <QCoreApplication>
#include <QVarLengthArray>
#include <QVariant>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// One attribute while stories are gone through.
struct Sought
{
    qint64 number = 0;
    qsizetype place = 0; ///< among those wanted
    bool takesAll = true;
    std::map<QByteArray, std::vector<StoryId>, std::less<>> stories = {}; ///< by value

    /// Where a story with this value belongs; null: nowhere.
    std::vector<StoryId> *storiesWith(QByteArrayView value)
    {
        const auto known = stories.find(value);
        if (known != stories.end())
            return &known->second;
        return takesAll ? &stories[value.toByteArray()] : nullptr;
    }

    QVector<StoredValue> found()
    {
        QVector<StoredValue> values;
        for (auto &[value, having] : stories) {
            if (!having.empty())
                values.append({textFromUtf8(value), std::move(having)});
        }
        return values;
    }
};

/// By ascending number; names that no attribute has are left out.
Result<std::vector<Sought>> soughtOf(Connection &connection, const QVector<WantedAttribute> &wanted)
{
    std::vector<Sought> sought;
    for (qsizetype place = 0; place < wanted.size(); ++place) {
        const WantedAttribute &each = wanted.at(place);
        const auto number = connection.value(u"SELECT id FROM attribute_name WHERE name = ?"_s, {each.name});
        if (!number)
            return number.error();
        if (!number->isValid())
            continue;
        Sought &next = sought.emplace_back();
        next.number = number->toLongLong();
        next.place = place;
        next.takesAll = !each.values;
        const QStringList values = each.values.value_or(QStringList());
        for (const QString &value : values)
            next.stories[value.toUtf8()];
    }
    std::ranges::stable_sort(sought, {}, &Sought::number);
    return sought;
}

using Places = QVarLengthArray<std::vector<StoryId> *, 16>;

/// Where a story belongs that has these attributes. False: they can't be read.
bool placesOf(QByteArrayView json, std::vector<Sought> &sought, Places &places)
{
    places.clear();
    PackedAttributes packed(json);
    while (packed.next()) {
        auto each = std::ranges::lower_bound(sought, packed.name(), {}, &Sought::number);
        for (; each != sought.end() && each->number == packed.name(); ++each) {
            if (auto *const stories = each->storiesWith(packed.value()))
                places.append(stories);
        }
    }
    return !packed.isDamaged();
}

} // namespace

Result<FoundAttributes> readAttributeValues(Connection &connection, const QVector<WantedAttribute> &wanted,
                                            const Progress &progress)
{
    auto sought = soughtOf(connection, wanted);
    if (!sought)
        return sought.error();
    FoundAttributes found{QVector<QVector<StoredValue>>(wanted.size()), 0};
    Places places;
    Statement all(connection, "SELECT story, json FROM packed_attributes ORDER BY story");
    auto row = all.next();
    for (; row && row.value(); row = all.next()) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        if (!placesOf(all.utf8(1), *sought, places)) {
            ++found.damaged;
            continue;
        }
        for (std::vector<StoryId> *stories : std::as_const(places))
            stories->push_back(all.story(0));
    }
    if (!row)
        return row.error();
    for (Sought &each : *sought)
        found.values[each.place] = each.found();
    return found;
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
