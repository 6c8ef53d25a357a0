#pragma once

#include "import/PreparedRecord.h"
#include "source/Reader.h"

#include <QFuture>
#include <QThread>
#include <QThreadPool>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace tidemark {

/// Reads the records of one source on a thread of its own and prepares them on a pool, a chunk at a time, and gives
/// them in the reader's order: whoever takes them does the same as if it had read and prepared each itself.
///
///     reader thread: next() next() ... -> chunk -> pool: prepared() -> queue in order -> next() here
///                                                  pool: freed      <- used up         <-
///
/// The queue holds a fixed number of chunks, each bounded in records and bytes, so that memory doesn't grow with
/// the file. Records that were taken are freed on the pool, before it prepares more, so that few of them wait for
/// it and the taker has nothing to do with it. The reader belongs to the pipeline until it is gone. next() is
/// called on one thread.
class RecordPipeline final
{
public:
    RecordPipeline(Reader &reader, Preparation preparation);
    ~RecordPipeline(); ///< stops reading and waits for what is under way
    Q_DISABLE_COPY_MOVE(RecordPipeline)

    /// As Reader::next(), in place: null at the end; it stays until the next call and may be changed.
    Result<PreparedRecord *> next();

    [[nodiscard]] qint64 consumed() const { return m_consumed; } ///< bytes up to the chunk that next() is in

private:
    struct Chunk
    {
        std::vector<PreparedRecord> records;
        qint64 consumed = 0;
        bool isLast = false;
        std::optional<Error> failure; ///< behind the records
    };

    void read();
    [[nodiscard]] std::vector<Record> readChunk(Chunk &rest);
    bool put(QFuture<Chunk> chunk);
    void takeChunk();
    void freeChunk();

    Reader &m_reader;
    Preparation m_preparation;
    QThreadPool m_pool;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QFuture<Chunk>> m_waiting;
    bool m_stopped = false;
    std::unique_ptr<QThread> m_thread;

    // The taker's.
    Chunk m_chunk;
    size_t m_place = 0;
    qint64 m_consumed = 0;
};

} // namespace tidemark
