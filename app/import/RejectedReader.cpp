#include "import/RejectedReader.h"

#include "source/Formats.h"

namespace tidemark {

RejectedReader::RejectedReader(Page page, qint64 size, QByteArray preamble, QString source, ReaderOptions options)
    : m_page(std::move(page)),
      m_size(size),
      m_preamble(std::move(preamble)),
      m_source(std::move(source)),
      m_options(std::move(options))
{
}

Result<std::optional<Record>> RejectedReader::next()
{
    if (m_next == m_records.size()) {
        auto page = m_page(m_records.isEmpty() ? 0 : m_records.constLast().number);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return std::optional<Record>();
        m_records = std::move(*page);
        m_next = 0;
    }
    ++m_consumed;
    return std::optional(read(m_records.at(m_next++)));
}

/// As a record of the source's form; the files of an archive may be of others, and tell it by themselves.
Record RejectedReader::read(const RejectedRecord &record) const
{
    Record read = readAs(formatOf(m_options.format) ? m_options.format : QString(), record);
    if (!m_preamble.isEmpty() || !std::holds_alternative<Rejected>(read.content))
        return read;
    Record told = readAs({}, record);
    return std::holds_alternative<Rejected>(told.content) ? read : told;
}

/// The one record that a reader finds in it, or, where it finds none, the record set aside again.
Record RejectedReader::readAs(const QString &format, const RejectedRecord &record) const
{
    ReaderOptions options = m_options;
    options.format = format;
    options.isPart = m_preamble.isEmpty();
    const auto reader = openReader(m_preamble + record.content, m_source, options);
    const auto found = reader ? (*reader)->next() : Result<std::optional<Record>>(reader.error());
    if (!found)
        return {record.record, record.content, Rejected{found.error().message}, {}, {}, record.line};
    if (!found.value())
        return {record.record, record.content, Rejected{record.reason}, {}, {}, record.line};
    Record once = *found.value();
    once.number = record.record;
    once.raw = record.content;
    once.line = record.line;
    return once;
}

} // namespace tidemark
