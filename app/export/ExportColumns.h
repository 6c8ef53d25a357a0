#pragma once

#include "export/CsvLines.h"
#include "export/ExportContext.h"
#include "story/StoredStory.h"

#include <QVector>

#include <array>

namespace tidemark {

/// The columns of one export: their headings, and a story's cells in the same order. Immutable: any number of
/// threads.
class ExportColumns
{
public:
    /// The Error (Usage) names a column that there isn't, and those that there are.
    static Result<ExportColumns> make(const ExportSettings &settings, const ExportContext &context,
                                      const QStringList &attributes);

    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] const ExportContext &context() const { return m_context; }
    void writeHeadings(CsvLines &lines) const;
    void write(const StoredStory &story, CsvLines &lines) const; ///< one line

    /// What of a story write() looks at.
    [[nodiscard]] StoredParts parts() const;

private:
    using WriteCell = void (ExportColumns::*)(const StoredStory &, CsvLines &) const;
    struct Column
    {
        QString key; ///< a name of allExportColumns(), "date", "time", "theme" or "attribute"
        QString heading;
        int theme = 0;             ///< for "theme"
        QString attribute;         ///< for "attribute"
        WriteCell write = nullptr; ///< null: "theme" or "attribute"
    };

    explicit ExportColumns(const ExportContext &context);
    static WriteCell cellOf(const QString &key);

    void writeStory(const StoredStory &story, CsvLines &lines) const;
    void writePostedAt(const StoredStory &story, CsvLines &lines) const;
    void writeDate(const StoredStory &story, CsvLines &lines) const;
    void writeTime(const StoredStory &story, CsvLines &lines) const;
    void writePlatform(const StoredStory &story, CsvLines &lines) const;
    void writeSource(const StoredStory &story, CsvLines &lines) const;
    void writeLanguage(const StoredStory &story, CsvLines &lines) const;
    void writeVoice(const StoredStory &story, CsvLines &lines) const;
    void writeThemes(const StoredStory &story, CsvLines &lines) const;
    void writeAuthor(const StoredStory &story, CsvLines &lines) const;
    void writePermalink(const StoredStory &story, CsvLines &lines) const;
    void writeNativeId(const StoredStory &story, CsvLines &lines) const;
    void writeRelation(const StoredStory &story, CsvLines &lines) const;
    void writeRelatedTo(const StoredStory &story, CsvLines &lines) const;
    void writeContentWarning(const StoredStory &story, CsvLines &lines) const;
    void writeText(const StoredStory &story, CsvLines &lines) const;
    void writeCodedBy(const StoredStory &story, CsvLines &lines) const;
    void writeNote(const StoredStory &story, CsvLines &lines) const;
    void writeStarred(const StoredStory &story, CsvLines &lines) const;
    void writeHashtags(const StoredStory &story, CsvLines &lines) const;
    void writeWords(const StoredStory &story, CsvLines &lines) const;
    void writeReposts(const StoredStory &story, CsvLines &lines) const;
    void writeCopies(const StoredStory &story, CsvLines &lines) const;
    void writeMediaDescriptions(const StoredStory &story, CsvLines &lines) const;
    void writeAttribute(const QString &name, const StoredStory &story, CsvLines &lines) const;

    [[nodiscard]] QByteArray local(const StoredStory &story, const QString &format) const;
    void addShown(QByteArrayView text, const StoredStory &story, CsvLines &lines) const;
    [[nodiscard]] QByteArray concealed(QByteArrayView text, const StoredStory &story, CsvLines &lines) const;

    ExportContext m_context;
    QVector<Column> m_columns;
    std::array<QByteArray, ThemeSet::capacity> m_themeIds;
};

} // namespace tidemark
