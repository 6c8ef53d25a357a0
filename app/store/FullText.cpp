#include "store/FullText.h"

#include "store/BulkFullText.h"
#include "store/Settings.h"
#include "store/StoryTexts.h"

#include <QElapsedTimer>
#include <QVariant>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

// FTS5's own settings, and those for many stories: segments are merged neither in between nor when there are many,
// and the words of a batch are gathered in memory before they become a segment. Afterwards even two are merged: a
// large one left among the small ones of single stories would be merged with sixteen of them at once.
struct Tuning
{
    const char *setting;
    int ordinary;
    int forMany;
};
constexpr Tuning tunings[]{
    {"automerge", 4, 0}, {"crisismerge", 16, 1000}, {"hashsize", 1 << 20, 16 << 20}, {"usermerge", 4, 2}};

constexpr qint64 stepShouldTake = 80; ///< milliseconds
constexpr int fewestPages = 8;
constexpr int mostPages = 2048;

} // namespace

FullText::FullText(Connection &connection) : m_connection(connection) {}

QByteArray FullText::tableOf(int half)
{
    return half == 0 ? QByteArrayLiteral("full_text_even") : QByteArrayLiteral("full_text_odd");
}

Result<> FullText::add(StoryId id, const IndexedText &text)
{
    if (m_bulk && m_bulk->has(id)) {
        m_bulk->add(id, text);
        return {};
    }
    auto &statement = m_add[half(id)];
    if (!statement) {
        statement.emplace(m_connection,
                          "INSERT INTO " + tableOf(half(id)) + " (rowid, text, tags) VALUES (?, ?, ?)");
    }
    return statement->run(id, QUtf8StringView(text.text), QUtf8StringView(text.tags));
}

Result<> FullText::remove(StoryId id, const IndexedText &text)
{
    if (m_bulk && m_bulk->has(id)) {
        m_bulk->remove(id, text);
        return {};
    }
    auto &statement = m_remove[half(id)];
    if (!statement) {
        const QByteArray table = tableOf(half(id));
        statement.emplace(m_connection,
                          "INSERT INTO " + table + " (" + table
                              + ", rowid, text, tags) VALUES ('delete', ?, ?, ?)");
    }
    return statement->run(id, QUtf8StringView(text.text), QUtf8StringView(text.tags));
}

Result<> FullText::optimize()
{
    for (int half = 0; half < 2; ++half) {
        const QByteArray table = tableOf(half);
        if (auto done = m_connection.run("INSERT INTO " + table + " (" + table + ") VALUES ('optimize')"); !done)
            return done.error();
    }
    return {};
}

Result<> FullText::configure(Connection &connection, int half, const char *setting, int value)
{
    const QByteArray table = tableOf(half);
    return connection.run("INSERT INTO " + table + " (" + table + ", rank) VALUES ('" + QByteArray(setting) + "', "
                          + QByteArray::number(value) + ')');
}

Result<> FullText::configure(const char *setting, int value)
{
    for (int half = 0; half < 2; ++half) {
        if (auto done = configure(m_connection, half, setting, value); !done)
            return done;
    }
    return {};
}

Result<> FullText::configureForMany(Connection &connection, int half)
{
    for (const Tuning &tuning : tunings) {
        if (auto done = configure(connection, half, tuning.setting, tuning.forMany); !done)
            return done;
    }
    return {};
}

Result<> FullText::expectMany()
{
    if (m_bulk && m_bulk->isFirst())
        return {}; // nothing goes into the collection meanwhile
    for (const Tuning &tuning : tunings) {
        if (auto done = configure(tuning.setting, tuning.forMany); !done)
            return done;
    }
    return writeSetting(m_connection, QString::fromLatin1(settingKey::fullTextUnmerged), u"1"_s);
}

/// False: fewer segments are left than are worth merging.
Result<bool> FullText::mergeSome(int half)
{
    const QByteArray table = tableOf(half);
    const int before = sqlite3_total_changes(m_connection.handle());
    const auto merged = m_connection.run("INSERT INTO " + table + " (" + table + ", rank) VALUES ('merge', "
                                         + QByteArray::number(m_pagesAStep) + ')');
    if (!merged)
        return merged.error();
    // SQLite's documentation of 'merge': a difference below two says that nothing was done.
    return sqlite3_total_changes(m_connection.handle()) - before >= 2;
}

Result<bool> FullText::mergeStep()
{
    const QString key = QString::fromLatin1(settingKey::fullTextUnmerged);
    auto unmerged = m_connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key});
    if (!unmerged)
        return unmerged.error();
    if (!unmerged->isValid())
        return false;
    QElapsedTimer clock;
    clock.start();
    Transaction transaction(m_connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun().error();
    auto more = mergeSome(0);
    if (more && !more.value())
        more = mergeSome(1);
    if (!more)
        return more;
    for (const Tuning &tuning : tunings) {
        if (more.value())
            break;
        if (auto done = configure(tuning.setting, tuning.ordinary); !done)
            return done.error();
    }
    if (!more.value()) {
        if (auto noted = writeSetting(m_connection, key, QString()); !noted)
            return noted.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (clock.elapsed() > stepShouldTake)
        m_pagesAStep = std::max(fewestPages, m_pagesAStep / 2);
    else if (clock.elapsed() < stepShouldTake / 4)
        m_pagesAStep = std::min(mostPages, m_pagesAStep * 2);
    return more;
}

Result<> FullText::renewIfOlder()
{
    const QString key = QString::fromLatin1(settingKey::normalVersion);
    const QString ends = QString::fromLatin1(settingKey::fullTextEnds);
    const auto version = m_connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key});
    if (!version)
        return version.error();
    const auto last = m_connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {ends});
    if (!last)
        return last.error();
    const bool isOlder = version->toInt() != normalVersion;
    if (!isOlder && !last->isValid())
        return {};
    Transaction transaction(m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    for (int half = 0; half < 2 && isOlder; ++half) {
        const QByteArray table = tableOf(half);
        if (auto done = m_connection.run("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')"); !done)
            return done.error();
    }
    if (auto filled = fill(isOlder ? noStory : StoryId{last->toLongLong()}); !filled)
        return filled.error();
    if (auto noted = writeSetting(m_connection, key, QString::number(normalVersion)); !noted)
        return noted.error();
    if (auto noted = writeSetting(m_connection, ends, QString()); !noted)
        return noted.error();
    return transaction.commit();
}

Result<> FullText::fill(StoryId behind)
{
    Statement texts(m_connection, "SELECT story, text, hashtags FROM story_text WHERE story > ? ORDER BY story");
    for (auto row = texts.bind(behind).next();; row = texts.next()) {
        if (!row)
            return row.error();
        if (!row.value())
            return {};
        const IndexedText text = indexedText(tokenise(texts.text(1)), stringsFromColumn(texts.text(2)));
        if (auto added = add(texts.story(0), text); !added)
            return added.error();
    }
}

} // namespace tidemark
