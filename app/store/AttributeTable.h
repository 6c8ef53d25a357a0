#pragma once

#include "store/PackedAttributes.h"
#include "store/Statement.h"
#include "story/Story.h"

#include <QSet>

#include <unordered_map>

namespace tidemark {

/// An attribute's distinct values are counted to here: one more than a facet may show.
inline constexpr qsizetype mostAttributeValues = 51;

/// Writes stories' attributes, and beside them which values each attribute has, so that opening a collection need
/// not look at its stories for that. Within the caller's transaction.
class AttributeTable final
{
public:
    explicit AttributeTable(Connection &connection);

    /// Of a story that has none yet. Of several with one name the first is taken.
    Result<> add(StoryId story, const QVector<Attribute> &attributes);

    void forgetCache() { m_names.clear(); } ///< after a rollback, and where values were recounted

private:
    struct Name
    {
        qint64 number = 0;
        QSet<QString> values; ///< those noted, no more than are counted
        QString last = {};    ///< of them
    };

    Result<Name *> named(const Attribute &attribute);
    Result<> noteValue(Name &name, const QString &value);

    std::unordered_map<QString, Name> m_names;
    AttributePacker m_packer;
    Statement m_nameAttribute;
    Statement m_readValues;
    Statement m_addValue;
    Statement m_add;
};

} // namespace tidemark
