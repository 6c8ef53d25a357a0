#include "source/LabelGuess.h"

#include "source/HeaderGuess.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Words of a column's name that say that it holds a coding, and not which.
bool saysOnlyCoding(const QString &word)
{
    static const QSet<QString> words{
        u"theme"_s,  u"themes"_s, u"thema"_s,   u"themen"_s,     u"topic"_s,     u"topics"_s,     u"label"_s,
        u"labels"_s, u"code"_s,   u"codes"_s,   u"coded"_s,      u"coding"_s,    u"codings"_s,    u"category"_s,
        u"is"_s,     u"has"_s,    u"about"_s,   u"categories"_s, u"kategorie"_s, u"kategorien"_s, u"código"_s,
        u"tema"_s,   u"temas"_s,  u"códigos"_s, u"thème"_s,      u"thèmes"_s,    u"gold"_s,       u"annotation"_s};
    return words.contains(word);
}

/// What a name means, however it is written: "theme:Work place" and "work_place" are the same.
QString meaningOf(const QString &name)
{
    QString meaning;
    for (const QString &word : nameWords(name)) {
        if (!saysOnlyCoding(word))
            meaning += word;
    }
    return meaning;
}

QStringList filledCells(qsizetype column, const QVector<QStringList> &rows)
{
    QStringList cells;
    for (const QStringList &row : rows) {
        if (!row.value(column).trimmed().isEmpty())
            cells << row.value(column);
    }
    return cells;
}

bool sayYesOrNo(const QStringList &cells)
{
    return !cells.isEmpty() && std::all_of(cells.cbegin(), cells.cend(), [](const QString &cell) {
        return labelValue(cell).has_value();
    });
}

/// Whether most of what the cells list are names of themes, as an import will know them.
bool listThemes(const QStringList &cells, const QSet<QString> &names)
{
    qsizetype known = 0;
    qsizetype all = 0;
    for (const QString &cell : cells) {
        const QStringList listed = listedThemes(cell);
        all += listed.size();
        known += std::count_if(listed.cbegin(), listed.cend(),
                               [&](const QString &theme) { return names.contains(theme.toLower()); });
    }
    return known * 2 > all;
}

} // namespace

LabelGuess guessLabels(const QStringList &header, const QVector<QStringList> &firstRows,
                       const QVector<KnownTheme> &themes)
{
    QHash<QString, QString> keys; // by what their names mean
    QSet<QString> names;
    for (const KnownTheme &theme : themes) {
        for (const QString &name : {theme.name, theme.key}) {
            keys.insert(meaningOf(name), theme.key);
            names.insert(name.toLower());
        }
    }
    keys.remove({});
    LabelGuess guess;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QStringList cells = filledCells(column, firstRows);
        const QString meaning = meaningOf(header[column]);
        if (sayYesOrNo(cells)) {
            const QString key = keys.value(meaning);
            if (key.isEmpty())
                guess.unclear << header[column];
            else
                guess.labels << LabelColumn{key, header[column]};
            keys.removeIf([&](QHash<QString, QString>::iterator theme) { return theme.value() == key; });
        } else if (listThemes(cells, names)) {
            guess.labels << LabelColumn{{}, header[column]};
        } else if (meaning.isEmpty() && !nameWords(header[column]).isEmpty()) {
            guess.unclear << header[column];
        }
    }
    return guess;
}

} // namespace tidemark
