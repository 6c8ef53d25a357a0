// What finding near-copies costs and how good it is, as one JSON object:
//   copies STORIES FOLDER
// makes a collection of invented stories, of which one in ten is known to pass on an earlier one
// (probes/CopiedPosts.h), groups them as an import does, and then as many again as a small import brings: a
// thousand. Of the known copies it says how many stand in their original's group, by the way in which they were
// changed and of those that still share as much as copies do; of all pairs within groups, how many were made of two
// stories.
#include "probes/CopiedPosts.h"
#include "probes/Measured.h"

#include "store/Connection.h"
#include "store/CopyGrouping.h"
#include "store/Statement.h"
#include "store/Store.h"
#include "text/WordRuns.h"

#include <QCoreApplication>
#include <QFile>
#include <QVariant>

#include <ctime>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qint64 fewStories = 1000;

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Rows as an import leaves them, without what grouping doesn't look at.
class Stories
{
public:
    Stories(Connection &connection, qint64 all)
        : m_posts(all),
          m_story(
              connection,
              "INSERT INTO story (id, platform, language, language_detected, words, residual_words, "
              "me_too_outside_tags, warned, rule_themes, rule_voice, rule_version) VALUES (?, 9, '', 0, 0, 0, 0, "
              "0, 0, 0, 1)"),
          m_text(
              connection,
              "INSERT INTO story_text (story, text, text_cut, native_id, permalink, posted_at_text, zone_known, "
              "content_warning, media_descriptions, hashtags, withheld_in, edit_ids) VALUES (?, ?, 0, '', '', '', "
              "1, '', '[]', '[]', '[]', '[]')"),
          m_sketch(connection, "INSERT INTO text_sketch (story, numbers) VALUES (?, ?)"),
          m_ungrouped(connection, "INSERT INTO ungrouped_story (story) VALUES (?)")
    {
    }

    Result<> add(qint64 count)
    {
        for (qint64 i = 0; i < count; ++i) {
            if (auto added = addOne(); !added)
                return added;
        }
        return {};
    }

    struct Known
    {
        qint64 original = 0; ///< its own number where it is nobody's copy
        size_t way = 0;
        bool sharesEnough = false; ///< with its original, to be called a copy
    };
    [[nodiscard]] const std::vector<Known> &known() const { return m_known; } ///< by numbers, from 1

private:
    Result<> addOne()
    {
        const bench::CopiedPosts::Post post = m_posts.make();
        ++m_number;
        if (auto done = m_story.run(m_number); !done)
            return done;
        if (auto done = m_text.run(m_number, post.text); !done)
            return done;
        const Tokens tokens = tokenise(post.text);
        note(post, tokens);
        if (!canBeCopied(tokens))
            return {};
        if (auto done = m_sketch.run(m_number, sketchToBytes(sketchOf(wordRuns(tokens)))); !done)
            return done;
        return m_ungrouped.run(m_number);
    }

    void note(const bench::CopiedPosts::Post &post, const Tokens &tokens)
    {
        const bool isCopy = post.original != m_number;
        m_known.push_back(
            {post.original, post.way,
             isCopy && shared(wordRuns(tokens), wordRuns(tokenise(post.passedOn))) >= sharedByCopies});
    }

    bench::CopiedPosts m_posts;
    Statement m_story;
    Statement m_text;
    Statement m_sketch;
    Statement m_ungrouped;
    std::vector<Known> m_known{Known()}; // nobody has the number 0
    qint64 m_number = 0;
};

/// Seconds of the processor for adding, and for grouping.
Result<std::pair<double, double>> addAndGroup(Connection &connection, Stories &stories, qint64 count)
{
    const double before = processorSeconds();
    {
        Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
        if (auto added = stories.add(count); !added)
            return added.error();
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
    }
    const double added = processorSeconds();
    for (qint64 grouped = 1; grouped > 0;) {
        Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
        const auto some = groupSomeCopies(connection, Progress());
        if (!some)
            return some.error();
        grouped = some.value();
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
    }
    return std::pair(added - before, processorSeconds() - added);
}

/// How many there are, and how many of them were found.
struct Found
{
    qint64 all = 0;
    qint64 found = 0;

    void count(bool isFound)
    {
        ++all;
        found += isFound ? 1 : 0;
    }
    [[nodiscard]] QJsonObject json() const { return {{u"all"_s, all}, {u"found"_s, found}}; }
};

qint64 pairsOf(qint64 count)
{
    return count * (count - 1) / 2;
}

/// What the groups say, against what is known.
Result<QJsonObject> judged(Connection &connection, const std::vector<Stories::Known> &known)
{
    std::vector<qint64> groupOf(known.size(), 0);
    std::map<qint64, std::map<qint64, qint64>> groups; // group -> original -> stories
    Statement rows(connection, "SELECT story, copy_group FROM near_copy");
    auto row = rows.next();
    for (; row && row.value(); row = rows.next()) {
        const auto story = static_cast<size_t>(rows.number(0));
        groupOf[story] = rows.number(1);
        ++groups[rows.number(1)][known[story].original];
    }
    if (!row)
        return row.error();
    std::array<Found, bench::CopiedPosts::ways.size()> byWay;
    Found alike;
    for (size_t story = 1; story < known.size(); ++story) {
        const auto original = static_cast<size_t>(known[story].original);
        if (original == story)
            continue;
        const bool isFound = groupOf[story] > 0 && groupOf[story] == groupOf[original];
        byWay[known[story].way].count(isFound);
        if (known[story].sharesEnough)
            alike.count(isFound);
    }
    qint64 pairs = 0;
    qint64 truePairs = 0;
    for (const auto &[group, originals] : groups) {
        qint64 size = 0;
        for (const auto &[original, stories] : originals) {
            size += stories;
            truePairs += pairsOf(stories);
        }
        pairs += pairsOf(size);
    }
    QJsonObject ways;
    for (size_t way = 0; way < byWay.size(); ++way)
        ways.insert(QLatin1StringView(bench::CopiedPosts::ways[way]), byWay[way].json());
    return QJsonObject{
        {u"ways"_s, ways}, {u"alike"_s, alike.json()}, {u"pairs"_s, pairs}, {u"false_pairs"_s, pairs - truePairs}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 count = arguments.value(1).toLongLong();
    if (arguments.size() != 3 || count <= 0)
        return bench::failed(u"usage: copies STORIES FOLDER"_s);
    const QString path = arguments.at(2) + u"/copies.tidemark"_s;
    QFile::remove(path);
    if (auto store = Store::open(path, Store::Missing::Create); !store)
        return bench::failed(store.error().message);
    auto connection = Connection::open(path, Connection::Access::Write);
    if (!connection)
        return bench::failed(connection.error().message);
    Stories stories(**connection, count + fewStories);
    const auto all = addAndGroup(**connection, stories, count);
    if (!all)
        return bench::failed(all.error().message);
    const double resident = bench::residentBytes();
    const auto few = addAndGroup(**connection, stories, fewStories);
    if (!few)
        return bench::failed(few.error().message);
    const auto grouped = (*connection)->value(u"SELECT count(*) FROM near_copy"_s);
    const auto quality = judged(**connection, stories.known());
    if (!quality)
        return bench::failed(quality.error().message);
    bench::print({{u"stories"_s, count},
                  {u"in_groups"_s, grouped ? grouped->toLongLong() : -1},
                  {u"quality"_s, *quality},
                  {u"sketching_and_adding"_s, all->first},
                  {u"grouping"_s, all->second},
                  {u"grouping_a_thousand_more"_s, few->second},
                  {u"resident_bytes"_s, resident}});
    return 0;
}
