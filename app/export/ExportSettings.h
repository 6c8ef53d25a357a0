#pragma once

#include "index/Selection.h"

#include <QChar>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// Who will read the file.
enum class ExportReader : quint8 {
    Spreadsheet, ///< byte-order mark, a chosen separator, date and time columns, formula guard
    Analysis     ///< R, Python, an archive: every text exactly as the profile gives it
};

enum class ExportProfile : quint8 {
    Pseudonymous, ///< people as person-N, identifiers in texts replaced, no links and native ids
    Full
};

enum class ThemeForm : quint8 {
    Joined, ///< one column, ids joined by ;
    Wide    ///< one 0/1 column a theme instead
};

QString exportReaderKey(ExportReader reader); ///< "spreadsheet", "analysis"
std::optional<ExportReader> exportReaderFromKey(QStringView key);
QString exportProfileKey(ExportProfile profile); ///< "pseudonymous", "full"
std::optional<ExportProfile> exportProfileFromKey(QStringView key);

/// The columns of an export by default, in order.
QStringList defaultExportColumns();

/// All columns that can be asked for by name, in order; besides, attributes by their names, or as `attr:NAME`.
QStringList allExportColumns();

/// The columns that stay empty in a pseudonymous export.
QStringList columnsLeftEmpty();

/// How a filtered set is written. What is written is the Selection's business.
struct ExportSettings
{
    ExportReader reader = ExportReader::Analysis;
    ExportProfile profile = ExportProfile::Pseudonymous;
    ThemeForm themes = ThemeForm::Joined;
    QStringList columns = defaultExportColumns();
    QChar separator = u',';
    Order order = Order::NewestFirst;
    bool asStored = false;        ///< not by time but by number, as the stories came in: the quickest
    bool manifest = true;         ///< write NAME.manifest.json beside the file
    bool freshPseudonyms = false; ///< a key for this export alone, thrown away; story numbers are made with it too

    friend bool operator==(const ExportSettings &, const ExportSettings &) = default;
};

} // namespace tidemark
