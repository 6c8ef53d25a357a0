#include "store/AttributeTable.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

constexpr char addValue[] = "INSERT INTO attribute_value (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING";

/// The values of all attributes, each to the number that is counted.
class ValueCount
{
public:
    explicit ValueCount(Connection &connection) : m_addValue(connection, addValue) {}

    void expect(qint64 name) { m_open.insert(name, {}); }
    [[nodiscard]] bool isDone() const { return m_open.isEmpty(); }

    Result<> note(PackedAttributes &packed)
    {
        const auto seen = m_open.find(packed.name());
        if (seen == m_open.end())
            return {};
        const QByteArrayView value = packed.value();
        if (!seen->values.isEmpty() && seen->last == value) // most often
            return {};
        seen->last = value.toByteArray();
        if (seen->values.contains(seen->last))
            return {};
        seen->values.insert(seen->last);
        const auto added = m_addValue.run(packed.name(), QUtf8StringView(seen->last));
        if (seen->values.size() == mostAttributeValues)
            m_open.remove(packed.name());
        return added;
    }

private:
    struct Seen
    {
        QByteArray last = QByteArray();
        QSet<QByteArray> values = {};
    };

    Statement m_addValue;
    QHash<qint64, Seen> m_open; ///< by name; not those of which enough are known
};

} // namespace

AttributeTable::AttributeTable(Connection &connection)
    : m_nameAttribute(connection,
                      "INSERT INTO attribute_name (name, personal) VALUES (?, ?) "
                      "ON CONFLICT (name) DO UPDATE SET personal = max(personal, excluded.personal) RETURNING id"),
      m_readValues(connection, "SELECT value FROM attribute_value WHERE name = ?"),
      m_addValue(connection, addValue),
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

Result<> recountAttributeValues(Connection &connection)
{
    if (auto emptied = connection.run("DELETE FROM attribute_value"); !emptied)
        return emptied;
    ValueCount count(connection);
    Statement names(connection, "SELECT id FROM attribute_name");
    auto row = names.next();
    for (; row && row.value(); row = names.next())
        count.expect(names.number(0));
    if (!row)
        return row.error();
    Statement all(connection, "SELECT json FROM packed_attributes");
    for (row = all.next(); row && row.value() && !count.isDone(); row = all.next()) {
        // Damage is told by who reads the story, and by a check: it must not keep stories from being taken out.
        PackedAttributes packed(all.utf8(0));
        while (packed.next()) {
            if (auto noted = count.note(packed); !noted)
                return noted;
        }
    }
    return row ? Result<>() : Result<>(row.error());
}

} // namespace tidemark
