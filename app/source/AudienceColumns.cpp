#include "source/AudienceColumns.h"

#include "source/Audience.h"
#include "source/HeaderGuess.h"
#include "source/Labels.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

AudienceColumns::AudienceColumns(const QStringList &header)
{
    static const QSet<QString> audiences{u"visibility"_s,  u"privacy"_s,    u"audience"_s,  u"sichtbarkeit"_s,
                                         u"visibilidad"_s, u"privacidad"_s, u"visibilité"_s};
    // A column that is only called "private" may hold a theme.
    static const QSet<QString> restrictions{u"protected"_s,       u"isprotected"_s, u"userprotected"_s,
                                            u"authorprotected"_s, u"isprivate"_s,   u"userprivate"_s,
                                            u"authorprivate"_s};
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QStringList words = nameWords(header[column]);
        if (!words.isEmpty() && audiences.contains(words.constLast()))
            m_audiences << column;
        else if (restrictions.contains(words.join(QString())))
            m_restrictions << column;
    }
}

bool AudienceColumns::sayForFew(const QStringList &cells) const
{
    return std::any_of(m_audiences.cbegin(), m_audiences.cend(),
                       [&](qsizetype column) { return isNarrowAudience(cells.value(column)); })
        || std::any_of(m_restrictions.cbegin(), m_restrictions.cend(),
                       [&](qsizetype column) { return labelValue(cells.value(column)).value_or(false); });
}

} // namespace tidemark
