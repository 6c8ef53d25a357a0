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
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] qint64 consumed() const final { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const final { return m_records->size(); }

protected:
    virtual Content content(const Json &record) = 0;
    /// See Record::calledThere.
    [[nodiscard]] virtual QString calledThere(const Json & /*record*/) const { return {}; }

    /// Whether the record may be kept as it came: not where it holds words of others that are left out.
    [[nodiscard]] virtual bool mayBeKept(const Json & /*record*/) const { return true; }

    const Instant m_now; ///< later times are slips

private:
    void noteCut(const Content &content);

    QString m_format;
    std::unique_ptr<JsonRecords> m_records;
    qint64 m_cut = 0; ///< stories of which the record holds only the beginning
};

/// The maker of such a reader, for the table of formats. elements: what a value of the form wraps, see JsonRecords.
template<typename OneReader, JsonRecords::Elements elements = nullptr>
Result<std::unique_ptr<Reader>> makeJsonReader(std::unique_ptr<ByteStream> bytes, const QString & /*name*/,
                                               const ReaderOptions &)
{
    return std::unique_ptr<Reader>(
        std::make_unique<OneReader>(std::make_unique<JsonRecords>(std::move(bytes), nullptr, elements)));
}

} // namespace tidemark
