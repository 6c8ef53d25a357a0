#include "store/DoubtedValues.h"

#include "store/Settings.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Result<bool> isDue(Connection &connection)
{
    const auto due = connection.value(u"SELECT 1 FROM setting WHERE key = ?"_s,
                                      {QString::fromLatin1(settingKey::valuesDoubted)});
    return due ? Result<bool>(due->isValid()) : Result<bool>(due.error());
}

} // namespace

DoubtedValues::DoubtedValues(Connection &connection)
    : m_connection(connection),
      m_reader(connection),
      m_find(connection,
             "SELECT attribute_value.name FROM attribute_name JOIN attribute_value ON attribute_value.name = id "
             "WHERE attribute_name.name = ? AND value = ?")
{
}

Result<> DoubtedValues::leave(StoryId story, const QVector<Attribute> &next)
{
    m_reader.forget(); // names come with stories
    const auto attributes = m_reader.of(story);
    if (!attributes)
        return attributes.error();
    if (!attributes->has_value()) { // damaged: it may have had anything
        const auto noted = note();
        m_doubted.reset();
        return noted;
    }
    const auto stays = [&next](const Attribute &attribute) { // of several with one name the first is taken
        const auto same = std::find_if(next.cbegin(), next.cend(),
                                       [&](const Attribute &other) { return other.name == attribute.name; });
        return same != next.cend() && *same == attribute;
    };
    for (const Attribute &attribute : **attributes) {
        if (stays(attribute))
            continue;
        const auto found = m_find.bind(attribute.name, attribute.value).next();
        if (!found)
            return found.error();
        if (!found.value())
            continue;
        const qint64 name = m_find.number(0);
        if (auto ended = m_find.next(); !ended) // it would hold on to its moment, and to the WAL
            return ended.error();
        if (auto noted = note(); !noted)
            return noted;
        if (m_doubted)
            (*m_doubted)[name].insert(attribute.value.toUtf8());
    }
    return {};
}

/// What an earlier run of the program noted isn't known here.
Result<> DoubtedValues::note()
{
    if (m_isNoted)
        return {};
    const auto due = isDue(m_connection);
    if (!due)
        return due.error();
    m_isNoted = true;
    if (due.value())
        return {};
    if (!m_doubted)
        m_doubted.emplace();
    return writeSetting(m_connection, QString::fromLatin1(settingKey::valuesDoubted), u"1"_s);
}

Result<> DoubtedValues::settle(const Progress &progress)
{
    const auto due = isDue(m_connection);
    if (!due)
        return due.error();
    if (due.value()) {
        if (auto settled = recountAttributeValues(m_connection, m_doubted, progress); !settled)
            return settled;
        if (auto noted = writeSetting(m_connection, QString::fromLatin1(settingKey::valuesDoubted), {}); !noted)
            return noted;
    }
    m_doubted.reset();
    m_isNoted = false;
    return {};
}

} // namespace tidemark
