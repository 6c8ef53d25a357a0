// What finding near-copies costs, as one JSON object:
//   copies STORIES FOLDER
// makes a collection of invented stories, of which one in ten copies an earlier one (half of these word for word,
// half with a word changed), groups them as an import does, and then as many again as a small import brings: a
// thousand.
#include "data/Post.h"
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
#include <random>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qint64 fewStories = 1000;
constexpr unsigned copiedOneIn = 10;
constexpr size_t remembered = 4096;

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
        : m_maker(1, static_cast<std::uint64_t>(all)),
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
          m_ungrouped(connection, "INSERT INTO ungrouped_story (story) VALUES (?)"),
          m_texts(remembered)
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

    [[nodiscard]] qint64 copies() const { return m_copies; }

private:
    QString text()
    {
        QString text = QString::fromStdString(m_maker.make(static_cast<std::uint64_t>(m_number)).text);
        QString &place = m_texts[static_cast<size_t>(m_number) % remembered];
        if (m_random() % copiedOneIn == 0 && !place.isEmpty()) {
            ++m_copies;
            text = m_random() % 2 == 0 ? place : place + u" indeed"_s;
        }
        place = text;
        return text;
    }

    Result<> addOne()
    {
        const QString said = text();
        ++m_number;
        if (auto done = m_story.run(m_number); !done)
            return done;
        if (auto done = m_text.run(m_number, said); !done)
            return done;
        const Tokens tokens = tokenise(said);
        if (!canBeCopied(tokens))
            return {};
        if (auto done = m_sketch.run(m_number, sketchToBytes(sketchOf(wordRuns(tokens)))); !done)
            return done;
        return m_ungrouped.run(m_number);
    }

    bench::PostMaker m_maker;
    Statement m_story;
    Statement m_text;
    Statement m_sketch;
    Statement m_ungrouped;
    std::vector<QString> m_texts;
    std::mt19937 m_random{1};
    qint64 m_number = 0;
    qint64 m_copies = 0;
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
    bench::print({{u"stories"_s, count},
                  {u"copies"_s, stories.copies()},
                  {u"in_groups"_s, grouped ? grouped->toLongLong() : -1},
                  {u"sketching_and_adding"_s, all->first},
                  {u"grouping"_s, all->second},
                  {u"grouping_a_thousand_more"_s, few->second},
                  {u"resident_bytes"_s, resident}});
    return 0;
}
