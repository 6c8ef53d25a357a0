#include "import/RecordPipeline.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t mostRecords = 256;              ///< of a chunk
constexpr qsizetype mostBytes = 2 * 1024 * 1024; ///< likewise; one record may be larger
constexpr size_t mostChunks = 24;                ///< under way
constexpr int beforeWhatWaits = 1;               ///< for the pool

} // namespace

RecordPipeline::RecordPipeline(Reader &reader, Preparation preparation)
    : m_reader(reader), m_preparation(std::move(preparation))
{
    m_pool.setObjectName(u"preparer"_s);
    m_thread.reset(QThread::create([this] { read(); }));
    m_thread->setObjectName(u"file reader"_s);
    m_thread->start();
}

RecordPipeline::~RecordPipeline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }
    m_thread->wait();
    m_pool.waitForDone();
}

void RecordPipeline::read()
{
    for (bool goesOn = true; goesOn;) {
        Chunk rest;
        std::vector<Record> records = readChunk(rest);
        const bool isLast = rest.isLast;
        auto prepare = [this, rest = std::move(rest), records = std::move(records)]() mutable {
            rest.records.reserve(records.size());
            for (Record &record : records)
                rest.records.push_back(prepared(std::move(record), m_preparation));
            return std::move(rest);
        };
        goesOn = put(QtConcurrent::run(&m_pool, std::move(prepare))) && !isLast;
    }
}

std::vector<Record> RecordPipeline::readChunk(Chunk &rest)
{
    std::vector<Record> records;
    records.reserve(mostRecords);
    qsizetype bytes = 0;
    while (records.size() < mostRecords && bytes < mostBytes) {
        auto record = m_reader.next();
        if (!record)
            rest.failure = record.error();
        if (!record || !record->has_value()) {
            rest.isLast = true;
            break;
        }
        bytes += (*record)->raw.size();
        records.push_back(std::move(**record));
    }
    rest.consumed = m_reader.consumed();
    return records;
}

/// False: nobody takes it.
bool RecordPipeline::put(QFuture<Chunk> chunk)
{
    std::unique_lock lock(m_mutex);
    while (m_waiting.size() >= mostChunks && !m_stopped)
        m_changed.wait(lock);
    m_waiting.push_back(std::move(chunk));
    m_changed.notify_all();
    return !m_stopped;
}

void RecordPipeline::freeChunk()
{
    m_pool.start([records = std::move(m_chunk.records)]() mutable { records.clear(); }, beforeWhatWaits);
    m_place = 0;
}

void RecordPipeline::takeChunk()
{
    freeChunk();
    QFuture<Chunk> next;
    {
        std::unique_lock lock(m_mutex);
        while (m_waiting.empty())
            m_changed.wait(lock);
        next = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
    }
    m_chunk = next.takeResult();
    m_consumed = m_chunk.consumed;
}

Result<PreparedRecord *> RecordPipeline::next()
{
    while (m_place == m_chunk.records.size() && !m_chunk.isLast)
        takeChunk();
    if (m_place < m_chunk.records.size())
        return &m_chunk.records[m_place++];
    if (m_chunk.failure)
        return *m_chunk.failure;
    return nullptr;
}

} // namespace tidemark
