#pragma once

#include "data/Calendar.h"
#include "data/Vocabulary.h"

#include <cstdint>
#include <string>

namespace tidemark::bench {

/// An invented post.
struct Post
{
    std::string id;
    std::string platform;
    std::string author;
    std::int64_t postedAt = 0; ///< seconds since 1970
    std::string language;
    std::string permalink;
    std::string text;
};

/// Makes posts, always the same for the same seed and count: roughly in the order of time, as collectors write
/// them.
class PostMaker
{
public:
    PostMaker(std::uint64_t seed, std::uint64_t count);

    Post make(std::uint64_t number); ///< in order, from 0

private:
    [[nodiscard]] std::string text(std::size_t language);

    std::uint64_t m_seed;
    std::uint64_t m_count;
    Chance m_chance;
    Vocabulary m_vocabulary;
    Calendar m_calendar;
    Lottery m_languages;
    Lottery m_platforms;
    Lottery m_clauses; ///< how many themed clauses an English post has
    Lottery m_authors;
};

/// One line of the form that `tidemark import` reads, with its end.
std::string jsonLine(const Post &post);
/// id,posted_at (milliseconds),platform,language,author,permalink,text and the line's end.
std::string csvLine(const Post &post);

} // namespace tidemark::bench
