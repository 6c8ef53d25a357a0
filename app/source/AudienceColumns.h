#pragma once

#include "source/Labels.h"

#include <QStringList>
#include <QVector>

namespace tidemark {

/// The columns of a table that say who may read what a row holds: `visibility`, `post.privacy`, `author.protected`.
/// Those of what a post is about or quotes, `quoted.visibility`, are not.
class AudienceColumns
{
public:
    /// A column in which people coded the rows means what they made of it.
    explicit AudienceColumns(const QStringList &header, const QVector<LabelColumn> &labels = {});

    /// Whether one of them says that a row is not for everybody.
    [[nodiscard]] bool sayForFew(const QStringList &cells) const;

private:
    QVector<qsizetype> m_audiences;    ///< columns of words: "public", "followers only"
    QVector<qsizetype> m_groups;       ///< columns of such words, or of whom a text is meant for: "teachers"
    QVector<qsizetype> m_restrictions; ///< columns of yes and no
};

} // namespace tidemark
