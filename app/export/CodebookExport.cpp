#include "export/CodebookExport.h"

#include "export/CsvFormat.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QByteArray codebookToTable(const Codebook &codebook)
{
    const CsvFormat format(ExportReader::Analysis, u',');
    QByteArray lines = format.beginning();
    const auto addLine = [&](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                format.appendSeparator(lines);
            format.appendText(lines, cells.at(i));
        }
        format.endLine(lines);
    };
    addLine(codebookTableHeader());
    for (const Theme &theme : codebook.themes)
        addLine(codebookTableRow(codebook, theme));
    return lines;
}

} // namespace

Result<QByteArray> codebookToBytes(const Codebook &codebook, const QString &fileName)
{
    if (fileName.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return codebookToTable(codebook);
    if (!fileName.endsWith(".qdc"_L1, Qt::CaseInsensitive))
        return codebookToJson(codebook);
    if (codebook.themes.isEmpty()) // its schema knows no such file, and other programs refuse it
        return Error{Error::Kind::Usage,
                     Words::tr("A REFI-QDA codebook (.qdc) has at least one code, and this one has no theme. Add a "
                               "theme, or write it as .json.")};
    return codebookToQdc(codebook);
}

} // namespace tidemark
