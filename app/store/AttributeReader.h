#pragma once

#include "store/Statement.h"
#include "story/Story.h"

#include <QHash>

namespace tidemark {

/// Reads the attributes of one story after another. The names are looked up once each: right for as long as nobody
/// writes, within one read transaction.
class AttributeReader final
{
public:
    explicit AttributeReader(Connection &connection);

    /// An Error of kind Damaged where what is stored can't be understood.
    Result<QVector<Attribute>> of(StoryId story);
    /// The same from the story's row of packed_attributes. What has a number without a name is left out.
    Result<QVector<Attribute>> unpack(StoryId story, QByteArrayView json);

    void forget() { m_names.clear(); } ///< another moment begins

private:
    struct Name
    {
        QString name; ///< null: there is none
        bool personal = false;
    };

    Result<Name> nameOf(qint64 number);

    Connection &m_connection;
    Statement m_read;
    Statement m_readName;
    QHash<qint64, Name> m_names;
};

/// What is said of a story whose attributes can't be understood.
Error damagedAttributes(const Connection &connection, StoryId story);

} // namespace tidemark
