#pragma once

#include "source/JsonRecords.h"
#include "source/Reader.h"

namespace tidemark {

/// A reader of a form whose records are one JSON value each.
class JsonReader : public Reader
{
public:
    JsonReader(QString format, std::unique_ptr<JsonRecords> records);
    Result<std::optional<Record>> next() final;

    [[nodiscard]] QString format() const final { return m_format; }
    [[nodiscard]] QStringList notes() const override { return m_records->notes(); }
    [[nodiscard]] qint64 consumed() const final { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const final { return m_records->size(); }

protected:
    virtual Content content(const Json &record) = 0;

    const Instant m_now; ///< later times are slips

private:
    QString m_format;
    std::unique_ptr<JsonRecords> m_records;
};

/// The maker of such a reader, for the table of formats.
template<typename OneReader>
Result<std::unique_ptr<Reader>> makeJsonReader(std::unique_ptr<ByteStream> bytes, const QString &name,
                                               const ReaderOptions &)
{
    auto records = JsonRecords::open(std::move(bytes), name);
    if (!records)
        return records.error();
    return std::unique_ptr<Reader>(std::make_unique<OneReader>(std::move(*records)));
}

} // namespace tidemark
