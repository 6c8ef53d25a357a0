#include "index/IndexData.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString languageKey(const QString &language)
{
    return language.isEmpty() ? u"unknown"_s : language;
}

bool standsBefore(const IndexedStory &a, const IndexedStory &b)
{
    if (a.postedAt.has_value() != b.postedAt.has_value())
        return a.postedAt.has_value();
    if (a.postedAt != b.postedAt)
        return *a.postedAt < *b.postedAt;
    return a.id < b.id;
}

/// In the order of StoryIndex::Data::Flag.
std::array<bool, 6> flagsOf(const IndexedStory &story)
{
    return {story.read, story.starred, story.doNotQuote, story.note, story.warning, story.codedByHand};
}

} // namespace

SharedBits &SharedBits::operator=(const SharedBits &other)
{
    if (this != &other) {
        m_bits = other.m_bits;
        m_own = false;
    }
    return *this;
}

void SharedBits::set(qint64 ordinal, bool member, qint64 size)
{
    if (contains(ordinal) == member)
        return;
    if (!m_bits)
        m_bits = std::make_shared<Bitset>(size);
    else if (!m_own)
        m_bits = std::make_shared<Bitset>(*m_bits);
    m_own = true;
    if (member)
        m_bits->insert(ordinal);
    else
        m_bits->remove(ordinal);
}

void SharedBits::replace(std::shared_ptr<Bitset> bits)
{
    m_bits = std::move(bits);
    m_own = true;
}

OrdinalMap::OrdinalMap(const std::vector<StoryId> &ids)
{
    qint64 largest = 0;
    for (const StoryId id : ids)
        largest = std::max(largest, toNumber(id));
    const auto size = static_cast<qint64>(ids.size());
    const bool close
        = largest <= 8 * size + 65'536 && std::ranges::all_of(ids, [](StoryId id) { return toNumber(id) >= 0; });
    if (close)
        m_dense.assign(static_cast<size_t>(largest) + 1, -1);
    else
        m_sparse.reserve(size);
    for (qint32 ordinal = 0; const StoryId id : ids) {
        if (close)
            m_dense[static_cast<size_t>(toNumber(id))] = ordinal++;
        else
            m_sparse.insert(id, ordinal++);
    }
}

std::optional<qint64> OrdinalMap::find(StoryId id) const
{
    const qint64 number = toNumber(id);
    if (number >= 0 && number < static_cast<qint64>(m_dense.size())) {
        const qint32 ordinal = m_dense[static_cast<size_t>(number)];
        return ordinal < 0 ? std::nullopt : std::optional<qint64>(ordinal);
    }
    const auto found = m_sparse.constFind(id);
    return found == m_sparse.cend() ? std::nullopt : std::optional<qint64>(*found);
}

qint64 StoryIndex::Data::firstOrdinalAt(Instant instant) const
{
    return std::ranges::lower_bound(columns->times, instant) - columns->times.begin();
}

IndexedStory StoryIndex::Data::story(qint64 ordinal) const
{
    const auto place = static_cast<size_t>(ordinal);
    IndexedStory story;
    story.id = columns->ids[place];
    if (ordinal < dated())
        story.postedAt = columns->times[place];
    story.account = columns->accounts[place];
    for (const Platform platform : allPlatforms) {
        if (platforms[static_cast<size_t>(platform)].contains(ordinal))
            story.platform = platform;
    }
    for (const Voice voice : allVoices) {
        if (voices[static_cast<size_t>(voice)].contains(ordinal))
            story.voice = voice;
    }
    for (size_t theme = 0; theme < themes.size(); ++theme) {
        if (themes[theme].contains(ordinal))
            story.themes.insert(static_cast<int>(theme));
    }
    for (const auto &[language, set] : languages) {
        if (set.contains(ordinal) && language != "unknown"_L1)
            story.language = language;
    }
    for (const auto &[source, set] : sources) {
        if (set.contains(ordinal))
            story.sources.append(source);
    }
    story.read = flags[Read].contains(ordinal);
    story.starred = flags[Starred].contains(ordinal);
    story.doNotQuote = flags[DoNotQuote].contains(ordinal);
    story.note = flags[Note].contains(ordinal);
    story.warning = flags[Warning].contains(ordinal);
    story.codedByHand = flags[CodedByHand].contains(ordinal);
    return story;
}

std::vector<std::pair<QString, const Bitset *>> StoryIndex::Data::values(Facet facet) const
{
    std::vector<std::pair<QString, const Bitset *>> list;
    switch (facet) {
    case Facet::Theme:
        for (qsizetype i = 0; i < std::min<qsizetype>(names->themes.size(), ThemeSet::capacity); ++i)
            list.emplace_back(names->themes.at(i), themes[static_cast<size_t>(i)].bits());
        list.emplace_back(u"none"_s, noTheme.bits());
        break;
    case Facet::Voice:
        for (const Voice voice : allVoices)
            list.emplace_back(voiceKey(voice), voices[static_cast<size_t>(voice)].bits());
        break;
    case Facet::Platform:
        for (const Platform platform : allPlatforms)
            list.emplace_back(platformKey(platform), platforms[static_cast<size_t>(platform)].bits());
        break;
    case Facet::Language:
        for (const auto &[language, set] : languages)
            list.emplace_back(language, set.bits());
        break;
    case Facet::Source:
        for (auto source = names->sources.cbegin(); source != names->sources.cend(); ++source) {
            const auto set = sources.find(source.key());
            list.emplace_back(source.value(), set == sources.end() ? nullptr : set->second.bits());
        }
        break;
    case Facet::Attribute:
        break;
    }
    return list;
}

template<typename Visit>
void StoryIndex::Data::forEachSet(Visit visit)
{
    for (SharedBits &set : themes)
        visit(set);
    visit(noTheme);
    for (SharedBits &set : voices)
        visit(set);
    for (SharedBits &set : platforms)
        visit(set);
    for (auto &[language, set] : languages)
        visit(set);
    for (auto &[source, set] : sources)
        visit(set);
    for (SharedBits &set : flags)
        visit(set);
}

/// Where a story belongs: the number of ours that stand before it.
qint64 StoryIndex::Data::positionOf(const IndexedStory &story) const
{
    qint64 first = dated();
    qint64 last = size();
    if (story.postedAt) {
        const auto &times = columns->times;
        const auto [from, until] = std::equal_range(times.begin(), times.end(), *story.postedAt);
        first = from - times.begin();
        last = until - times.begin();
    }
    const auto begin = columns->ids.begin();
    return std::lower_bound(begin + first, begin + last, story.id) - begin;
}

/// Whether a change of a story leaves its place and its columns alone, so that only sets change.
bool StoryIndex::Data::staysAt(qint64 ordinal, const IndexedStory &story) const
{
    const auto place = static_cast<size_t>(ordinal);
    const bool sameTime = ordinal < dated() ? story.postedAt == columns->times[place] : !story.postedAt;
    return sameTime && columns->accounts[place] == story.account;
}

void StoryIndex::Data::assign(qint64 ordinal, const IndexedStory &story)
{
    for (size_t theme = 0; theme < themes.size(); ++theme)
        themes[theme].set(ordinal, story.themes.contains(static_cast<int>(theme)), size());
    noTheme.set(ordinal, story.themes.isEmpty(), size());
    for (size_t voice = 0; voice < voices.size(); ++voice)
        voices[voice].set(ordinal, static_cast<size_t>(story.voice) == voice, size());
    for (size_t platform = 0; platform < platforms.size(); ++platform)
        platforms[platform].set(ordinal, static_cast<size_t>(story.platform) == platform, size());
    const QString key = languageKey(story.language);
    for (auto &[language, set] : languages)
        set.set(ordinal, language == key, size());
    for (auto &[source, set] : sources)
        set.set(ordinal, story.sources.contains(source), size());
    const std::array<bool, FlagCount> wanted = flagsOf(story);
    for (size_t flag = 0; flag < flags.size(); ++flag)
        flags[flag].set(ordinal, wanted[flag], size());
    insert(ordinal, story);
}

void StoryIndex::Data::insert(qint64 ordinal, const IndexedStory &story)
{
    story.themes.forEach([&](int theme) { themes[static_cast<size_t>(theme)].set(ordinal, true, size()); });
    if (story.themes.isEmpty())
        noTheme.set(ordinal, true, size());
    voices[static_cast<size_t>(story.voice)].set(ordinal, true, size());
    platforms[static_cast<size_t>(story.platform)].set(ordinal, true, size());
    languages[languageKey(story.language)].set(ordinal, true, size());
    for (const qint64 source : story.sources)
        sources[source].set(ordinal, true, size());
    const std::array<bool, FlagCount> wanted = flagsOf(story);
    for (size_t flag = 0; flag < flags.size(); ++flag) {
        if (wanted[flag])
            flags[flag].set(ordinal, true, size());
    }
}

void StoryIndex::Data::change(std::vector<IndexedStory> changed, const QVector<StoryId> &removed)
{
    std::ranges::sort(changed, standsBefore);
    QSet<StoryId> given;
    given.reserve(static_cast<qsizetype>(changed.size()));
    std::vector<qint64> leaving;
    std::vector<IndexedStory> incoming;
    for (IndexedStory &story : changed) {
        given.insert(story.id);
        const auto ordinal = columns->ordinals.find(story.id);
        if (ordinal && staysAt(*ordinal, story)) {
            assign(*ordinal, story);
            continue;
        }
        if (ordinal)
            leaving.push_back(*ordinal);
        incoming.push_back(std::move(story));
    }
    for (const StoryId id : removed) {
        const auto ordinal = columns->ordinals.find(id);
        if (ordinal && !given.contains(id))
            leaving.push_back(*ordinal);
    }
    if (!removed.isEmpty()) {
        const QSet<StoryId> gone(removed.cbegin(), removed.cend());
        auto kept = std::make_shared<std::vector<IndexedRepost>>();
        std::ranges::copy_if(*reposts, std::back_inserter(*kept),
                             [&](const IndexedRepost &repost) { return !gone.contains(repost.original); });
        reposts = std::move(kept);
    }
    if (leaving.empty() && incoming.empty())
        return;
    std::ranges::sort(leaving);
    leaving.erase(std::unique(leaving.begin(), leaving.end()), leaving.end());
    rearrange(std::move(incoming), leaving);
}

/// A stretch of stories that keep their order: `count` from old ordinal `from` on get new ordinals from `to` on.
struct StoryIndex::Data::Run
{
    qint64 from;
    qint64 to;
    qint64 count;
};

/// Merges sorted newcomers in and takes leaving ordinals out. Sets are moved run by run, a word at a time; a batch
/// at the end is one run.
void StoryIndex::Data::rearrange(std::vector<IndexedStory> incoming, const std::vector<qint64> &leaving)
{
    const IndexColumns &old = *columns;
    const qint64 oldDated = dated();
    auto made = std::make_shared<IndexColumns>();
    std::vector<Run> runs;
    std::vector<qint64> places;
    places.reserve(incoming.size());
    qint64 at = 0;
    const auto keepUntil = [&](qint64 until) {
        if (until <= at)
            return;
        const auto to = static_cast<qint64>(made->ids.size());
        runs.push_back({at, to, until - at});
        made->ids.insert(made->ids.end(), old.ids.begin() + at, old.ids.begin() + until);
        made->accounts.insert(made->accounts.end(), old.accounts.begin() + at, old.accounts.begin() + until);
        if (at < oldDated)
            made->times.insert(made->times.end(), old.times.begin() + at,
                               old.times.begin() + std::min(until, oldDated));
        at = until;
    };
    auto next = leaving.begin();
    for (const IndexedStory &story : incoming) {
        const qint64 position = positionOf(story);
        for (; next != leaving.end() && *next < position; ++next) {
            keepUntil(*next);
            at = *next + 1;
        }
        keepUntil(position);
        places.push_back(static_cast<qint64>(made->ids.size()));
        made->ids.push_back(story.id);
        made->accounts.push_back(story.account);
        if (story.postedAt)
            made->times.push_back(*story.postedAt);
    }
    for (; next != leaving.end(); ++next) {
        keepUntil(*next);
        at = *next + 1;
    }
    keepUntil(size());
    made->ordinals = OrdinalMap(made->ids);
    columns = std::move(made);

    forEachSet([&](SharedBits &set) {
        if (!set.bits())
            return;
        auto moved = std::make_shared<Bitset>(size());
        for (const Run &run : runs)
            moved->insertMoved(*set.bits(), run.from, run.to, run.count);
        set.replace(std::move(moved));
    });
    for (size_t i = 0; i < incoming.size(); ++i)
        insert(places[i], incoming[i]);
}

void StoryIndex::Data::addReposts(const QVector<IndexedRepost> &added)
{
    if (added.isEmpty())
        return;
    const auto byTime = [](const IndexedRepost &a, const IndexedRepost &b) { return a.postedAt < b.postedAt; };
    auto all = std::make_shared<std::vector<IndexedRepost>>(*reposts);
    const auto before = static_cast<std::ptrdiff_t>(all->size());
    std::ranges::copy_if(added, std::back_inserter(*all),
                         [](const IndexedRepost &repost) { return repost.postedAt.has_value(); });
    std::stable_sort(all->begin() + before, all->end(), byTime);
    std::inplace_merge(all->begin(), all->begin() + before, all->end(), byTime);
    reposts = std::move(all);
}

} // namespace tidemark
