#pragma once

#include "story/StoredStory.h"

#include <QByteArrayList>

namespace tidemark::test {

/// A story page in the form in which an export reads it, with what that points to.
class AsStored
{
public:
    explicit AsStored(const StoryPage &page)
    {
        m_story.id = page.row.id;
        m_story.postedAt = page.row.postedAt;
        m_story.platform = page.row.platform;
        m_story.voice = page.row.voice;
        m_story.voiceBy = page.voiceBy;
        m_story.themes = page.row.themes;
        m_story.words = page.row.words;
        m_story.starred = page.row.starred;
        m_story.reposts = page.reposts;
        m_story.language = kept(page.row.language);
        m_story.text = kept(page.text);
        m_story.nativeId = kept(page.nativeId);
        m_story.permalink = kept(page.permalink);
        m_story.contentWarning = kept(page.contentWarning);
        m_story.note = kept(page.note);
        m_story.author = {kept(page.author.nativeId), kept(page.author.handle), kept(page.author.name),
                          kept(page.author.link)};
        m_story.mediaDescriptions = page.mediaDescriptions;
        m_story.hashtags = page.hashtags;
        for (const LinkedRelation &linked : page.relations)
            m_story.relations.append({linked.relation.kind, linked.relation.nativeId.toUtf8(), linked.story});
        m_story.attributes = page.attributes;
        for (const Provenance &provenance : page.provenances)
            m_story.sources.append(provenance.source);
        m_story.codings = page.codings;
    }
    Q_DISABLE_COPY_MOVE(AsStored)

    operator const StoredStory &() const { return m_story; }

private:
    QByteArrayView kept(const QString &text)
    {
        m_texts.append(text.toUtf8());
        return m_texts.constLast();
    }

    QByteArrayList m_texts; ///< whose bytes stay where they are when the list grows
    StoredStory m_story;
};

} // namespace tidemark::test
