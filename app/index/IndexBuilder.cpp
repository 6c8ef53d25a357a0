#include "index/IndexBuilder.h"

#include "index/IndexData.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tidemark {

bool IndexBuilder::standsBefore(const Row &a, const Row &b)
{
    return std::tuple(!a.isDated, a.postedAt, a.id) < std::tuple(!b.isDated, b.postedAt, b.id);
}

void IndexBuilder::expect(qint64 stories)
{
    m_rows.reserve(static_cast<size_t>(stories));
}

void IndexBuilder::add(const IndexedStory &story)
{
    const auto known = m_languagePlaces.constFind(story.language);
    const quint32 language
        = known == m_languagePlaces.cend() ? static_cast<quint32>(m_languages.size()) : known.value();
    if (known == m_languagePlaces.cend()) {
        m_languagePlaces.insert(story.language, language);
        m_languages.push_back(story.language);
    }
    quint8 flags = 0;
    for (quint8 bit = 1; const bool flag : StoryIndex::Data::flagsOf(story)) {
        flags |= flag ? bit : quint8(0);
        bit = static_cast<quint8>(bit << 1);
    }
    m_rows.push_back({.id = toNumber(story.id),
                      .postedAt = story.postedAt.value_or(0),
                      .themes = story.themes,
                      .language = language,
                      .platform = static_cast<quint8>(story.platform),
                      .voice = static_cast<quint8>(story.voice),
                      .flags = flags,
                      .isDated = story.postedAt.has_value()});
    for (const qint64 source : story.sources)
        extend(m_sources[source], toNumber(story.id));
}

void IndexBuilder::extend(Runs &runs, qint64 id)
{
    const qint64 last = runs.first.size() - 1;
    if (last >= 0 && runs.first.at(last) + runs.size.at(last) == id) {
        runs.size.set(last, runs.size.at(last) + 1);
    } else {
        runs.first.append(id);
        runs.size.append(1);
    }
}

StoryIndex IndexBuilder::build(const QVector<IndexedRepost> &reposts, IndexNames names)
{
    // A lambda: as a function it would be called by its address ten million times over.
    std::ranges::sort(m_rows, [](const Row &a, const Row &b) { return standsBefore(a, b); });
    auto data = std::make_shared<StoryIndex::Data>();
    auto columns = std::make_shared<IndexColumns>();
    columns->ids.reserve(static_cast<qint64>(m_rows.size()));
    columns->times.reserve(static_cast<qint64>(m_rows.size()));
    std::vector<BlockSet *> languages;
    for (const QString &language : m_languages)
        languages.push_back(&data->languages[StoryIndex::Data::languageKey(language)]);
    for (qint64 ordinal = 0; const Row &row : m_rows) {
        columns->ids.append(row.id);
        if (row.isDated)
            columns->times.append(row.postedAt);
        row.themes.forEach([&](int theme) { data->themes[static_cast<size_t>(theme)].insert(ordinal); });
        if (row.themes.isEmpty())
            data->noTheme.insert(ordinal);
        data->platforms[row.platform].insert(ordinal);
        data->voices[row.voice].insert(ordinal);
        languages[row.language]->insert(ordinal);
        for (size_t flag = 0; flag < data->flags.size(); ++flag) {
            if ((row.flags >> flag & 1) != 0)
                data->flags[flag].insert(ordinal);
        }
        ++ordinal;
    }
    m_rows = {};
    columns->ordinals = OrdinalMap(columns->ids);
    for (const auto &[source, runs] : m_sources) {
        Bitset stories(columns->ids.size());
        for (qint64 run = 0; run < runs.first.size(); ++run) {
            for (qint64 i = 0; i < runs.size.at(run); ++i) {
                if (const auto ordinal = columns->ordinals.find(StoryId{runs.first.at(run) + i}))
                    stories.insert(*ordinal);
            }
        }
        data->sources[source] = BlockSet(stories);
    }
    data->columns = std::move(columns);
    data->names = std::make_shared<const IndexNames>(std::move(names));
    data->addReposts(reposts);
    *this = {};
    return StoryIndex(std::move(data));
}

} // namespace tidemark
