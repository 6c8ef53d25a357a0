#include "source/JsonReader.h"

#include <QCoreApplication>
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
    noteCut(read);
    QString called = found.value ? calledThere(*found.value) : QString();
    if (found.value && !mayBeKept(*found.value))
        found.raw.clear();
    return std::optional(
        Record{found.number, std::move(found.raw), std::move(read), {}, std::move(called), found.line});
}

void JsonReader::noteCut(const Content &content)
{
    const auto *story = std::get_if<Story>(&content);
    const auto *repost = std::get_if<Repost>(&content);
    m_cut += (story && story->textCut) || (repost && repost->original && repost->original->textCut);
}

QStringList JsonReader::notes() const
{
    QStringList notes = m_records->notes();
    if (m_cut > 0) {
        notes << QCoreApplication::translate(
            "JsonReader",
            "Of %n stories the file holds only the beginning of the text; they are "
            "marked as cut.",
            nullptr, int(m_cut));
    }
    return notes;
}

} // namespace tidemark
