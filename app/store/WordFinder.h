#pragma once

#include "filter/WordQuery.h"
#include "store/Connection.h"
#include "story/Result.h"
#include "story/StoryId.h"

#include <array>
#include <functional>

namespace tidemark {

/// Enumerates the stories of one phrase, tag or NEAR, the two halves of the full text at the same time: each over a
/// connection of its own, the second on a thread of the pool if one is idle.
///
/// A phrase is enumerated within FTS5, by xQueryPhrase in an auxiliary function, which costs a third of stepping
/// through rows. It knows neither prefixes nor distances, so a prefix and NEAR are stepped through, and so is every
/// leaf whose words are counted.
class WordFinder final
{
public:
    static Result<std::unique_ptr<WordFinder>> make(Connection &first, Connection &second);

    /// Called for each story of a half, in ascending order; the halves at the same time.
    using Visit = std::function<void(StoryId)>;
    /// The same with how often the leaf's words are in the story.
    using CountVisit = std::function<void(StoryId, int times)>;

    /// An Error of kind Usage for a query that is no leaf; of kind Cancelled after an interrupt of either
    /// connection.
    Result<> find(const WordQuery &leaf, const std::array<Visit, 2> &visits);
    Result<> count(const WordQuery &leaf, const std::array<CountVisit, 2> &visits);

private:
    /// One half of the full text and who listens to it.
    struct Half
    {
        Connection *connection;
        const Visit *visit = nullptr;
    };

    explicit WordFinder(Connection &first, Connection &second) : m_halves{Half{&first}, Half{&second}} {}
    Result<> registerFunctions(Half &half);
    using Enumerate = std::function<Result<>(size_t half, const QString &expression)>;
    [[nodiscard]] static Result<> enumerateHalves(const WordQuery &leaf, const Enumerate &enumerate);
    [[nodiscard]] static Result<> visitPhrase(Half &half, const QByteArray &table, const QString &expression);

    std::array<Half, 2> m_halves;
};

} // namespace tidemark
