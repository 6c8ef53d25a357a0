#pragma once

#include "export/CsvLines.h"
#include "export/Exporter.h"

#include <QCryptographicHash>
#include <QIODevice>

namespace tidemark {

/// Writes lines of CSV to any device, in large blocks, and keeps account of what it wrote.
class CsvExport
{
public:
    explicit CsvExport(QIODevice &device) : m_device(device) {}

    Result<> append(const CsvBlock &block);
    Result<> finish(); ///< the last block; afterwards the report is complete but for its paths

    [[nodiscard]] const ExportReport &report() const { return m_report; }

private:
    Result<> flush();
    [[nodiscard]] Error cannotWrite() const;

    QIODevice &m_device;
    QByteArray m_block;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QHash<Identifier::Kind, qint64> m_replaced;
    ExportReport m_report;
};

} // namespace tidemark
