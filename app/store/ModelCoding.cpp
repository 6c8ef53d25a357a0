#include "store/ModelCoding.h"

#include "store/CodebookTables.h"
#include "store/Connection.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<> ModelCoding::code(std::span<const StoryId> ids)
{
    if (ids.empty())
        return {};
    const auto coders = readLabelCoders(m_connection);
    if (!coders || coders->isEmpty())
        return coders ? Result<>() : Result<>(coders.error());
    const auto version = m_connection.value(u"SELECT version FROM codebook"_s);
    if (!version)
        return version.error();
    if (!m_finder || version->toInt() != m_codebookVersion) {
        const auto codebook = readCodebook(m_connection);
        if (!codebook)
            return codebook.error();
        m_finder = std::make_unique<const HitFinder>(*codebook);
        m_codebookVersion = codebook->version;
    }
    return codeByModels(m_connection, *coders, ids, *m_finder, m_unpacked);
}

} // namespace tidemark
