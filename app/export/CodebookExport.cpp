#include "export/CodebookExport.h"

#include "export/CsvFormat.h"
#include "theme/CodebookExchange.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

QByteArray codebookToBytes(const Codebook &codebook, const QString &fileName)
{
    if (fileName.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return codebookToTable(codebook);
    return fileName.endsWith(".qdc"_L1, Qt::CaseInsensitive) ? codebookToQdc(codebook) : codebookToJson(codebook);
}

} // namespace tidemark
