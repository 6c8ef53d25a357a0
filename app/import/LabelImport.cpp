#include "import/LabelImport.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostUnknown = 1000;
constexpr qsizetype mostNamed = 10;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace

QHash<QString, int> themesByName(const Codebook &codebook)
{
    QHash<QString, int> themes;
    for (const Theme &theme : codebook.themes)
        themes.insert(theme.name.toLower(), theme.number);
    for (const Theme &theme : codebook.themes)
        themes.insert(theme.id.toLower(), theme.number);
    return themes;
}

Result<> checkLabels(const QVector<LabelColumn> &labels, const Codebook &codebook)
{
    const QHash<QString, int> themes = themesByName(codebook);
    for (const LabelColumn &label : labels) {
        if (label.theme.isEmpty() || themes.contains(label.theme.toLower()))
            continue;
        QStringList keys;
        for (const Theme &theme : codebook.themes)
            keys << theme.id;
        return Error{
            Error::Kind::Usage,
            Words::tr("The codebook has no theme “%1”. Its themes are: %2.").arg(label.theme, keys.join(u", "_s))};
    }
    return {};
}

Result<> LabelImport::take(StoryId story, const QVector<StoryLabel> &labels)
{
    for (const StoryLabel &label : labels) {
        const auto theme = m_themes.constFind(label.theme.toLower());
        if (theme == m_themes.constEnd()) {
            if (m_unknown.size() < mostUnknown || m_unknown.contains(label.theme))
                ++m_unknown[label.theme];
            continue;
        }
        auto added = m_tables.addCoding(story, *theme, label.present);
        if (!added)
            return added.error();
        ++(added.value() ? m_coded : m_kept);
    }
    return {};
}

QStringList LabelImport::notes() const
{
    QStringList notes;
    if (m_coded > 0)
        notes << Words::tr("%n codings by hand came with the labels.", nullptr, int(m_coded));
    if (m_kept > 0) {
        notes << Words::tr("%n labels found their story coded by hand already; that coding stays.", nullptr,
                           int(m_kept));
    }
    if (!m_unknown.isEmpty()) {
        QStringList named;
        for (auto it = m_unknown.cbegin(); it != m_unknown.cend() && named.size() < mostNamed; ++it)
            named << u"%1 (%2)"_s.arg(it.key()).arg(it.value());
        notes << Words::tr("Labels that name no theme of the codebook were left out: %1%2.")
                     .arg(named.join(u", "_s), m_unknown.size() > named.size() ? u", ..."_s : QString());
    }
    return notes;
}

} // namespace tidemark
