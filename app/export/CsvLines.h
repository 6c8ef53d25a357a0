#pragma once

#include "export/CsvFormat.h"
#include "text/Identifiers.h"

#include <QByteArray>
#include <QHash>

namespace tidemark {

/// Some lines of an export, and what is to be told of them.
struct CsvBlock
{
    QByteArray bytes;
    qint64 rows = 0;      ///< stories; the line of headings is none
    qint64 longCells = 0; ///< of more than a spreadsheet keeps
    qint64 damaged = 0;   ///< stories whose attributes can't be read
    QHash<Identifier::Kind, qint64> replaced;

    void clear(); ///< but for the room that the bytes have
};

/// Writes cell after cell and line after line into a block.
class CsvLines
{
public:
    CsvLines(const CsvFormat &format, CsvBlock &block)
        : m_format(format), m_block(block), m_lineStart(block.bytes.size())
    {
    }

    void addText(QByteArrayView text);   ///< a cell of free text
    void addValue(QByteArrayView value); ///< a cell that is a number, a date or a key of ours, which needs no guard
    void addNumber(qint64 number);
    void endLine();
    void noteReplaced(Identifier::Kind kind, qint64 times = 1) { m_block.replaced[kind] += times; }

private:
    void beginCell(QByteArrayView content);

    const CsvFormat &m_format;
    CsvBlock &m_block;
    qsizetype m_lineStart;
    bool m_isFirst = true;
};

} // namespace tidemark
