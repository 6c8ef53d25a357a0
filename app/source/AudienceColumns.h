#pragma once

#include <QStringList>
#include <QVector>

namespace tidemark {

/// The columns of a table that say who may read what a row holds: `visibility`, `privacy`, `author.protected`.
class AudienceColumns
{
public:
    explicit AudienceColumns(const QStringList &header);

    /// Whether one of them says that a row is for followers, members, named people or nobody.
    [[nodiscard]] bool sayForFew(const QStringList &cells) const;

private:
    QVector<qsizetype> m_audiences;    ///< columns of words: "public", "followers only"
    QVector<qsizetype> m_restrictions; ///< columns of yes and no
};

} // namespace tidemark
