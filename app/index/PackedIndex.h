#pragma once

#include "index/StoryIndex.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <optional>

namespace tidemark {

/// A piece of a packed index, of at most about a megabyte.
struct IndexPart
{
    int block = 0; ///< a stretch of BlockSet::blockSize ordinals; wholeIndex: of all
    int part = 0;
    QByteArray bytes;

    static constexpr int wholeIndex = -1;
};

/// Packs an index into parts: for each block its ids and times, its facets' sets, and its marks, so that a mark
/// changes one small part; before them what is of all: sizes and reposts. Names aren't packed. Numbers are in the
/// processor's own order of bytes, and are refused where that is another one. visit returns false to stop.
void packIndex(const StoryIndex &index, const std::function<bool(const IndexPart &)> &visit);

/// Puts parts together again, which may come damaged or from anyone: what doesn't fit is refused.
class IndexUnpacking
{
public:
    IndexUnpacking();
    ~IndexUnpacking();
    Q_DISABLE_COPY_MOVE(IndexUnpacking)

    /// In the order of block, then part. False: it isn't what it should be, and there won't be an index.
    bool add(const IndexPart &part);
    /// Nothing, if a part was refused or is missing.
    [[nodiscard]] std::optional<StoryIndex> finish(IndexNames names);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tidemark
