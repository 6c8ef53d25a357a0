#pragma once

#include "collection/CollectionFacts.h"
#include "export/ExportSettings.h"
#include "text/Pseudonyms.h"
#include "text/Sha256.h"

#include <QHash>

#include <optional>

namespace tidemark {

/// What an export must know beside the stories: names, keys, and who is to be hidden. A value, made once an export.
class ExportContext
{
public:
    ExportContext(const CollectionFacts &facts, const ExportSettings &settings);

    [[nodiscard]] bool hidesPeople() const { return m_hidesPeople; }
    [[nodiscard]] const Codebook &codebook() const { return m_codebook; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const Pseudonyms &pseudonyms() const { return m_pseudonyms; }

    /// The story's number as written: its own, or one made with this export's fresh key.
    [[nodiscard]] QByteArray storyNumber(StoryId id) const;
    /// A source's name as written: `source-3` where the name itself would lead to a person, or isn't known yet.
    [[nodiscard]] QByteArray sourceName(qint64 number) const;
    /// Whether an attribute may be written under this profile.
    [[nodiscard]] bool mayWrite(const QString &attribute) const;

private:
    Codebook m_codebook;
    QTimeZone m_zone;
    bool m_hidesPeople;
    std::optional<KeyedSha256> m_freshKey; ///< of the story numbers; absent: they stay as they are
    Pseudonyms m_pseudonyms;
    QHash<qint64, QByteArray> m_sourceNames;
    QStringList m_hiddenAttributes;
};

} // namespace tidemark
