#pragma once

#include "index/Selection.h"

#include <algorithm>
#include <map>
#include <set>

/// The reference of the index's tests: stories in a plain map, every question answered by a loop.
struct PlainStories
{
    std::map<tidemark::StoryId, tidemark::IndexedStory> stories;
    QVector<tidemark::IndexedRepost> reposts;
    tidemark::IndexNames names;

    /// The author of a story: by rule, since the index doesn't keep authors. A few are unknown, one has a number
    /// beyond 32 bits.
    [[nodiscard]] static qint64 accountOf(tidemark::StoryId id)
    {
        const qint64 number = tidemark::toNumber(id);
        return number % 47 == 3 ? 5'000'000'000'000 : number * 7 % 30;
    }

    /// The authors by ordinal.
    [[nodiscard]] tidemark::NumberColumn accounts() const
    {
        tidemark::NumberColumn column;
        for (const tidemark::IndexedStory &story : ordered())
            column.append(accountOf(story.id));
        return column;
    }

    /// In the order of the index.
    [[nodiscard]] QVector<tidemark::IndexedStory> ordered() const
    {
        QVector<tidemark::IndexedStory> list;
        for (const auto &[id, story] : stories)
            list.append(story);
        std::ranges::sort(list, {}, [](const tidemark::IndexedStory &story) {
            return std::tuple(!story.postedAt, story.postedAt.value_or(0), story.id);
        });
        return list;
    }

    [[nodiscard]] QStringList valuesOf(tidemark::Facet facet, const tidemark::IndexedStory &story) const
    {
        using namespace Qt::StringLiterals;
        using tidemark::Facet;
        QStringList values;
        switch (facet) {
        case Facet::Theme:
            for (int i = 0; i < names.themes.size(); ++i) {
                if (story.themes.contains(i))
                    values.append(names.themes[i]);
            }
            return values.isEmpty() ? QStringList{u"none"_s} : values;
        case Facet::Voice:
            return {tidemark::voiceKey(story.voice)};
        case Facet::Platform:
            return {tidemark::platformKey(story.platform)};
        case Facet::Language:
            return {story.language.isEmpty() ? u"unknown"_s : story.language};
        case Facet::Source:
            for (const qint64 source : story.sources) {
                if (!values.contains(names.sources.value(source)))
                    values.append(names.sources.value(source));
            }
            return values;
        case Facet::Attribute:
            break;
        }
        return values;
    }

    [[nodiscard]] static bool has(tidemark::Property property, const tidemark::IndexedStory &story)
    {
        using tidemark::Property;
        switch (property) {
        case Property::Unread:
            return !story.read;
        case Property::Starred:
            return story.starred;
        case Property::DoNotQuote:
            return story.doNotQuote;
        case Property::Undated:
            return !story.postedAt;
        case Property::HasNote:
            return story.note;
        case Property::HasTheme:
            return !story.themes.isEmpty();
        case Property::HasWarning:
            return story.warning;
        case Property::CodedByHand:
            return story.codedByHand;
        case Property::Original:
            return true; // nobody copies here
        }
        return false;
    }

    /// Words and attributes are given as the ids that the store would find.
    struct Answers
    {
        std::optional<std::set<tidemark::StoryId>> words;
        QVector<std::set<tidemark::StoryId>> attributes;
    };

    [[nodiscard]] bool matches(const tidemark::Filter &filter, const Answers &answers,
                               const tidemark::IndexedStory &story) const
    {
        qsizetype attribute = 0;
        for (const tidemark::FacetTerm &term : filter.facets) {
            bool any = false;
            if (term.facet == tidemark::Facet::Attribute)
                any = answers.attributes[attribute++].contains(story.id);
            else
                any = std::ranges::any_of(valuesOf(term.facet, story),
                                          [&](const QString &value) { return term.values.contains(value); });
            if (any == term.excluded)
                return false;
        }
        for (const tidemark::PropertyTerm &term : filter.properties) {
            if (has(term.property, story) == term.excluded)
                return false;
        }
        if (answers.words && !answers.words->contains(story.id))
            return false;
        if (!filter.ids.isEmpty() && !filter.ids.contains(story.id))
            return false;
        return filter.span.isOpen() || (story.postedAt && filter.span.contains(*story.postedAt));
    }

    [[nodiscard]] QVector<tidemark::IndexedStory> select(const tidemark::Filter &filter,
                                                         const Answers &answers) const
    {
        QVector<tidemark::IndexedStory> selected;
        for (const tidemark::IndexedStory &story : ordered()) {
            if (matches(filter, answers, story))
                selected.append(story);
        }
        return selected;
    }

    /// The moments that a counting counts among some stories, each with its account.
    [[nodiscard]] QVector<std::pair<tidemark::Instant, qint64>>
    moments(tidemark::Counting counting, const QVector<tidemark::IndexedStory> &selected) const
    {
        QVector<std::pair<tidemark::Instant, qint64>> moments;
        std::set<tidemark::StoryId> ids;
        for (const tidemark::IndexedStory &story : selected) {
            ids.insert(story.id);
            if (story.postedAt)
                moments.append({*story.postedAt, accountOf(story.id)});
        }
        if (counting == tidemark::Counting::Stories)
            return moments;
        for (const tidemark::IndexedRepost &repost : reposts) {
            if (repost.postedAt && ids.contains(repost.original))
                moments.append({*repost.postedAt, repost.account});
        }
        return moments;
    }

    [[nodiscard]] QVector<qint64> counts(tidemark::Counting counting, const tidemark::Timeline &buckets,
                                         const tidemark::TimeSpan &span,
                                         const QVector<tidemark::IndexedStory> &selected) const
    {
        QVector<qint64> counts(buckets.starts.size());
        QVector<std::set<qint64>> accounts(buckets.starts.size());
        for (const auto &[instant, account] : moments(counting, selected)) {
            if (!span.contains(instant))
                continue;
            const auto next = std::upper_bound(buckets.starts.begin(), buckets.starts.end(), instant);
            if (next == buckets.starts.begin() || instant >= buckets.end)
                continue;
            const qsizetype i = next - buckets.starts.begin() - 1;
            ++counts[i];
            if (account != 0)
                accounts[i].insert(account);
        }
        if (counting == tidemark::Counting::Accounts) {
            for (qsizetype i = 0; i < counts.size(); ++i)
                counts[i] = static_cast<qint64>(accounts[i].size());
        }
        return counts;
    }
};
