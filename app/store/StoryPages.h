#pragma once

#include "store/AttributeReader.h"
#include "store/CopyCounts.h"
#include "store/Statement.h"
#include "store/StoryKeys.h"
#include "story/StoryRow.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// Reads single stories, for the list and for the pane: one set of prepared statements for as long as it lives.
class StoryPages final
{
public:
    explicit StoryPages(Connection &connection);

    /// Before the first row or page of another read transaction.
    void beginMoment();
    /// hide: the accounts that may be named in the opening; absent: everybody may.
    Result<std::optional<StoryRow>> row(StoryId id, const std::optional<QStringList> &hide);
    Result<std::optional<StoryPage>> page(StoryId id, const std::optional<QStringList> &hide);

private:
    static StoryRow rowFrom(StoryId id, const Statement &columns);
    static void readText(StoryPage &page, const Statement &columns);
    Result<> readCodings(StoryId id, quint64 ruleThemes);
    Result<> readVoice(StoryPage &page);
    Result<> readRelations(StoryPage &page);
    Result<> readAttributes(StoryPage &page);
    Result<> readEarlierTexts(StoryPage &page);
    Result<> readProvenances(StoryPage &page);
    Result<> readNote(StoryPage &page);
    Result<> readReposts(StoryPage &page);

    Statement m_row;
    Statement m_page;
    Statement m_codings;
    Statement m_voice;
    Statement m_relations;
    StoryKeys m_keys;
    AttributeReader m_attributes;
    Statement m_earlier;
    Statement m_provenances;
    Statement m_note;
    Statement m_reposts;
    CopyCounts m_copies;
    QVector<ThemeCoding> m_found; ///< the codings of the row read last
};

} // namespace tidemark
