#include "export/CsvExport.h"

#include <QCoreApplication>
#include <QFileDevice>

#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype blockSize = 1 << 20;
constexpr qsizetype longestSpreadsheetCell = 32767;
constexpr qint64 mostSpreadsheetRows = 1048576;

QString replacedKey(Identifier::Kind kind)
{
    switch (kind) {
    case Identifier::Kind::Handle:
        return u"handles"_s;
    case Identifier::Kind::Mail:
        return u"mail_addresses"_s;
    case Identifier::Kind::Phone:
        return u"phone_numbers"_s;
    case Identifier::Kind::ProfileLink:
        return u"profile_links"_s;
    case Identifier::Kind::StoryLink:
        break;
    }
    return u"story_links"_s;
}

} // namespace

CsvExport::CsvExport(QIODevice &device, const ExportSettings &settings, ExportColumns columns)
    : m_device(device),
      m_format(settings.reader, settings.separator),
      m_columns(std::move(columns)),
      m_reader(settings.reader)
{
    m_block.reserve(blockSize + blockSize / 8);
}

Result<> CsvExport::begin()
{
    m_block += m_format.beginning();
    QVector<Cell> headings;
    for (const QString &heading : m_columns.headings())
        headings.append({heading, true});
    appendLine(headings);
    return {};
}

Result<> CsvExport::write(const StoryPage &story)
{
    appendLine(m_columns.cells(story, m_replaced));
    ++m_report.rows;
    return m_block.size() >= blockSize ? flush() : Result<>();
}

Result<> CsvExport::finish()
{
    const auto flushed = flush();
    if (!flushed)
        return flushed;
    m_report.sha256 = m_hash.result().toHex();
    for (const auto kind : {Identifier::Kind::Handle, Identifier::Kind::Mail, Identifier::Kind::Phone,
                            Identifier::Kind::ProfileLink, Identifier::Kind::StoryLink})
        m_report.replaced.insert(replacedKey(kind), m_replaced.value(kind));
    m_report.tooManyRows = m_reader == ExportReader::Spreadsheet && m_report.rows >= mostSpreadsheetRows;
    return {};
}

Result<> CsvExport::flush()
{
    m_hash.addData(m_block);
    errno = 0;
    if (m_device.write(m_block) != m_block.size())
        return cannotWrite();
    m_block.clear();
    return {};
}

Error CsvExport::cannotWrite() const
{
    const int code = errno;
    const QString reason = code != 0 ? QString::fromLocal8Bit(std::strerror(code)) : m_device.errorString();
    const auto *file = qobject_cast<const QFileDevice *>(&m_device);
    const QString name = file ? file->fileName() : QString();
    const QString sentence = name.isEmpty()
        ? QCoreApplication::translate("Export", "The export could not be written: %1.").arg(reason)
        : QCoreApplication::translate("Export",
                                      "“%1” could not be written: %2. Choose another place or make room there.")
              .arg(name, reason);
    return {code == ENOSPC ? Error::Kind::Full : Error::Kind::Denied, sentence};
}

void CsvExport::appendLine(const QVector<Cell> &cells)
{
    bool first = true;
    for (const Cell &cell : cells) {
        if (!std::exchange(first, false))
            m_format.appendSeparator(m_block);
        if (cell.isText)
            m_format.appendText(m_block, cell.text);
        else
            m_format.appendValue(m_block, cell.text);
        if (m_reader == ExportReader::Spreadsheet && cell.text.size() > longestSpreadsheetCell)
            ++m_report.longCells;
    }
    m_format.endLine(m_block);
}

} // namespace tidemark
