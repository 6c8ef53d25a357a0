#include "export/ExportColumns.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

ExportColumns::ExportColumns(const ExportContext &context) : m_context(context)
{
    for (const Theme &theme : context.codebook().themes)
        m_themeIds.at(static_cast<size_t>(theme.number)) = theme.id.toUtf8();
}

Result<ExportColumns> ExportColumns::make(const ExportSettings &settings, const ExportContext &context,
                                          const QStringList &attributes)
{
    ExportColumns made(context);
    for (const QString &name : settings.columns) {
        const bool isOurs = allExportColumns().contains(name);
        const QString attribute = name.startsWith("attr:"_L1) ? name.mid(5) : isOurs ? QString() : name;
        if (!attribute.isEmpty() && attributes.contains(attribute)) {
            // A file that begins with ID is SYLK to a spreadsheet.
            const bool taken = allExportColumns().contains(attribute) || attribute == "date"_L1
                || attribute == "time"_L1 // which a spreadsheet's export has besides
                || context.codebook().theme(attribute) != nullptr || attribute.startsWith("ID"_L1);
            if (context.mayWrite(attribute))
                made.m_columns.append(
                    {u"attribute"_s, taken ? u"attr:"_s + attribute : attribute, 0, attribute, nullptr});
        } else if (!isOurs) {
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Export",
                                                     "There is no column “%1”. There are: %2; and attributes by "
                                                     "their names, or as attr:NAME.")
                             .arg(name, allExportColumns().join(u", "_s))};
        } else if (name == "themes"_L1 && settings.themes == ThemeForm::Wide) {
            for (const Theme &theme : context.codebook().themes)
                made.m_columns.append({u"theme"_s, theme.id, theme.number, {}, nullptr});
        } else {
            made.m_columns.append({name, name, 0, {}, cellOf(name)});
            if (name == "posted_at"_L1 && settings.reader == ExportReader::Spreadsheet) {
                made.m_columns.append({u"date"_s, u"date"_s, 0, {}, &ExportColumns::writeDate});
                made.m_columns.append({u"time"_s, u"time"_s, 0, {}, &ExportColumns::writeTime});
            }
        }
    }
    return made;
}

QStringList ExportColumns::headings() const
{
    QStringList headings;
    for (const Column &column : m_columns)
        headings.append(column.heading);
    return headings;
}

StoredParts ExportColumns::parts() const
{
    const auto has = [this](QLatin1StringView key) {
        return std::any_of(m_columns.cbegin(), m_columns.cend(),
                           [&](const Column &column) { return column.key == key; });
    };
    return {.relations = has("relation"_L1) || has("related_to"_L1),
            .relatedStories = has("related_to"_L1),
            .attributes = has("attribute"_L1),
            .provenances = has("source"_L1),
            .codings = has("coded_by"_L1),
            .note = has("note"_L1),
            .reposts = has("reposts"_L1),
            .copies = has("copies"_L1),
            .lists = has("hashtags"_L1) || has("media_descriptions"_L1)};
}

ExportColumns::WriteCell ExportColumns::cellOf(const QString &key)
{
    static const QHash<QString, WriteCell> cells{{u"story"_s, &ExportColumns::writeStory},
                                                 {u"posted_at"_s, &ExportColumns::writePostedAt},
                                                 {u"platform"_s, &ExportColumns::writePlatform},
                                                 {u"source"_s, &ExportColumns::writeSource},
                                                 {u"language"_s, &ExportColumns::writeLanguage},
                                                 {u"voice"_s, &ExportColumns::writeVoice},
                                                 {u"themes"_s, &ExportColumns::writeThemes},
                                                 {u"author"_s, &ExportColumns::writeAuthor},
                                                 {u"permalink"_s, &ExportColumns::writePermalink},
                                                 {u"native_id"_s, &ExportColumns::writeNativeId},
                                                 {u"relation"_s, &ExportColumns::writeRelation},
                                                 {u"related_to"_s, &ExportColumns::writeRelatedTo},
                                                 {u"content_warning"_s, &ExportColumns::writeContentWarning},
                                                 {u"text"_s, &ExportColumns::writeText},
                                                 {u"coded_by"_s, &ExportColumns::writeCodedBy},
                                                 {u"note"_s, &ExportColumns::writeNote},
                                                 {u"starred"_s, &ExportColumns::writeStarred},
                                                 {u"hashtags"_s, &ExportColumns::writeHashtags},
                                                 {u"words"_s, &ExportColumns::writeWords},
                                                 {u"reposts"_s, &ExportColumns::writeReposts},
                                                 {u"copies"_s, &ExportColumns::writeCopies},
                                                 {u"media_descriptions"_s, &ExportColumns::writeMediaDescriptions}};
    return cells.value(key);
}

void ExportColumns::writeHeadings(CsvLines &lines) const
{
    for (const Column &column : m_columns)
        lines.addText(column.heading.toUtf8());
    lines.endLine();
}

void ExportColumns::write(const StoredStory &story, CsvLines &lines) const
{
    for (const Column &column : m_columns) {
        if (column.write)
            (this->*column.write)(story, lines);
        else if (column.attribute.isEmpty())
            lines.addValue(story.themes.contains(column.theme) ? "1" : "0");
        else
            writeAttribute(column.attribute, story, lines);
    }
    lines.endLine();
}

} // namespace tidemark
