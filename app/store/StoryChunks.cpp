#include "store/StoryChunks.h"

#include "store/Connection.h"
#include "store/StoryStream.h"
#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QMutex>
#include <QVariant>

#include <algorithm>
#include <deque>
#include <memory>
#include <numeric>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t connections = 2;
constexpr size_t chunkSize = 2048; ///< some of its lines are still in the processor's cache when they are written
constexpr size_t mostUnderWay = 6;
constexpr char cache[] = "PRAGMA cache_size = -16384"; ///< the stories pass through; authors looked up come again
constexpr int mostTries = 1000; ///< a writer that commits between two BEGINs a thousand times isn't one of ours

/// A connection within a read transaction.
struct Seat
{
    std::unique_ptr<Connection> connection;
    std::optional<Transaction> moment;
    std::optional<StoryStream> stream;
};

Error stopped()
{
    return {Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
}

/// Connections that see the same moment. A read transaction begins at its first read; whether somebody wrote
/// between the first one's and the last one's, the last connection's data_version tells, which changes with every
/// commit of another.
Result<std::vector<Seat>> seatsInOneMoment(const Store &store)
{
    std::vector<Seat> seats(connections);
    for (Seat &seat : seats) {
        auto connection = Connection::open(store.path(), store.readingAccess());
        if (!connection)
            return connection.error();
        seat.connection = std::move(connection).value();
        if (auto set = seat.connection->run(cache); !set)
            return set.error();
    }
    for (int tries = 0; tries < mostTries; ++tries) {
        auto before = seats.back().connection->value(u"PRAGMA data_version"_s);
        if (!before)
            return before.error();
        for (Seat &seat : seats) {
            seat.moment.emplace(*seat.connection, Transaction::Kind::Read);
            if (!seat.moment->begun())
                return seat.moment->begun().error();
            if (auto read = seat.connection->value(u"SELECT count(*) FROM sqlite_schema"_s); !read)
                return read.error();
        }
        auto after = seats.back().connection->value(u"PRAGMA data_version"_s);
        if (!after)
            return after.error();
        if (*after == *before)
            return seats;
        for (Seat &seat : seats)
            seat.moment.reset();
    }
    return Error{Error::Kind::Busy,
                 QCoreApplication::translate("Store", "“%1” changes without a pause. Try again when that is over.")
                     .arg(store.path())};
}

/// Lends each task a seat of its own.
class Seats
{
public:
    explicit Seats(std::vector<Seat> &seats)
    {
        for (Seat &seat : seats)
            m_free.push_back(&seat);
    }

    Result<> read(std::span<const StoryId> ids, StoryChunk &chunk)
    {
        Seat *const seat = take();
        Result<> done;
        for (const size_t place : inAscendingOrder(ids)) {
            const auto story = seat->stream->read(ids[place]);
            if (!story) {
                done = story.error();
                break;
            }
            if (story.value() != nullptr)
                chunk.add(**story, static_cast<qsizetype>(place));
        }
        giveBack(seat);
        return done;
    }

private:
    static std::vector<size_t> inAscendingOrder(std::span<const StoryId> ids)
    {
        std::vector<size_t> places(ids.size());
        std::iota(places.begin(), places.end(), size_t(0));
        if (!std::is_sorted(ids.begin(), ids.end()))
            std::sort(places.begin(), places.end(), [ids](size_t a, size_t b) { return ids[a] < ids[b]; });
        return places;
    }

    Seat *take()
    {
        const QMutexLocker lock(&m_mutex);
        Seat *const seat = m_free.back(); // there are as many as the pool has threads
        m_free.pop_back();
        return seat;
    }

    void giveBack(Seat *seat)
    {
        const QMutexLocker lock(&m_mutex);
        m_free.push_back(seat);
    }

    QMutex m_mutex;
    std::vector<Seat *> m_free;
};

} // namespace

Result<> streamChunks(const Store &store, std::span<const StoryId> ids, const StoredParts &parts,
                      const MakeChunk &makeChunk, Progress &progress)
{
    progress.total = static_cast<qint64>(ids.size());
    auto opened = seatsInOneMoment(store);
    if (!opened)
        return opened.error();
    const auto authors = AllAuthorNames::read(*opened->front().connection, progress.total, progress);
    if (!authors)
        return authors.error();
    for (Seat &seat : *opened)
        seat.stream.emplace(*seat.connection, parts, *authors);
    Seats seats(*opened);

    struct UnderWay
    {
        std::unique_ptr<StoryChunk> chunk;
        size_t stories = 0;
        std::future<Result<>> read;
    };
    std::deque<UnderWay> underWay;
    std::vector<std::unique_ptr<StoryChunk>> written; // and empty again
    QThreadPool pool;                                 // waits for its tasks before what they use goes
    pool.setMaxThreadCount(static_cast<int>(connections));
    for (size_t place = 0; place < ids.size() || !underWay.empty();) {
        if (progress.isCancelled())
            return stopped();
        if (place < ids.size() && underWay.size() < mostUnderWay) {
            const auto some = ids.subspan(place, std::min(chunkSize, ids.size() - place));
            if (written.empty())
                written.push_back(makeChunk());
            underWay.push_back({std::move(written.back()), some.size(), {}});
            written.pop_back();
            UnderWay &next = underWay.back();
            next.read = startOn(pool, [&seats, &chunk = *next.chunk, some] { return seats.read(some, chunk); });
            place += some.size();
            continue;
        }
        UnderWay first = std::move(underWay.front());
        underWay.pop_front();
        if (const auto read = first.read.get(); !read)
            return read;
        if (const auto done = first.chunk->write(); !done)
            return done;
        written.push_back(std::move(first.chunk));
        progress.done += static_cast<qint64>(first.stories);
        progress.items += static_cast<qint64>(first.stories);
    }
    return {};
}

} // namespace tidemark
