#include "export/ExportContext.h"

#include "text/RandomKey.h"

#include <QtEndian>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A one-to-one scattering of 48-bit numbers under a key, so that no two stories get the same one: a Feistel
/// network of four rounds with HMAC-SHA-256 (M. Luby, C. Rackoff, 1988). 48 bits have at most 15 digits, which a
/// spreadsheet keeps.
quint64 permuted(quint64 number, const KeyedSha256 &key)
{
    constexpr quint64 half = (quint64(1) << 24) - 1;
    quint64 left = number >> 24 & half;
    quint64 right = number & half;
    for (int round = 0; round < 4; ++round) {
        const QByteArray message = "story:" + QByteArray::number(round) + ':' + QByteArray::number(right);
        left = std::exchange(right, left ^ (qFromBigEndian<quint64>(key.of(message).constData()) & half));
    }
    return left << 24 | right;
}

} // namespace

ExportContext::ExportContext(const CollectionFacts &facts, const ExportSettings &settings)
    : m_codebook(facts.codebook),
      m_zone(facts.zone),
      m_hidesPeople(settings.profile == ExportProfile::Pseudonymous),
      m_pseudonyms(settings.freshPseudonyms ? Pseudonyms::drawn(facts.publicAccounts)
                                            : Pseudonyms::keyed(facts.pseudonymKey, facts.publicAccounts))
{
    if (settings.freshPseudonyms && m_hidesPeople)
        m_freshKey.emplace(randomKey());
    for (const SourceFacts &source : facts.sources)
        m_sourceNames.insert(source.number, (m_hidesPeople ? source.concealedName() : source.name).toUtf8());
    for (const AttributeFacts &attribute : facts.attributes) {
        if (!attribute.isVisible())
            m_hiddenAttributes.append(attribute.name);
    }
}

QByteArray ExportContext::storyNumber(StoryId id) const
{
    if (id == noStory)
        return {};
    return m_freshKey ? QByteArray::number(permuted(static_cast<quint64>(toNumber(id)), *m_freshKey))
                      : QByteArray::number(toNumber(id));
}

QByteArray ExportContext::sourceName(qint64 number) const
{
    const auto name = m_sourceNames.constFind(number);
    return name != m_sourceNames.cend() ? *name : "source-" + QByteArray::number(number);
}

bool ExportContext::mayWrite(const QString &attribute) const
{
    return !m_hidesPeople || !m_hiddenAttributes.contains(attribute);
}

} // namespace tidemark
