#pragma once

#include "store/Statement.h"
#include "story/Story.h"

#include <QHash>

#include <optional>

namespace tidemark {

/// Reads the attributes of one story after another. The names are looked up once each: right for as long as nobody
/// writes, within one read transaction.
class AttributeReader final
{
public:
    explicit AttributeReader(Connection &connection);

    /// Absent: what is stored can't be understood.
    using Attributes = std::optional<QVector<Attribute>>;
    Result<Attributes> of(StoryId story);
    /// The same from the story's row of packed_attributes. What has a number without a name is left out.
    Result<Attributes> unpack(QByteArrayView json);

    void forget() { m_names.clear(); } ///< another moment begins

private:
    struct Name
    {
        QString name; ///< null: there is none
        bool personal = false;
    };

    Result<Name> nameOf(qint64 number);

    Statement m_read;
    Statement m_readName;
    QHash<qint64, Name> m_names;
};

} // namespace tidemark
