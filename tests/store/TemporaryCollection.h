#pragma once

#include "store/Compression.h"
#include "store/ImportTables.h"
#include "store/Store.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

namespace tidemark::test {

/// A new collection in a folder of its own, open for writing and reading, and ways to fill it.
class TemporaryCollection
{
public:
    TemporaryCollection() { open(); }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("test.tidemark")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    StoreWriter &writer() { return *m_writer; }
    StoreReader &reader() { return *m_reader; }
    const RuleCoder &rules() { return m_rules; }

    void close()
    {
        m_reader.reset();
        m_writer.reset();
        m_store.reset();
    }

    void open()
    {
        auto store = Store::open(path(), Store::Missing::Create);
        if (!store)
            qFatal("%s", qUtf8Printable(store.error().message));
        m_store = *store;
        auto writer = m_store->writer();
        auto reader = m_store->reader();
        if (!writer || !reader)
            qFatal("%s", qUtf8Printable((writer ? reader.error() : writer.error()).message));
        m_writer = std::move(writer).value();
        m_reader = std::move(reader).value();
    }

    /// Adds stories by themselves, as one run of a source of that name.
    QVector<StoryId> add(const QVector<Story> &stories, const QString &source = QStringLiteral("a.csv"))
    {
        ImportTables &tables = m_writer->importTables();
        auto run = tables.openRun({source, QStringLiteral("csv"), 1,
                                   QCryptographicHash::hash(source.toUtf8() + QByteArray::number(++m_sources),
                                                            QCryptographicHash::Sha256)});
        QVector<StoryId> ids;
        bool isWell = run && tables.beginBatch();
        for (qsizetype i = 0; isWell && i < stories.size(); ++i) {
            QStringList keys{QStringLiteral("test:%1:%2").arg(m_sources).arg(i)};
            if (!stories.at(i).nativeId.isEmpty())
                keys.prepend(platformKey(stories.at(i).platform) + QLatin1Char(':') + stories.at(i).nativeId);
            auto id = tables.add(codeStory(stories.at(i), m_rules), 1, keys,
                                 {i + 1, compressed(QByteArrayLiteral("raw ") + stories.at(i).text.toUtf8())});
            isWell = id.has_value();
            if (isWell)
                ids.append(*id);
        }
        if (!isWell || !tables.commitBatch(*run) || !tables.finishRun(run->number))
            qFatal("the stories can't be added");
        return ids;
    }

    StoryId add(const QString &text, const QString &language = QStringLiteral("en"))
    {
        Story story;
        story.text = text;
        story.language = language;
        return add(QVector<Story>{story}).constFirst();
    }

private:
    QTemporaryDir m_folder;
    RuleCoder m_rules{shippedCodebook()};
    std::shared_ptr<Store> m_store;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    int m_sources = 0;
};

/// A Result that must hold, or the test stops with its sentence.
template<typename T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

inline bool isWell(const Result<> &result)
{
    if (!result)
        qWarning("%s", qUtf8Printable(result.error().message));
    return result.has_value();
}

} // namespace tidemark::test
