#include "data/Post.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tidemark::bench {

namespace {

constexpr std::array platforms{"twitter", "facebook", "reddit", "tumblr", "blog"};
constexpr double disorder = 0.005; ///< how far, in shares of the whole, a post may lie from its place in time

std::string hexadecimal(std::uint64_t number)
{
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string json(const std::string &text)
{
    std::string escaped = "\"";
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            escaped += '\\';
        escaped += c;
    }
    return escaped + '"';
}

std::string csv(const std::string &text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// What follows a word: mostly nothing. Gives whether a sentence ends there.
bool punctuate(std::string &text, Chance &chance)
{
    const std::uint32_t sign = chance.below(100);
    if (sign < 6)
        text += ',';
    else if (sign < 12)
        text += '.';
    else if (sign == 12)
        text += '!';
    else if (sign == 13)
        text += '\n';
    return sign >= 6 && sign <= 12;
}

} // namespace

PostMaker::PostMaker(std::uint64_t seed, std::uint64_t count)
    : m_seed(seed),
      m_count(count),
      m_chance(seed),
      m_languages({58, 9, 7, 5, 4, 3, 3, 3, 2, 2, 2, 2}),
      m_platforms({62, 14, 12, 7, 5}),
      m_clauses({40, 35, 18, 7}),
      m_authors(zipfWeights(std::max<std::size_t>(1000, static_cast<std::size_t>(count) / 8), 0.9, 5))
{
}

Post PostMaker::make(std::uint64_t number)
{
    const auto count = static_cast<double>(m_count);
    const double place = (static_cast<double>(number) + 0.5) / count + (m_chance.fraction() - 0.5) * disorder;
    const std::size_t language = m_languages.draw(m_chance);
    Post post;
    post.id = hexadecimal(mixed(mixed(m_seed) + number));
    post.platform = platforms[m_platforms.draw(m_chance)];
    post.author = "invented" + std::to_string(m_authors.draw(m_chance));
    post.postedAt = m_calendar.moment(place);
    post.language = Vocabulary::languages()[language];
    post.permalink = "https://" + post.platform + ".example/" + post.author + "/status/" + post.id;
    post.text = text(language);
    return post;
}

std::string PostMaker::text(std::size_t language)
{
    std::string text;
    if (m_chance.oneIn(4))
        text += "@invented" + std::to_string(m_authors.draw(m_chance)) + ' ';
    const int words = std::clamp(static_cast<int>(32 * std::exp(0.35 * m_chance.normal())), 8, 90);
    const int clauses = language == 0 ? static_cast<int>(m_clauses.draw(m_chance)) : 0;
    bool begins = true;
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            text += ' ';
        if (i % 3 == 2 && i / 3 < clauses) {
            text += Vocabulary::anyThemedClause(m_chance);
            text += ' ';
        }
        const std::size_t start = text.size();
        text += m_vocabulary.anyWord(language, m_chance);
        if (begins)
            text[start] = static_cast<char>(text[start] - 'a' + 'A');
        begins = punctuate(text, m_chance);
    }
    if (m_chance.oneIn(2))
        text += " #MeToo";
    for (std::uint32_t tags = m_chance.below(3); tags > 0; --tags)
        text += " #" + m_vocabulary.anyTag(m_chance);
    if (m_chance.oneIn(4))
        text += " https://s.example/" + hexadecimal(m_chance.number()).substr(8);
    return text;
}

std::string jsonLine(const Post &post)
{
    return R"({"platform":")" + post.platform + R"(","id":")" + post.id + R"(","permalink":")" + post.permalink
        + R"(","author":")" + post.author + R"(","posted_at":")" + Calendar::iso(post.postedAt)
        + R"(","language":")" + post.language + R"(","text":)" + json(post.text) + "}\n";
}

std::string csvLine(const Post &post)
{
    return post.id + ',' + std::to_string(post.postedAt * 1000) + ',' + post.platform + ',' + post.language + ','
        + post.author + ',' + post.permalink + ',' + csv(post.text) + '\n';
}

} // namespace tidemark::bench
