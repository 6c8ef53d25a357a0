#pragma once

#include "collection/CollectionFacts.h"
#include "story/StoryRow.h"
#include "text/Pseudonyms.h"
#include "theme/Codebook.h"

#include <QJsonObject>
#include <QSet>

namespace tidemark {

/// How stories are printed: with names, or with people as persons.
struct StoryPrinting
{
    StoryPrinting(const CollectionFacts &facts, bool withNames);

    Codebook codebook;
    bool names = false;
    Pseudonyms pseudonyms;
    QHash<qint64, QString> sources; ///< their names as they may be printed
    QSet<QString> shownAttributes;  ///< where names may not be

    /// A text of a story as it may be printed.
    [[nodiscard]] QString shown(const QString &text, const StoryPage &story) const;
    [[nodiscard]] QStringList themeIds(ThemeSet themes) const;

    /// {"id","posted_at","platform","language","voice","themes","text"}
    [[nodiscard]] QJsonObject inBrief(const StoryPage &story) const;
    /// The same and everything else that is known.
    [[nodiscard]] QJsonObject whole(const StoryPage &story) const;
};

} // namespace tidemark
