#include "source/LimitedReader.h"

#include "source/LineReader.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

constexpr qsizetype keptOfOverlong = 256 * 1024; // as of a line

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LimitedReader)
};

void limit(Record &record)
{
    if (std::holds_alternative<Skipped>(record.content)) {
        record.raw.clear();
        return;
    }
    record.raw.truncate(keptOfOverlong);
    record.labels.clear();
    record.content = Rejected{Words::tr("The record is longer than 16 MiB.")};
}

class LimitedReader final : public Reader
{
public:
    explicit LimitedReader(std::unique_ptr<Reader> reader) : m_reader(std::move(reader)) {}

    [[nodiscard]] QString format() const override { return m_reader->format(); }
    [[nodiscard]] QStringList notes() const override { return m_reader->notes(); }
    [[nodiscard]] QByteArray preamble() const override { return m_reader->preamble(); }
    [[nodiscard]] qint64 consumed() const override { return m_reader->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_reader->size(); }

    Result<std::optional<Record>> next() override
    {
        auto record = m_reader->next();
        if (record && *record && (*record)->raw.size() > longestRecord)
            limit(**record);
        return record;
    }

private:
    std::unique_ptr<Reader> m_reader;
};

} // namespace

std::unique_ptr<Reader> limited(std::unique_ptr<Reader> reader)
{
    return std::make_unique<LimitedReader>(std::move(reader));
}

} // namespace tidemark
