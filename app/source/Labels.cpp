#include "source/Labels.h"
#include "text/NameList.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

} // namespace

Result<QVector<LabelColumn>> parseLabels(const QString &labels)
{
    QVector<LabelColumn> columns;
    for (const QString &part : namesInList(labels)) {
        const QString theme = part.section(u'=', 0, 0).trimmed();
        const QString column = part.section(u'=', 1).trimmed();
        if (theme.isEmpty() || column.isEmpty()) {
            return Error{Error::Kind::Usage,
                         Words::tr("“%1” is no label. Write THEME=COLUMN, for example workplace=at_work, or "
                                   "themes=COLUMN for a column that lists themes.")
                             .arg(part.trimmed())};
        }
        columns.append({theme == "themes"_L1 ? QString() : theme, column});
    }
    return columns;
}

std::optional<bool> labelValue(const QString &cell)
{
    static const QSet<QString> yes{u"1"_s,   u"1.0"_s, u"yes"_s, u"y"_s,   u"true"_s, u"t"_s,
                                   u"x"_s,   u"ja"_s,  u"oui"_s, u"sí"_s,  u"si"_s,   u"present"_s,
                                   u"sim"_s, u"tak"_s, u"да"_s,  u"wahr"_s};
    static const QSet<QString> no{u"0"_s,    u"0.0"_s, u"no"_s,  u"n"_s,   u"false"_s,
                                  u"f"_s,    u"non"_s, u"não"_s, u"nao"_s, u"absent"_s,
                                  u"nein"_s, u"nie"_s, u"нет"_s, u"-"_s,   u"falsch"_s};
    const QString word = cell.trimmed().toLower();
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

QStringList listedThemes(const QString &cell)
{
    static const QRegularExpression strong(u"[;|\\n]"_s);
    static const QRegularExpression around(u"^[\\s\\[\\]\"']+|[\\s\\[\\]\"']+$"_s);
    QStringList themes;
    const QStringList parts = cell.contains(strong) ? cell.split(strong) : cell.split(u',');
    for (QString part : parts) {
        part.remove(around);
        if (!part.isEmpty() && !themes.contains(part))
            themes << part;
    }
    return themes;
}

void LabelReading::read(const LabelColumn &label, const QString &cell, QVector<StoryLabel> &labels)
{
    if (cell.trimmed().isEmpty())
        return;
    if (label.theme.isEmpty()) {
        for (const QString &theme : listedThemes(cell))
            labels.append({theme, true});
    } else if (const auto value = labelValue(cell)) {
        labels.append({label.theme, *value});
    } else {
        ++m_unclear;
    }
}

QStringList LabelReading::notes() const
{
    if (m_unclear == 0)
        return {};
    return {Words::tr("%n labels say neither yes nor no and were left out.", nullptr, int(m_unclear))};
}

} // namespace tidemark
