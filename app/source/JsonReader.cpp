#include "source/JsonReader.h"

#include <QDateTime>

namespace tidemark {

JsonReader::JsonReader(QString format, std::unique_ptr<JsonRecords> records)
    : m_now(QDateTime::currentMSecsSinceEpoch()), m_format(std::move(format)), m_records(std::move(records))
{
}

Result<std::optional<Record>> JsonReader::next()
{
    auto json = m_records->next();
    if (!json)
        return json.error();
    if (!*json)
        return std::optional<Record>();
    JsonRecord &found = **json;
    Content read = found.value ? content(*found.value) : Content(Rejected{found.problem});
    return std::optional(Record{found.number, std::move(found.raw), std::move(read)});
}

} // namespace tidemark
