#pragma once

#include "export/CsvFormat.h"
#include "export/ExportColumns.h"

#include <QByteArray>
#include <QHash>
#include <QVector>

namespace tidemark {

/// Some lines of an export, and what is to be told of them.
struct CsvBlock
{
    QByteArray bytes;
    qint64 rows = 0; ///< stories; the line of headings is none
    qint64 longCells = 0;
    QHash<Identifier::Kind, qint64> replaced;
};

/// Makes stories into lines of CSV. Immutable: any number of threads at once.
class CsvLines
{
public:
    CsvLines(const ExportSettings &settings, ExportColumns columns);

    [[nodiscard]] CsvBlock beginning() const; ///< what stands before the stories: mark and headings
    [[nodiscard]] CsvBlock of(const QVector<StoryPage> &stories) const;

    [[nodiscard]] QStringList headings() const { return m_columns.headings(); }
    [[nodiscard]] StoryParts parts() const { return m_columns.parts(); } ///< what of() looks at

private:
    void append(CsvBlock &block, const QVector<Cell> &cells) const;

    CsvFormat m_format;
    ExportColumns m_columns;
    ExportReader m_reader;
};

} // namespace tidemark
