#include "dialogs/ExportMemory.h"

#include <QDir>
#include <QLocale>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tidemark::exportMemory {

namespace {

/// Where the comma stands in numbers, spreadsheets expect a semicolon between cells.
QChar localeSeparator()
{
    return QLocale().decimalPoint() == ","_L1 ? u';' : u',';
}

} // namespace

ExportSettings settings()
{
    const QSettings memory;
    ExportSettings settings;
    const auto value = [&](const QString &key) { return memory.value(u"export/"_s + key); };
    settings.reader = exportReaderFromKey(value(u"reader"_s).toString()).value_or(ExportReader::Spreadsheet);
    settings.profile = exportProfileFromKey(value(u"profile"_s).toString()).value_or(ExportProfile::Pseudonymous);
    settings.themes = value(u"themes"_s).toString() == "wide"_L1 ? ThemeForm::Wide : ThemeForm::Joined;
    const QStringList columns = value(u"columns"_s).toStringList();
    if (!columns.isEmpty())
        settings.columns = columns;
    const QString separator = value(u"separator"_s).toString();
    settings.separator = separator.size() == 1 ? separator.front() : localeSeparator();
    settings.manifest = memory.value(u"export/manifest"_s, true).toBool();
    settings.freshPseudonyms = memory.value(u"export/fresh"_s, false).toBool();
    return settings;
}

void setSettings(const ExportSettings &settings)
{
    QSettings memory;
    memory.setValue(u"export/reader"_s, exportReaderKey(settings.reader));
    memory.setValue(u"export/profile"_s, exportProfileKey(settings.profile));
    memory.setValue(u"export/themes"_s, settings.themes == ThemeForm::Wide ? u"wide"_s : u"joined"_s);
    memory.setValue(u"export/columns"_s, settings.columns);
    memory.setValue(u"export/separator"_s, QString(settings.separator));
    memory.setValue(u"export/manifest"_s, settings.manifest);
    memory.setValue(u"export/fresh"_s, settings.freshPseudonyms);
}

QString folder()
{
    return QSettings().value(u"export/folder"_s, QDir::homePath()).toString();
}

void setFolder(const QString &folder)
{
    QSettings().setValue(u"export/folder"_s, folder);
}

} // namespace tidemark::exportMemory
