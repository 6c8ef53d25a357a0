#include "store/IndexParts.h"

#include "index/PackedIndex.h"
#include "store/IndexScan.h"
#include "store/KeptOverview.h"
#include "store/Statement.h"
#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QVariant>

#include <deque>
#include <map>
#include <utility>
#include <xxhash.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t mostUnderWay = 8; ///< parts that wait to be unpacked, a megabyte each

qint64 checksumOf(const QByteArray &bytes)
{
    return static_cast<qint64>(XXH3_64bits(bytes.constData(), static_cast<size_t>(bytes.size())));
}

using PartChecksums = std::map<std::pair<int, int>, qint64>; ///< by block and part

Result<PartChecksums> readChecksums(Connection &connection)
{
    PartChecksums checksums;
    Statement parts(connection, "SELECT block, part, checksum FROM index_part");
    auto row = parts.next();
    for (; row && row.value(); row = parts.next())
        checksums.emplace(std::pair(parts.integer(0), parts.integer(1)), parts.number(2));
    if (!row)
        return row.error();
    return checksums;
}

/// Writes what differs from the checksums and takes it off them: what is left of them belongs to nothing.
Result<> writeParts(Connection &connection, const StoryIndex &index, PartChecksums &before,
                    const Progress &progress)
{
    Statement put(connection,
                  "INSERT INTO index_part (block, part, checksum, bytes) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT DO UPDATE SET checksum = excluded.checksum, bytes = excluded.bytes");
    Result<> outcome;
    packIndex(index, [&](const IndexPart &part) {
        const qint64 checksum = checksumOf(part.bytes);
        const auto known = before.extract({part.block, part.part});
        if (known.empty() || known.mapped() != checksum)
            outcome = put.run(part.block, part.part, checksum, part.bytes);
        if (progress.isCancelled())
            outcome = Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        return outcome.has_value();
    });
    return outcome;
}

/// Reads on this thread while another one unpacks; false: a part isn't what it should be.
Result<bool> unpackAll(Connection &connection, IndexUnpacking &unpacking)
{
    QThreadPool pool; // takes its tasks in turn, for it has one thread
    pool.setMaxThreadCount(1);
    std::deque<std::future<bool>> underWay;
    const auto isFirstSound = [&underWay] {
        const bool isSound = underWay.front().get();
        underWay.pop_front();
        return isSound;
    };
    Statement parts(connection, "SELECT block, part, checksum, bytes FROM index_part ORDER BY block, part");
    auto row = parts.next();
    for (; row && row.value(); row = parts.next()) {
        const IndexPart part{parts.integer(0), parts.integer(1), parts.bytes(3)};
        underWay.push_back(startOn(pool, [&unpacking, part, checksum = parts.number(2)] {
            return checksumOf(part.bytes) == checksum && unpacking.add(part);
        }));
        if (underWay.size() > mostUnderWay && !isFirstSound())
            return false;
    }
    if (!row)
        return row.error();
    while (!underWay.empty()) {
        if (!isFirstSound())
            return false;
    }
    return true;
}

} // namespace

Result<qint64> indexGeneration(Connection &connection)
{
    const auto generation = connection.value(u"SELECT generation FROM index_stamp"_s);
    return generation ? Result<qint64>(generation->toLongLong()) : Result<qint64>(generation.error());
}

Result<std::optional<PackedIndex>> readPackedIndex(Connection &connection, std::optional<qint64> only)
{
    using Index = std::optional<PackedIndex>;
    const auto packed = connection.value(u"SELECT packed FROM index_stamp"_s);
    if (!packed)
        return packed.error();
    if (packed->isNull() || (only && *only != packed->toLongLong()))
        return Index();
    IndexUnpacking unpacking;
    const auto unpacked = unpackAll(connection, unpacking);
    if (!unpacked)
        return unpacked.error();
    if (!unpacked.value())
        return Index();
    auto names = readIndexNames(connection);
    if (!names)
        return names.error();
    auto index = unpacking.finish(std::move(names).value());
    return index ? Index(PackedIndex{*std::move(index), packed->toLongLong()}) : Index();
}

Result<> writePackedIndex(Connection &connection, const StoryIndex &index, qint64 generation,
                          const Progress &progress)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto now = indexGeneration(connection);
    if (!now)
        return now.error();
    if (now.value() != generation)
        return {};
    // Parts that say they are current, and yet the index comes to be kept, were found damaged.
    if (auto gone = connection.run("DELETE FROM index_part WHERE (SELECT packed = generation FROM index_stamp)");
        !gone)
        return gone.error();
    auto before = readChecksums(connection);
    if (!before)
        return before.error();
    if (auto written = writeParts(connection, index, before.value(), progress); !written)
        return written.error();
    Statement gone(connection, "DELETE FROM index_part WHERE block = ? AND part = ?");
    for (const auto &[place, checksum] : before.value()) {
        if (auto done = gone.run(place.first, place.second); !done)
            return done.error();
    }
    if (auto stamped = connection.run("UPDATE index_stamp SET packed = generation"); !stamped)
        return stamped.error();
    if (auto shown = writeOverview(connection, index); !shown)
        return shown;
    return transaction.commit();
}

Result<> writeOverviewAlone(Connection &connection, const StoryIndex &index, qint64 generation)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto now = indexGeneration(connection);
    if (!now)
        return now.error();
    if (now.value() != generation)
        return {};
    if (auto shown = writeOverview(connection, index); !shown)
        return shown;
    return transaction.commit();
}

Result<> forgetPackedIndex(Connection &connection)
{
    if (auto gone = forgetOverview(connection); !gone)
        return gone;
    return connection.run("DELETE FROM index_part; UPDATE index_stamp SET packed = NULL");
}

} // namespace tidemark
