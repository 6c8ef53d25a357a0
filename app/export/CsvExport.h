#pragma once

#include "export/CsvLines.h"
#include "export/Exporter.h"
#include "text/Sha256.h"

#include <QIODevice>

namespace tidemark {

/// Writes blocks of CSV to any device and keeps account of what it wrote.
class CsvExport
{
public:
    explicit CsvExport(QIODevice &device) : m_device(device) {}

    Result<> append(const CsvBlock &block);
    void finish(); ///< afterwards the report is complete but for its paths

    [[nodiscard]] const ExportReport &report() const { return m_report; }

private:
    [[nodiscard]] Error cannotWrite() const;

    QIODevice &m_device;
    Sha256 m_hash;
    QHash<Identifier::Kind, qint64> m_replaced;
    ExportReport m_report;
};

} // namespace tidemark
