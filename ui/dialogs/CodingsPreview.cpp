#include "dialogs/CodingsPreview.h"

#include "dialogs/LabelEditor.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CodingsPreview)
};

} // namespace

LabelGuess guessedLabels(const Preview &preview, const Codebook &codebook)
{
    QVector<KnownTheme> themes;
    for (const Theme &theme : codebook.themes) {
        if (!theme.isRetired)
            themes.append({theme.id, theme.name});
    }
    return guessLabels(preview.header, preview.rows, themes);
}

QString codingsText(const QVector<StoryLabel> &labels, const Codebook &codebook)
{
    QStringList present;
    QStringList absent;
    for (const StoryLabel &label : labels) {
        const Theme *theme = themeCalled(codebook, label.theme);
        const QString name
            = theme ? inReadersLanguage(theme->name) : Words::tr("%1 (not in the codebook)").arg(label.theme);
        if (label.present)
            present << name;
        else
            absent << Words::tr("not: %1").arg(name);
    }
    return (present + absent).join(u"; "_s);
}

QStringList codingsNote(const QVector<LabelColumn> &labels, const Codebook &codebook)
{
    QStringList columns;
    for (const LabelColumn &label : labels) {
        const Theme *theme = themeCalled(codebook, label.theme);
        columns << u"%1 = %2"_s.arg(label.column,
                                    theme ? inReadersLanguage(theme->name) : Words::tr("a list of themes"));
    }
    return columns.isEmpty() ? columns
                             : QStringList{Words::tr("Codings by hand come from: %1.").arg(columns.join(u", "_s))};
}

} // namespace tidemark
