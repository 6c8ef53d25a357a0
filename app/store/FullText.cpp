#include "store/FullText.h"

#include "store/Settings.h"
#include "store/StoryJson.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

FullText::FullText(Connection &connection) : m_connection(connection) {}

QByteArray FullText::tableOf(int half)
{
    return half == 0 ? QByteArrayLiteral("full_text_even") : QByteArrayLiteral("full_text_odd");
}

Result<> FullText::add(StoryId id, const IndexedText &text)
{
    auto &statement = m_add[half(id)];
    if (!statement) {
        statement.emplace(m_connection,
                          "INSERT INTO " + tableOf(half(id)) + " (rowid, text, tags) VALUES (?, ?, ?)");
    }
    return statement->run(id, text.text, text.tags);
}

Result<> FullText::remove(StoryId id, const IndexedText &text)
{
    auto &statement = m_remove[half(id)];
    if (!statement) {
        const QByteArray table = tableOf(half(id));
        statement.emplace(m_connection,
                          "INSERT INTO " + table + " (" + table
                              + ", rowid, text, tags) VALUES ('delete', ?, ?, ?)");
    }
    return statement->run(id, text.text, text.tags);
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

Result<> FullText::renewIfOlder()
{
    const QString key = QString::fromLatin1(settingKey::normalVersion);
    auto version = m_connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key});
    if (!version)
        return version.error();
    if (version->toInt() == normalVersion)
        return {};
    Transaction transaction(m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    for (int half = 0; half < 2; ++half) {
        const QByteArray table = tableOf(half);
        if (auto done = m_connection.run("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')"); !done)
            return done.error();
    }
    if (auto filled = fill(); !filled)
        return filled.error();
    if (auto noted = writeSetting(m_connection, key, QString::number(normalVersion)); !noted)
        return noted.error();
    return transaction.commit();
}

Result<> FullText::fill()
{
    Statement texts(m_connection, "SELECT story, text, hashtags FROM story_text ORDER BY story");
    for (;;) {
        auto row = texts.next();
        if (!row)
            return row.error();
        if (!row.value())
            return {};
        const IndexedText text = indexedText(tokenise(texts.text(1)), stringsFromJson(texts.text(2)));
        if (auto added = add(texts.story(0), text); !added)
            return added.error();
    }
}

} // namespace tidemark
