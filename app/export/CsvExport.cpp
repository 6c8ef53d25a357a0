#include "export/CsvExport.h"

#include <QCoreApplication>
#include <QFileDevice>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

CsvExport::CsvExport(QIODevice &device, Digest digest) : m_device(device)
{
    if (digest == Digest::Taken)
        m_hash.emplace();
}

Result<> CsvExport::append(const CsvBlock &block)
{
    if (m_hash)
        m_hash->add(block.bytes);
    errno = 0;
    if (m_device.write(block.bytes) != block.bytes.size())
        return cannotWrite();
    m_report.rows += block.rows;
    m_report.longCells += block.longCells;
    m_report.damaged += block.damaged;
    for (auto it = block.replaced.cbegin(); it != block.replaced.cend(); ++it)
        m_replaced[it.key()] += it.value();
    return {};
}

void CsvExport::finish()
{
    if (m_hash)
        m_report.sha256 = m_hash->result().toHex();
    for (const auto kind : {Identifier::Kind::Handle, Identifier::Kind::Mail, Identifier::Kind::Phone,
                            Identifier::Kind::ProfileLink, Identifier::Kind::StoryLink})
        m_report.replaced.insert(replacedKey(kind), m_replaced.value(kind));
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

} // namespace tidemark
