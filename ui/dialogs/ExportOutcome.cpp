#include "dialogs/ExportOutcome.h"

#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "list/CountSentence.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportOutcome)
};

} // namespace

void informOfExport(QWidget *window, const ExportReport &report, const ExportSettings &settings)
{
    const QLocale locale;
    QStringList sentences{Words::tr("%1 written to %2.").arg(storiesInWords(report.rows), isolated(report.path))};
    qint64 replaced = 0;
    for (const qint64 count : report.replaced)
        replaced += count;
    if (replaced > 0)
        sentences.append(
            Words::tr("%1 handles, addresses, numbers and links were replaced.").arg(locale.toString(replaced)));
    if (!report.leftOut.isEmpty())
        sentences.append(Words::tr("Left out, for they look as if they were about people: %1. They can be ticked "
                                   "under Collection > Columns About People.")
                             .arg(isolated(report.leftOut.join(u", "_s))));
    if (report.damaged > 0)
        sentences.append(Words::tr("The further columns of %1 are damaged, so they are empty in the file.")
                             .arg(storiesInWords(report.damaged)));
    if (settings.reader == ExportReader::Spreadsheet && report.longCells > 0)
        sentences.append(Words::tr("%1 texts are longer than a spreadsheet's cell and will be cut there.")
                             .arg(locale.toString(report.longCells)));
    if (settings.reader == ExportReader::Spreadsheet && report.tooManyRows)
        sentences.append(Words::tr("A spreadsheet shows only the first 1,048,576 rows."));
    inform(window, sentences.join(u"\n\n"_s));
}

} // namespace tidemark
