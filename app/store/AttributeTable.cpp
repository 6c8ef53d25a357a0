#include "store/AttributeTable.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace tidemark {

AttributeTable::AttributeTable(Connection &connection)
    : m_nameAttribute(connection,
                      "INSERT INTO attribute_name (name, personal) VALUES (?, ?) "
                      "ON CONFLICT (name) DO UPDATE SET personal = max(personal, excluded.personal) RETURNING id"),
      m_readValues(connection, "SELECT value FROM attribute_value WHERE name = ?"),
      m_addValue(connection, "INSERT INTO attribute_value (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      m_add(connection, "INSERT INTO packed_attributes (story, json) VALUES (?, ?)")
{
}

Result<> AttributeTable::add(StoryId story, const QVector<Attribute> &attributes)
{
    if (attributes.isEmpty())
        return {};
    QVarLengthArray<std::pair<Name *, const QString *>, 32> pairs;
    for (const Attribute &attribute : attributes) {
        const auto name = named(attribute);
        if (!name)
            return name.error();
        pairs.append({name.value(), &attribute.value});
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto &a, const auto &b) { return a.first->number < b.first->number; });
    m_packer.begin();
    qint64 last = 0;
    for (const auto &[name, value] : std::as_const(pairs)) {
        if (std::exchange(last, name->number) == name->number)
            continue;
        m_packer.add(name->number, *value);
        if (auto noted = noteValue(*name, *value); !noted)
            return noted;
    }
    return m_add.run(story, QUtf8StringView(m_packer.packed()));
}

Result<AttributeTable::Name *> AttributeTable::named(const Attribute &attribute)
{
    // A name's first sight decides; the cache also spares a look-up for each value.
    const auto known = m_names.find(attribute.name);
    if (known != m_names.end())
        return &known->second;
    auto row = m_nameAttribute.bind(attribute.name, attribute.personal).next();
    if (!row)
        return row.error();
    Name name{.number = m_nameAttribute.number(0), .values = {}};
    // A write with RETURNING that is dropped before its end takes its transaction with it.
    if (auto ended = m_nameAttribute.next(); !ended)
        return ended.error();
    for (row = m_readValues.bind(name.number).next(); row && row.value(); row = m_readValues.next())
        name.values.insert(m_readValues.text(0));
    if (!row)
        return row.error();
    return &m_names.emplace(attribute.name, std::move(name)).first->second;
}

Result<> AttributeTable::noteValue(Name &name, const QString &value)
{
    if (name.values.size() >= mostAttributeValues || (value == name.last && !name.last.isNull()))
        return {};
    name.last = value;
    if (name.values.contains(value))
        return {};
    name.values.insert(value);
    return m_addValue.run(name.number, value);
}

} // namespace tidemark
