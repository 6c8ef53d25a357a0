#pragma once

#include "store/Statement.h"
#include "story/StoryRow.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// Reads single stories, for the list and for the pane: one set of prepared statements for as long as it lives.
class StoryPages final
{
public:
    explicit StoryPages(Connection &connection);

    /// hide: the accounts that may be named in the opening; absent: everybody may.
    Result<std::optional<StoryRow>> row(StoryId id, const std::optional<QStringList> &hide);
    Result<std::optional<StoryPage>> page(StoryId id, const std::optional<QStringList> &hide);

private:
    Result<> readCodings(StoryId id, quint64 ruleThemes);
    Result<> readText(StoryPage &page);
    Result<> readParts(StoryPage &page);
    Result<> readRelations(StoryPage &page);

    Statement m_row;
    Statement m_codings;
    Statement m_text;
    Statement m_relations;
    Statement m_attributes;
    Statement m_earlier;
    Statement m_provenances;
    Statement m_note;
    Statement m_reposts;
    QVector<ThemeCoding> m_found; ///< the codings of the row read last
    bool m_voiceByHand = false;
    QString m_wholeText;
};

} // namespace tidemark
