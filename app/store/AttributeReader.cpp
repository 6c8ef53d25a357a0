#include "store/AttributeReader.h"

#include "store/PackedAttributes.h"
#include "text/ExactText.h"

#include <utility>

namespace tidemark {

AttributeReader::AttributeReader(Connection &connection)
    : m_read(connection, "SELECT json FROM packed_attributes WHERE story = ?"),
      m_readName(connection, "SELECT name, personal FROM attribute_name WHERE id = ?")
{
}

Result<AttributeReader::Attributes> AttributeReader::of(StoryId story)
{
    const auto row = m_read.bind(story).next();
    if (!row)
        return row.error();
    if (!row.value())
        return Attributes(QVector<Attribute>());
    auto attributes = unpack(m_read.utf8(0));
    const auto ended = m_read.next(); // it would hold on to its moment
    return ended ? std::move(attributes) : Result<Attributes>(ended.error());
}

Result<AttributeReader::Attributes> AttributeReader::unpack(QByteArrayView json)
{
    QVector<Attribute> attributes;
    PackedAttributes packed(json);
    while (packed.next()) {
        const auto named = nameOf(packed.name());
        if (!named)
            return named.error();
        if (!named->name.isNull())
            attributes.append({named->name, textFromUtf8(packed.value()), named->personal});
    }
    return packed.isDamaged() ? Attributes() : Attributes(std::move(attributes));
}

Result<AttributeReader::Name> AttributeReader::nameOf(qint64 number)
{
    const auto known = m_names.constFind(number);
    if (known != m_names.cend())
        return *known;
    const auto row = m_readName.bind(number).next();
    if (!row)
        return row.error();
    const Name name = row.value() ? Name{m_readName.text(0), m_readName.flag(1)} : Name();
    if (auto ended = row.value() ? m_readName.next() : row; !ended)
        return ended.error();
    m_names.insert(number, name);
    return name;
}

} // namespace tidemark
