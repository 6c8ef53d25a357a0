#include "index/StoryIndex.h"

#include "index/FilterPass.h"
#include "index/IndexBuilder.h"
#include "index/IndexData.h"
#include "index/ThemeTableMaker.h"
#include "index/TimelineMaker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The stories as given last, each id once.
std::vector<IndexedStory> eachOnce(const QVector<IndexedStory> &stories)
{
    QHash<StoryId, size_t> places;
    places.reserve(stories.size());
    std::vector<IndexedStory> once;
    once.reserve(static_cast<size_t>(stories.size()));
    for (const IndexedStory &story : stories) {
        const auto known = places.constFind(story.id);
        if (known != places.cend()) {
            once[*known] = story;
            continue;
        }
        places.insert(story.id, once.size());
        once.push_back(story);
    }
    return once;
}

TimeSpan common(const TimeSpan &a, const TimeSpan &b)
{
    TimeSpan both = a;
    if (b.from)
        both.from = a.from ? std::max(*a.from, *b.from) : *b.from;
    if (b.until)
        both.until = a.until ? std::min(*a.until, *b.until) : *b.until;
    return both;
}

} // namespace

StoryIndex::StoryIndex() : m_data(std::make_shared<const Data>()) {}

StoryIndex::StoryIndex(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

StoryIndex::StoryIndex(const QVector<IndexedStory> &stories, const QVector<IndexedRepost> &reposts,
                       IndexNames names)
{
    IndexBuilder builder;
    for (const IndexedStory &story : stories)
        builder.add(story);
    m_data = builder.build(reposts, std::move(names)).m_data;
}

std::shared_ptr<const StoryIndex> StoryIndex::with(const QVector<IndexedStory> &changed,
                                                   const QVector<StoryId> &removed,
                                                   const QVector<IndexedRepost> &reposts) const
{
    auto data = std::make_shared<Data>(*m_data);
    data->change(eachOnce(changed), removed);
    data->addReposts(reposts);
    return std::shared_ptr<const StoryIndex>(new StoryIndex(std::move(data)));
}

std::shared_ptr<const StoryIndex> StoryIndex::withNames(IndexNames names) const
{
    auto data = std::make_shared<Data>(*m_data);
    data->names = std::make_shared<const IndexNames>(std::move(names));
    return std::shared_ptr<const StoryIndex>(new StoryIndex(std::move(data)));
}

qint64 StoryIndex::size() const
{
    return m_data->size();
}

qint64 StoryIndex::datedCount() const
{
    return m_data->dated();
}

StoryId StoryIndex::idAt(qint64 ordinal) const
{
    return StoryId{m_data->columns->ids.at(ordinal)};
}

std::optional<qint64> StoryIndex::ordinalOf(StoryId id) const
{
    return m_data->columns->ordinals.find(id);
}

std::optional<Instant> StoryIndex::postedAt(qint64 ordinal) const
{
    if (ordinal >= datedCount())
        return std::nullopt;
    return m_data->columns->times.at(ordinal);
}

IndexedStory StoryIndex::story(qint64 ordinal) const
{
    return m_data->story(ordinal);
}

TimeSpan StoryIndex::span() const
{
    const TimeColumn &times = m_data->columns->times;
    if (times.isEmpty())
        return {};
    return {times.first(), times.last() + 1};
}

const IndexNames &StoryIndex::names() const
{
    return *m_data->names;
}

qint64 StoryIndex::countFrom(qint64 source) const
{
    const auto found = m_data->sources.find(source);
    return found != m_data->sources.end() ? found->second.count() : 0;
}

Bitset StoryIndex::bitsOf(std::span<const StoryId> ids) const
{
    Bitset bits(size());
    for (const StoryId id : ids) {
        if (const auto ordinal = ordinalOf(id))
            bits.insert(*ordinal);
    }
    return bits;
}

IndexAnswer StoryIndex::answer(const IndexQuestion &question) const
{
    return FilterPass(*m_data, question).run();
}

Bitset StoryIndex::select(const Filter &filter, const StoreAnswers &answers) const
{
    return answer({.filter = filter, .answers = answers}).stories;
}

Timeline StoryIndex::timeline(const TimelineQuestion &question, const Bitset &stories, const TimeSpan &span,
                              const NumberColumn *accounts) const
{
    TimelineMaker::Input input{
        .columns = *m_data->columns, .reposts = *m_data->reposts, .accounts = accounts, .values = {}};
    if (question.split)
        input.values = m_data->values(*question.split);
    return TimelineMaker(input, question, common(span, question.within)).make(stories);
}

ThemeTable StoryIndex::themeTable(const ThemeTableQuestion &question, const Bitset &stories) const
{
    return ThemeTableMaker(*m_data, question).make(stories);
}

} // namespace tidemark
