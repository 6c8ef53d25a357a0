#pragma once

#include "export/ExportContext.h"
#include "story/StoryRow.h"

#include <QHash>
#include <QVector>

namespace tidemark {

/// One cell of an export.
struct Cell
{
    QString text;
    bool isText = true; ///< false: a number, a date or a key of ours, which needs no guard
};

/// The columns of one export: their headings, and a story's cells in the same order.
class ExportColumns
{
public:
    /// The Error (Usage) names a column that there isn't, and those that there are.
    static Result<ExportColumns> make(const ExportSettings &settings, const ExportContext &context,
                                      const QStringList &attributes);

    [[nodiscard]] QStringList headings() const;
    /// Counts in replaced what the profile replaced in this story's texts.
    [[nodiscard]] QVector<Cell> cells(const StoryPage &story, QHash<Identifier::Kind, qint64> &replaced) const;

    /// What of a story cells() looks at.
    [[nodiscard]] StoryParts parts() const;

private:
    struct Column
    {
        QString key; ///< a name of allExportColumns(), "date", "time", "theme" or "attribute"
        QString heading;
        int theme = 0;     ///< for "theme"
        QString attribute; ///< for "attribute"
    };

    explicit ExportColumns(const ExportContext &context) : m_context(context) {}
    [[nodiscard]] Cell cell(const Column &column, const StoryPage &story,
                            QHash<Identifier::Kind, qint64> &replaced) const;
    [[nodiscard]] QString shown(const QString &text, const StoryPage &story,
                                QHash<Identifier::Kind, qint64> &replaced) const;
    [[nodiscard]] QString author(const StoryPage &story) const;
    [[nodiscard]] QString sources(const StoryPage &story) const;
    [[nodiscard]] QString relatedTo(const StoryPage &story) const;
    [[nodiscard]] QString codedBy(const StoryPage &story) const;

    ExportContext m_context;
    QVector<Column> m_columns;
};

} // namespace tidemark
