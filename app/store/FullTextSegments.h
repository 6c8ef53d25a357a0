#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace tidemark {

/// Which segments of words one of FTS5's tables has, as the record of its structure says: the contents of
/// `%_data` with the number 10. The format is told in the head of SQLite's ext/fts5/fts5_index.c and has been the
/// same since FTS5 came; it is part of SQLite's file format.
struct FullTextSegments
{
    static constexpr int record = 10;
    static constexpr int most = 2000; ///< segments of a table, by FTS5

    struct Segment
    {
        quint64 number = 0;
        quint64 firstPage = 0;
        quint64 lastPage = 0;
    };
    struct Level
    {
        quint64 beingMerged = 0;       ///< of the oldest ones
        std::vector<Segment> segments; ///< from the oldest to the newest
    };

    QByteArray cookie; ///< four bytes, which version of its settings FTS5 had
    quint64 written = 0;
    std::vector<Level> levels; ///< of which the first has the newest segments

    /// Absent: the record is damaged, or of an FTS5 that isn't known here.
    static std::optional<FullTextSegments> fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] size_t count() const;
    [[nodiscard]] quint64 lastNumber() const; ///< 0: there is no segment
    /// Appends those of another table as the newest ones, numbered from lastNumber() + 1 on.
    void append(const FullTextSegments &newer);
};

/// Adds up what FTS5 counts in two tables, rows and the words of each column: the contents of `%_data` with the
/// number 1, which are empty as long as there are none. Absent: one is damaged.
inline constexpr int fullTextCountsRecord = 1;
std::optional<QByteArray> addedFullTextCounts(const QByteArray &one, const QByteArray &other);

} // namespace tidemark
