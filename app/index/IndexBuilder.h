#pragma once

#include "index/StoryIndex.h"

#include <QHash>

#include <map>
#include <vector>

namespace tidemark {

/// Makes an index of many stories, which come one by one in any order, each id once. What it keeps of a story until
/// then is 32 bytes, and 8 for each source that brought it but not the story before it.
class IndexBuilder
{
public:
    void expect(qint64 stories); ///< about so many, so that memory is asked for once
    void add(const IndexedStory &story);

    /// Leaves the builder empty.
    [[nodiscard]] StoryIndex build(const QVector<IndexedRepost> &reposts, IndexNames names);

private:
    struct Row
    {
        qint64 id;
        Instant postedAt;
        ThemeSet themes;
        quint32 language; ///< place in m_languages
        quint8 platform;
        quint8 voice;
        quint8 flags; ///< a bit each, in the order of StoryIndex::Data::Flag
        bool isDated;
    };
    /// Stories with ids that follow each other, as an import gives them: where each run begins, and how many it
    /// has.
    struct Runs
    {
        NumberColumn first;
        NumberColumn size;
    };
    static bool standsBefore(const Row &a, const Row &b);
    static void extend(Runs &runs, qint64 id);

    std::vector<Row> m_rows;
    std::vector<QString> m_languages;
    QHash<QString, quint32> m_languagePlaces;
    std::map<qint64, Runs> m_sources; ///< what each brought
};

} // namespace tidemark
