#pragma once

#include "import/ImportReport.h"
#include "source/Reader.h"

namespace tidemark {

/// Reads records that an import set aside once more, each by itself and under the number that it had: after an
/// edit, with another mapping, or by a program that understands more. What still can't be read comes as Rejected
/// again.
class RejectedReader final : public Reader
{
public:
    /// options.format: that of the source. preamble goes before each record.
    RejectedReader(QVector<RejectedRecord> records, QByteArray preamble, QString source, ReaderOptions options);

    [[nodiscard]] QString format() const override { return m_options.format; }
    Result<std::optional<Record>> next() override;
    [[nodiscard]] QByteArray preamble() const override { return m_preamble; }
    [[nodiscard]] qint64 consumed() const override { return m_next; }
    [[nodiscard]] qint64 size() const override { return m_records.size(); }

private:
    [[nodiscard]] Record read(const RejectedRecord &record) const;
    [[nodiscard]] Record readAs(const QString &format, const RejectedRecord &record) const;

    QVector<RejectedRecord> m_records;
    QByteArray m_preamble;
    QString m_source;
    ReaderOptions m_options;
    qsizetype m_next = 0;
};

} // namespace tidemark
