#include "export/ExportSettings.h"

using namespace Qt::StringLiterals;

namespace tidemark {

QString exportReaderKey(ExportReader reader)
{
    return reader == ExportReader::Spreadsheet ? u"spreadsheet"_s : u"analysis"_s;
}

std::optional<ExportReader> exportReaderFromKey(QStringView key)
{
    if (key == "spreadsheet"_L1)
        return ExportReader::Spreadsheet;
    if (key == "analysis"_L1)
        return ExportReader::Analysis;
    return std::nullopt;
}

QString exportProfileKey(ExportProfile profile)
{
    return profile == ExportProfile::Full ? u"full"_s : u"pseudonymous"_s;
}

std::optional<ExportProfile> exportProfileFromKey(QStringView key)
{
    if (key == "full"_L1)
        return ExportProfile::Full;
    if (key == "pseudonymous"_L1)
        return ExportProfile::Pseudonymous;
    return std::nullopt;
}

QStringList defaultExportColumns()
{
    return {u"story"_s,    u"posted_at"_s,  u"platform"_s,        u"source"_s,    u"language"_s,
            u"voice"_s,    u"themes"_s,     u"author"_s,          u"permalink"_s, u"native_id"_s,
            u"relation"_s, u"related_to"_s, u"content_warning"_s, u"text"_s};
}

QStringList allExportColumns()
{
    return defaultExportColumns() + QStringList{u"coded_by"_s, u"note"_s,    u"starred"_s, u"hashtags"_s,
                                                u"words"_s,    u"reposts"_s, u"copies"_s,  u"media_descriptions"_s};
}

QStringList columnsLeftEmpty()
{
    return {u"permalink"_s, u"native_id"_s};
}

} // namespace tidemark
