#include "index/IndexData.h"

#include "index/Together.h"

#include <QSet>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool standsBefore(const IndexedStory &a, const IndexedStory &b)
{
    if (a.postedAt.has_value() != b.postedAt.has_value())
        return a.postedAt.has_value();
    if (a.postedAt != b.postedAt)
        return *a.postedAt < *b.postedAt;
    return a.id < b.id;
}

} // namespace

QString StoryIndex::Data::languageKey(const QString &language)
{
    return language.isEmpty() ? u"unknown"_s : language;
}

std::array<bool, StoryIndex::Data::FlagCount> StoryIndex::Data::flagsOf(const IndexedStory &story)
{
    return {story.read, story.starred, story.doNotQuote, story.note, story.warning, story.codedByHand};
}

qint64 StoryIndex::Data::firstOrdinalAt(Instant instant) const
{
    return columns->times.firstNotBefore(instant);
}

IndexedStory StoryIndex::Data::story(qint64 ordinal) const
{
    IndexedStory story;
    story.id = StoryId{columns->ids.at(ordinal)};
    if (ordinal < dated())
        story.postedAt = columns->times.at(ordinal);
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

std::vector<FacetSets> StoryIndex::Data::values(Facet facet) const
{
    std::vector<FacetSets> list;
    const auto append = [&list](const QString &key, const BlockSet &set) { list.push_back({key, {&set}}); };
    switch (facet) {
    case Facet::Theme:
        for (qsizetype i = 0; i < std::min<qsizetype>(names->themes.size(), ThemeSet::capacity); ++i)
            append(names->themes.at(i), themes[static_cast<size_t>(i)]);
        append(u"none"_s, noTheme);
        break;
    case Facet::Voice:
        for (const Voice voice : allVoices)
            append(voiceKey(voice), voices[static_cast<size_t>(voice)]);
        break;
    case Facet::Platform:
        for (const Platform platform : allPlatforms)
            append(platformKey(platform), platforms[static_cast<size_t>(platform)]);
        break;
    case Facet::Language:
        for (const auto &[language, set] : languages)
            append(language, set);
        break;
    case Facet::Source: {
        std::map<QString, std::vector<const BlockSet *>> byName;
        for (auto source = names->sources.cbegin(); source != names->sources.cend(); ++source) {
            auto &named = byName[source.value()];
            if (const auto set = sources.find(source.key()); set != sources.end())
                named.push_back(&set->second);
        }
        for (auto &[name, sets] : byName)
            list.push_back({name, std::move(sets)});
        break;
    }
    case Facet::Attribute:
        break;
    }
    return list;
}

std::vector<BlockSet *> StoryIndex::Data::allSets()
{
    std::vector<BlockSet *> sets;
    for (BlockSet &set : themes)
        sets.push_back(&set);
    sets.push_back(&noTheme);
    for (BlockSet &set : voices)
        sets.push_back(&set);
    for (BlockSet &set : platforms)
        sets.push_back(&set);
    for (auto &[language, set] : languages)
        sets.push_back(&set);
    for (auto &[source, set] : sources)
        sets.push_back(&set);
    for (BlockSet &set : flags)
        sets.push_back(&set);
    return sets;
}

/// Where a story belongs: the number of ours that stand before it.
qint64 StoryIndex::Data::positionOf(const IndexedStory &story) const
{
    qint64 first = dated();
    qint64 last = size();
    if (story.postedAt) {
        first = columns->times.firstNotBefore(*story.postedAt);
        last = columns->times.firstNotBefore(*story.postedAt + 1);
    }
    while (first < last) {
        const qint64 middle = first + (last - first) / 2;
        if (columns->ids.at(middle) < toNumber(story.id))
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

/// Whether a change of a story leaves it in its place, so that only sets change.
bool StoryIndex::Data::staysAt(qint64 ordinal, const IndexedStory &story) const
{
    return ordinal < dated() ? story.postedAt == columns->times.at(ordinal) : !story.postedAt;
}

void StoryIndex::Data::assign(qint64 ordinal, const IndexedStory &story)
{
    for (size_t theme = 0; theme < themes.size(); ++theme)
        themes[theme].set(ordinal, story.themes.contains(static_cast<int>(theme)));
    noTheme.set(ordinal, story.themes.isEmpty());
    for (size_t voice = 0; voice < voices.size(); ++voice)
        voices[voice].set(ordinal, static_cast<size_t>(story.voice) == voice);
    for (size_t platform = 0; platform < platforms.size(); ++platform)
        platforms[platform].set(ordinal, static_cast<size_t>(story.platform) == platform);
    const QString key = languageKey(story.language);
    for (auto &[language, set] : languages)
        set.set(ordinal, language == key);
    for (auto &[source, set] : sources)
        set.set(ordinal, story.sources.contains(source));
    const std::array<bool, FlagCount> wanted = flagsOf(story);
    for (size_t flag = 0; flag < flags.size(); ++flag)
        flags[flag].set(ordinal, wanted[flag]);
    insert(ordinal, story);
}

void StoryIndex::Data::insert(qint64 ordinal, const IndexedStory &story)
{
    story.themes.forEach([&](int theme) { themes[static_cast<size_t>(theme)].insert(ordinal); });
    if (story.themes.isEmpty())
        noTheme.insert(ordinal);
    voices[static_cast<size_t>(story.voice)].insert(ordinal);
    platforms[static_cast<size_t>(story.platform)].insert(ordinal);
    languages[languageKey(story.language)].insert(ordinal);
    for (const qint64 source : story.sources)
        sources[source].insert(ordinal);
    const std::array<bool, FlagCount> wanted = flagsOf(story);
    for (size_t flag = 0; flag < flags.size(); ++flag) {
        if (wanted[flag])
            flags[flag].insert(ordinal);
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

/// Merges sorted newcomers in and takes leaving ordinals out. Sets are moved run by run, a word at a time, several
/// sets at once and beside the map of ordinals; what lies before the first change stays shared.
void StoryIndex::Data::rearrange(std::vector<IndexedStory> incoming, const std::vector<qint64> &leaving)
{
    const IndexColumns &old = *columns;
    const qint64 oldDated = dated();
    auto made = std::make_shared<IndexColumns>();
    const qint64 atMost = size() + static_cast<qint64>(incoming.size());
    made->ids.reserve(atMost);
    made->times.reserve(atMost);
    std::vector<OrdinalRun> runs;
    std::vector<qint64> places;
    places.reserve(incoming.size());
    qint64 at = 0;
    const auto keepUntil = [&](qint64 until) {
        if (until <= at)
            return;
        runs.push_back({at, made->ids.size(), until - at});
        made->ids.append(old.ids, at, until);
        if (at < oldDated)
            made->times.append(old.times, at, std::min(until, oldDated));
        at = until;
    };
    auto next = leaving.begin();
    const auto leaveBefore = [&](qint64 position) {
        for (; next != leaving.end() && *next < position; ++next) {
            keepUntil(*next);
            at = *next + 1;
        }
        keepUntil(position);
    };
    for (const IndexedStory &story : incoming) {
        leaveBefore(positionOf(story));
        places.push_back(made->ids.size());
        made->ids.append(toNumber(story.id));
        if (story.postedAt)
            made->times.append(*story.postedAt);
    }
    leaveBefore(size());
    const std::vector<BlockSet *> sets = allSets();
    std::atomic<size_t> nextTask{0};
    together(mostHelpers(), [&] {
        for (size_t i = nextTask++; i <= sets.size(); i = nextTask++) {
            if (i == 0)
                made->ordinals = OrdinalMap(made->ids); // takes longer than any set
            else
                *sets[i - 1] = sets[i - 1]->moved(runs);
        }
    });
    columns = std::move(made);
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
