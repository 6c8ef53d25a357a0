#include "source/AudienceColumns.h"

#include "source/Audience.h"
#include "source/HeaderGuess.h"
#include "source/Labels.h"
#include "source/TableCells.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The words of a column's name in one, without one that only says that it is about the post itself.
QString meaningOf(const QString &column)
{
    static const QSet<QString> posts{u"post"_s, u"status"_s, u"item"_s, u"tweet"_s, u"object"_s, u"data"_s};
    QStringList words = nameWords(column);
    if (words.size() > 1 && posts.contains(words.constFirst()))
        words.removeFirst();
    return words.join(QString());
}

} // namespace

AudienceColumns::AudienceColumns(const QStringList &header, const QVector<LabelColumn> &labels)
{
    static const QSet<QString> audiences{u"visibility"_s,  u"privacy"_s,    u"sichtbarkeit"_s,
                                         u"visibilidad"_s, u"privacidad"_s, u"visibilité"_s};
    // A column that is only called "private" may hold a theme.
    static const QSet<QString> restrictions{u"protected"_s,       u"isprotected"_s, u"userprotected"_s,
                                            u"authorprotected"_s, u"isprivate"_s,   u"userprivate"_s,
                                            u"authorprivate"_s};
    const auto isLabel = [&](const QString &name) {
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const LabelColumn &label) { return label.column == name; });
    };
    for (qsizetype column = 0; column < header.size(); ++column) {
        if (isLabel(header[column]))
            continue;
        const QString meaning = meaningOf(header[column]);
        if (audiences.contains(meaning))
            m_audiences << column;
        else if (meaning == "audience"_L1)
            m_groups << column;
        else if (restrictions.contains(meaning))
            m_restrictions << column;
    }
}

bool AudienceColumns::sayForFew(const QStringList &cells) const
{
    return std::any_of(m_audiences.cbegin(), m_audiences.cend(),
                       [&](qsizetype column) {
                           const QString cell = cells.value(column);
                           return !saysNothing(cell) && !isOpenAudience(cell);
                       })
        || std::any_of(m_groups.cbegin(), m_groups.cend(),
                       [&](qsizetype column) { return isNarrowAudience(cells.value(column)); })
        || std::any_of(m_restrictions.cbegin(), m_restrictions.cend(),
                       [&](qsizetype column) { return labelValue(cells.value(column)).value_or(false); });
}

} // namespace tidemark
