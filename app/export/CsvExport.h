#pragma once

#include "export/CsvLines.h"
#include "export/Exporter.h"
#include "text/Sha256.h"

#include <QIODevice>

#include <optional>

namespace tidemark {

/// Writes blocks of CSV to any device and keeps account of what it wrote.
class CsvExport
{
public:
    enum class Digest { Taken, LeftOut };
    CsvExport(QIODevice &device, Digest digest);

    Result<> append(const CsvBlock &block);
    void finish(); ///< afterwards the report is complete but for its paths

    [[nodiscard]] const ExportReport &report() const { return m_report; }

private:
    [[nodiscard]] Error cannotWrite() const;

    QIODevice &m_device;
    std::optional<Sha256> m_hash;
    QHash<Identifier::Kind, qint64> m_replaced;
    ExportReport m_report;
};

} // namespace tidemark
