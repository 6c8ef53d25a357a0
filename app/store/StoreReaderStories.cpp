// What the list and the reading pane show.
#include "store/StoreReader.h"

#include "index/Together.h"
#include "store/InOneMoment.h"
#include "store/Settings.h"
#include "store/StoryPages.h"

#include <QCoreApplication>

#include <atomic>

namespace tidemark {

namespace {

constexpr size_t mostRowsOfOne = 32; ///< fewer are read before a helper wakes up

} // namespace

/// The halves of a longer page are read at the same time, each over a connection of its own: a row is of one
/// moment, though not all of them need to be.
Result<QVector<StoryRow>> StoreReader::rows(std::span<const StoryId> ids, Authors authors)
{
    std::optional<QStringList> hide;
    if (authors == Authors::Hidden) {
        auto accounts = readPublicAccounts(*m_connection);
        if (!accounts)
            return accounts.error();
        hide = accounts.value();
    }
    const size_t half = ids.size() > mostRowsOfOne ? ids.size() / 2 : ids.size();
    const std::array parts{ids.first(half), ids.subspan(half)};
    std::array<Result<QVector<StoryRow>>, 2> read;
    std::atomic<size_t> next{0};
    std::atomic<bool> failed{false};
    together(parts[1].empty() ? 0 : 1, [&] {
        for (size_t i = next++; i < parts.size() && !failed; i = next++) {
            read[i] = rowsOf(i, parts[i], hide);
            failed = failed || !read[i];
        }
    });
    if (!read[0] || !read[1])
        return read[0] ? read[1] : read[0];
    return std::move(read[0]).value() + read[1].value();
}

Result<QVector<StoryRow>> StoreReader::rowsOf(size_t part, std::span<const StoryId> ids,
                                              const std::optional<QStringList> &hide)
{
    QVector<StoryRow> rows;
    if (ids.empty())
        return rows;
    Connection &connection = part == 0 ? *m_connection : *m_second;
    return inOneMoment(connection, [&]() -> Result<QVector<StoryRow>> {
        std::unique_ptr<StoryPages> &pages = m_pages[part];
        if (!pages)
            pages = std::make_unique<StoryPages>(connection);
        pages->beginMoment();
        rows.reserve(static_cast<qsizetype>(ids.size()));
        for (const StoryId id : ids) {
            auto row = pages->row(id, hide);
            if (!row)
                return row.error();
            if (row.value())
                rows.append(std::move(**row));
        }
        return rows;
    });
}

Result<StoryPage> StoreReader::page(StoryId id)
{
    StoryPage found;
    Progress progress;
    const StoryId ids[]{id};
    auto read = stream(
        ids,
        [&found](const StoryPage &page) {
            found = page;
            return Result<>();
        },
        progress);
    if (!read)
        return read.error();
    if (found.row.id == noStory) {
        return Error{Error::Kind::NotFound,
                     QCoreApplication::translate("Store", "The collection has no story %1.").arg(toNumber(id))};
    }
    return found;
}

} // namespace tidemark
