#pragma once

#include "export/CsvFormat.h"
#include "export/ExportColumns.h"
#include "export/Exporter.h"

#include <QCryptographicHash>
#include <QIODevice>

namespace tidemark {

/// Writes stories as CSV to any device, in large blocks, and keeps account of what it wrote.
class CsvExport
{
public:
    CsvExport(QIODevice &device, const ExportSettings &settings, ExportColumns columns);

    Result<> begin(); ///< the first line
    Result<> write(const StoryPage &story);
    Result<> finish(); ///< the last block; afterwards the report is complete but for its paths

    [[nodiscard]] const ExportReport &report() const { return m_report; }

private:
    Result<> flush();
    [[nodiscard]] Error cannotWrite() const;
    void appendLine(const QVector<Cell> &cells);

    QIODevice &m_device;
    CsvFormat m_format;
    ExportColumns m_columns;
    ExportReader m_reader;
    QByteArray m_block;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QHash<Identifier::Kind, qint64> m_replaced;
    ExportReport m_report;
};

} // namespace tidemark
