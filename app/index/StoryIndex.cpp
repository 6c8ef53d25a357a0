#include "index/StoryIndex.h"

#include "index/IndexData.h"
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

} // namespace

StoryIndex::StoryIndex() : m_data(std::make_shared<const Data>()) {}

StoryIndex::StoryIndex(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

StoryIndex::StoryIndex(QVector<IndexedStory> stories, const QVector<IndexedRepost> &reposts, IndexNames names)
{
    auto data = std::make_shared<Data>();
    data->names = std::make_shared<const IndexNames>(std::move(names));
    data->change({std::make_move_iterator(stories.begin()), std::make_move_iterator(stories.end())}, {});
    data->addReposts(reposts);
    m_data = std::move(data);
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
    return m_data->columns->ids[static_cast<size_t>(ordinal)];
}

std::optional<qint64> StoryIndex::ordinalOf(StoryId id) const
{
    return m_data->columns->ordinals.find(id);
}

std::optional<Instant> StoryIndex::postedAt(qint64 ordinal) const
{
    if (ordinal >= datedCount())
        return std::nullopt;
    return m_data->columns->times[static_cast<size_t>(ordinal)];
}

IndexedStory StoryIndex::story(qint64 ordinal) const
{
    return m_data->story(ordinal);
}

TimeSpan StoryIndex::span() const
{
    const std::vector<Instant> &times = m_data->columns->times;
    if (times.empty())
        return {};
    return {times.front(), times.back() + 1};
}

const IndexNames &StoryIndex::names() const
{
    return *m_data->names;
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

Bitset StoryIndex::select(const Filter &filter, const StoreAnswers &answers) const
{
    Bitset stories(size());
    if (filter.span.isOpen()) {
        stories.insertRange(0, size());
    } else {
        stories.insertRange(filter.span.from ? m_data->firstOrdinalAt(*filter.span.from) : 0,
                            filter.span.until ? m_data->firstOrdinalAt(*filter.span.until) : datedCount());
    }
    if (!filter.ids.isEmpty())
        stories &= bitsOf(filter.ids);
    if (answers.words)
        stories &= *answers.words;
    const auto restrictTo
        = [&](const Bitset &set, bool excluded) { excluded ? stories.subtract(set) : stories &= set; };
    qsizetype attribute = 0;
    for (const FacetTerm &term : filter.facets) {
        if (term.facet != Facet::Attribute) {
            restrictTo(valuesOf(term), term.excluded);
            continue;
        }
        const auto answer = answers.attributes.value(attribute++);
        restrictTo(answer ? *answer : Bitset(size()), term.excluded);
    }
    for (const PropertyTerm &term : filter.properties)
        restrictTo(storiesWith(term.property), term.excluded);
    return stories;
}

Bitset StoryIndex::valuesOf(const FacetTerm &term) const
{
    Bitset stories(size());
    for (const auto &[key, bits] : m_data->values(term.facet)) {
        if (bits && term.values.contains(key))
            stories |= *bits;
    }
    return stories;
}

Bitset StoryIndex::storiesWith(Property property) const
{
    const auto of = [&](const SharedBits &set) { return set.bits() ? *set.bits() : Bitset(size()); };
    switch (property) {
    case Property::Unread:
        return of(m_data->flags[Data::Read]).complement();
    case Property::Starred:
        return of(m_data->flags[Data::Starred]);
    case Property::DoNotQuote:
        return of(m_data->flags[Data::DoNotQuote]);
    case Property::Undated: {
        Bitset undated(size());
        undated.insertRange(datedCount(), size());
        return undated;
    }
    case Property::HasNote:
        return of(m_data->flags[Data::Note]);
    case Property::HasTheme:
        return of(m_data->noTheme).complement();
    case Property::HasWarning:
        return of(m_data->flags[Data::Warning]);
    case Property::CodedByHand:
        return of(m_data->flags[Data::CodedByHand]);
    }
    return Bitset(size());
}

FacetCounts StoryIndex::countFacet(Facet facet, const Bitset &stories) const
{
    FacetCounts counts{.facet = facet, .attribute = {}, .values = {}};
    // Two sources may have one name; a story that both brought counts once.
    std::map<QString, Bitset> byName;
    for (const auto &[key, bits] : m_data->values(facet)) {
        if (facet == Facet::Source) {
            Bitset &named = byName.try_emplace(key, size()).first->second;
            if (bits)
                named |= *bits;
        } else if (facet == Facet::Theme || (bits && !bits->isEmpty())) {
            counts.values.append({key, bits ? Bitset::countBoth(*bits, stories) : 0});
        }
    }
    for (const auto &[name, bits] : byName)
        counts.values.append({name, Bitset::countBoth(bits, stories)});
    if (facet != Facet::Theme)
        std::ranges::sort(counts.values, FacetValue::comesFirst);
    return counts;
}

FacetCounts StoryIndex::countAttribute(const AttributeValues &values, const Bitset &stories) const
{
    FacetCounts counts{.facet = Facet::Attribute, .attribute = values.attribute, .values = {}};
    counts.values.reserve(values.values.size());
    for (auto value = values.values.cbegin(); value != values.values.cend(); ++value)
        counts.values.append({value.key(), value.value() ? Bitset::countBoth(*value.value(), stories) : 0});
    std::ranges::sort(counts.values, FacetValue::comesFirst);
    return counts;
}

Timeline StoryIndex::timeline(const TimelineQuestion &question, const Bitset &stories, const TimeSpan &span) const
{
    TimelineMaker::Input input{.columns = *m_data->columns, .reposts = *m_data->reposts, .values = {}};
    if (question.split)
        input.values = m_data->values(*question.split);
    return TimelineMaker(input, question, span).make(stories);
}

} // namespace tidemark
