#pragma once

#include "import/ImportReport.h"
#include "source/Reader.h"

#include <functional>

namespace tidemark {

/// Reads records that an import set aside once more, each by itself and under the number that it had: after an
/// edit, with another mapping, or by a program that understands more. What still can't be read comes as Rejected
/// again.
class RejectedReader final : public Reader
{
public:
    /// Gives the records behind a number, in the thread that reads; an empty page ends them.
    using Page = std::function<Result<QVector<RejectedRecord>>(qint64 after)>;
    /// options.format: that of the source. preamble goes before each record. size: how many records there are.
    RejectedReader(Page page, qint64 size, QByteArray preamble, QString source, ReaderOptions options);

    [[nodiscard]] QString format() const override { return m_options.format; }
    Result<std::optional<Record>> next() override;
    [[nodiscard]] QByteArray preamble() const override { return m_preamble; }
    [[nodiscard]] qint64 consumed() const override { return m_consumed; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    [[nodiscard]] Record read(const RejectedRecord &record) const;
    [[nodiscard]] Record readAs(const QString &format, const RejectedRecord &record) const;

    Page m_page;
    QVector<RejectedRecord> m_records; ///< the page that is being read
    qsizetype m_next = 0;              ///< of these
    qint64 m_consumed = 0;
    qint64 m_size;
    QByteArray m_preamble;
    QString m_source;
    ReaderOptions m_options;
};

} // namespace tidemark
