#pragma once

#include "store/FullText.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace tidemark {

/// One half of the full text in a private database of its own, filled on a thread of its own.
class HalfFullText final
{
public:
    struct Change
    {
        StoryId story = noStory;
        IndexedText text;
        bool isRemoval = false;
    };

    /// schema: the statement that makes the half's table.
    HalfFullText(int half, QString path, QByteArray schema);
    ~HalfFullText(); ///< stops and removes the database
    Q_DISABLE_COPY_MOVE(HalfFullText)

    /// In order; waits while the thread is far behind, so that memory stays bounded.
    void take(std::vector<Change> changes);
    void endInput(); ///< nothing more comes
    /// Waits until everything is in the database, and closes that.
    Result<> finish();

    [[nodiscard]] QString path() const { return m_path; }

    static QString pathBeside(const QString &collection, int half);

private:
    Result<> fill();
    Result<> prepare(Connection &connection) const;
    std::vector<Change> next(); ///< empty: nothing more comes
    void close();

    int m_half;
    QString m_path;
    QByteArray m_schema;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::vector<Change>> m_waiting;
    bool m_isClosed = false;
    Result<> m_outcome;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tidemark
