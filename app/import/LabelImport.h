#pragma once

#include "source/Labels.h"
#include "store/ImportTables.h"
#include "theme/Codebook.h"

#include <QHash>
#include <QMap>

namespace tidemark {

/// What labels may name: keys and names of the codebook's themes in lower case, and their numbers.
QHash<QString, int> themesByName(const Codebook &codebook);

/// The Error names the first label whose theme the codebook doesn't have, and those that it has.
Result<> checkLabels(const QVector<LabelColumn> &labels, const Codebook &codebook);

/// Writes the labels of stories as codings by hand, in the store's open batch.
class LabelImport
{
public:
    LabelImport(ImportTables &tables, QHash<QString, int> themes) : m_tables(tables), m_themes(std::move(themes)) {}

    Result<> take(StoryId story, const QVector<StoryLabel> &labels);
    [[nodiscard]] QStringList notes() const;

private:
    ImportTables &m_tables;
    QHash<QString, int> m_themes;
    qint64 m_coded = 0;
    qint64 m_kept = 0;
    QMap<QString, qint64> m_unknown;
};

} // namespace tidemark
