#pragma once

#include "export/CsvExport.h"
#include "export/ExportColumns.h"

#include <functional>
#include <vector>

namespace tidemark {

/// The lines of one chunk of an export, and then of another.
class CsvChunk final : public StoryChunk
{
public:
    using Write = std::function<Result<>(const CsvBlock &)>;

    CsvChunk(const CsvFormat &format, const ExportColumns &columns, Write write);

    void add(const StoredStory &story, qsizetype place) override;
    Result<> write() override;

private:
    struct Line
    {
        qsizetype place = 0; ///< in the order asked for
        qsizetype start = 0; ///< in the block
        qsizetype size = 0;
    };

    void putInOrder();

    const CsvFormat &m_format;
    const ExportColumns &m_columns;
    Write m_write;
    CsvBlock m_block;
    std::vector<Line> m_lines;
};

} // namespace tidemark
