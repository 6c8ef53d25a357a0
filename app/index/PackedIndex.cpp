// One file, for writing and reading have to agree byte by byte.

#include "index/PackedIndex.h"

#include "index/BitWords.h"
#include "index/IndexData.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <limits>

namespace tidemark {

namespace {

/// Raised when the parts get another form; read in another order of bytes it is another number.
constexpr quint32 form = 0x0001'7449;

constexpr int headPart = 0;    ///< of the whole: form and sizes
constexpr int columnsPart = 0; ///< of a block: ids and times
constexpr int facetsPart = 1;
constexpr int marksPart = 2;
constexpr int partsABlock = 3;
constexpr size_t repostsAPart = 40'000;
constexpr qint64 timesTogether = TimeColumn::stretchSize; ///< stored as distances from the first of them
constexpr qint64 mostForeseen = 50'000'000;               ///< stories for which room is made before they came

enum SetKind : quint8 { ThemeSets, NoTheme, VoiceSets, PlatformSets, LanguageSets, SourceSets, FlagSets };

template<typename Number>
void write(QByteArray &bytes, const Number *numbers, size_t count)
{
    bytes.append(reinterpret_cast<const char *>(numbers), static_cast<qsizetype>(count * sizeof(Number)));
}

template<typename Number>
void write(QByteArray &bytes, Number number)
{
    write(bytes, &number, 1);
}

/// Takes numbers off the front of bytes; once they run out, nothing is whole any more.
class Taking
{
public:
    explicit Taking(const QByteArray &bytes) : m_rest(bytes) {}

    template<typename Number>
    void take(Number *numbers, size_t count)
    {
        const size_t size = count * sizeof(Number);
        if (size > static_cast<size_t>(m_rest.size())) {
            m_isWhole = false;
            m_rest = {};
            std::fill_n(numbers, count, Number());
            return;
        }
        std::copy_n(m_rest.data(), size, reinterpret_cast<char *>(numbers));
        m_rest = m_rest.sliced(static_cast<qsizetype>(size));
    }

    template<typename Number>
    Number take()
    {
        Number number{};
        take(&number, 1);
        return number;
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isWhole = true;
};

/// Ascending or not, four bytes each if they all lie within 2^32 of the first.
template<typename At>
void writeNumbers(QByteArray &bytes, qint64 from, qint64 until, At at)
{
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = std::numeric_limits<qint64>::min();
    for (qint64 i = from; i < until; ++i) {
        least = std::min(least, at(i));
        most = std::max(most, at(i));
    }
    const bool isNarrow = static_cast<quint64>(most) - static_cast<quint64>(least) <= 0xffff'ffff;
    write(bytes, least);
    write(bytes, static_cast<quint8>(isNarrow));
    for (qint64 i = from; i < until; ++i) {
        const qint64 distance = at(i) - least;
        if (isNarrow)
            write(bytes, static_cast<quint32>(distance));
        else
            write(bytes, at(i));
    }
}

/// Numbers as they were written: whole ones, or distances from the least of them.
struct TakenNumbers
{
    qint64 least = 0;
    std::vector<quint32> distances;
    std::vector<qint64> whole; ///< one of both is empty
};

TakenNumbers takeNumbers(Taking &taking, qint64 count)
{
    TakenNumbers numbers{.least = taking.take<qint64>(), .distances = {}, .whole = {}};
    if (taking.take<quint8>() == 0) {
        numbers.whole.resize(static_cast<size_t>(count));
        taking.take(numbers.whole.data(), numbers.whole.size());
    } else {
        numbers.distances.resize(static_cast<size_t>(count));
        taking.take(numbers.distances.data(), numbers.distances.size());
    }
    return numbers;
}

void writeSet(QByteArray &bytes, SetKind kind, qint64 number, const QString &name, const BlockSet &set, size_t at)
{
    const BlockSet::Block *block = set.block(at);
    if (!block || block->count == 0)
        return;
    const QByteArray key = name.toUtf8();
    write(bytes, static_cast<quint8>(kind));
    write(bytes, number);
    write(bytes, static_cast<quint32>(key.size()));
    bytes.append(key);
    write(bytes, static_cast<quint32>(block->words.size()));
    write(bytes, static_cast<quint32>(block->listed.size()));
    write(bytes, block->words.data(), block->words.size());
    write(bytes, block->listed.data(), block->listed.size());
}

/// Whether a block has only stories that there are, listed in order.
bool isSound(const BlockSet::Block &block, qint64 stories)
{
    if (!block.words.empty()) {
        if (block.words.size() != BlockSet::blockWords)
            return false;
        const auto last = static_cast<size_t>(stories / 64);
        for (size_t i = last; i < block.words.size(); ++i) {
            const quint64 beyond = i == last ? ~quint64(0) << (stories & 63) : ~quint64(0);
            if ((block.words[i] & beyond) != 0)
                return false;
        }
        return block.listed.empty();
    }
    return std::ranges::adjacent_find(block.listed, std::ranges::greater_equal()) == block.listed.end()
        && (block.listed.empty() || block.listed.back() < stories);
}

} // namespace

/// What both ways need of an index's insides.
class IndexPacking
{
public:
    using Data = StoryIndex::Data;

    static const Data &dataOf(const StoryIndex &index) { return *index.m_data; }
    static StoryIndex indexOf(std::shared_ptr<const Data> data) { return StoryIndex(std::move(data)); }

    static QByteArray head(const Data &data)
    {
        QByteArray bytes;
        write(bytes, form);
        write(bytes, data.size());
        write(bytes, data.dated());
        write(bytes, static_cast<qint64>(data.reposts->size()));
        return bytes;
    }

    static QByteArray reposts(const Data &data, size_t from, size_t until)
    {
        QByteArray bytes;
        for (size_t i = from; i < until; ++i) {
            const IndexedRepost &repost = (*data.reposts)[i];
            write(bytes, toNumber(repost.original));
            write(bytes, repost.postedAt.value_or(0));
            write(bytes, repost.account);
        }
        return bytes;
    }

    static QByteArray columns(const Data &data, qint64 from, qint64 until)
    {
        QByteArray bytes;
        const IndexColumns &columns = *data.columns;
        writeNumbers(bytes, from, until, [&](qint64 i) { return columns.ids.at(i); });
        const qint64 dated = std::min(until, data.dated());
        for (qint64 first = from; first < dated; first += timesTogether) {
            writeNumbers(bytes, first, std::min(first + timesTogether, dated),
                         [&](qint64 i) { return columns.times.at(i); });
        }
        return bytes;
    }

    static QByteArray facets(const Data &data, size_t block)
    {
        QByteArray bytes;
        const auto numbered = [&](SetKind kind, const auto &sets) {
            for (size_t i = 0; i < sets.size(); ++i)
                writeSet(bytes, kind, static_cast<qint64>(i), {}, sets[i], block);
        };
        numbered(ThemeSets, data.themes);
        writeSet(bytes, NoTheme, 0, {}, data.noTheme, block);
        numbered(VoiceSets, data.voices);
        numbered(PlatformSets, data.platforms);
        for (const auto &[language, set] : data.languages)
            writeSet(bytes, LanguageSets, 0, language, set, block);
        for (const auto &[source, set] : data.sources)
            writeSet(bytes, SourceSets, source, {}, set, block);
        return bytes;
    }

    static QByteArray marks(const Data &data, size_t block)
    {
        QByteArray bytes;
        for (size_t flag = 0; flag < data.flags.size(); ++flag)
            writeSet(bytes, FlagSets, static_cast<qint64>(flag), {}, data.flags[flag], block);
        return bytes;
    }

    /// The set that a part names; null: there is no such set.
    static BlockSet *setOf(Data &data, quint8 kind, qint64 number, const QString &name)
    {
        const auto numbered = [number](auto &sets) {
            return number >= 0 && number < static_cast<qint64>(sets.size()) ? &sets[static_cast<size_t>(number)]
                                                                            : nullptr;
        };
        switch (kind) {
        case ThemeSets:
            return numbered(data.themes);
        case NoTheme:
            return &data.noTheme;
        case VoiceSets:
            return numbered(data.voices);
        case PlatformSets:
            return numbered(data.platforms);
        case LanguageSets:
            return &data.languages[name];
        case SourceSets:
            return &data.sources[number];
        case FlagSets:
            return numbered(data.flags);
        default:
            return nullptr;
        }
    }
};

void packIndex(const StoryIndex &index, const std::function<bool(const IndexPart &)> &visit)
{
    const auto &data = IndexPacking::dataOf(index);
    if (!visit({IndexPart::wholeIndex, headPart, IndexPacking::head(data)}))
        return;
    const size_t reposts = data.reposts->size();
    for (size_t from = 0, part = headPart + 1; from < reposts; from += repostsAPart, ++part) {
        const size_t until = std::min(from + repostsAPart, reposts);
        if (!visit({IndexPart::wholeIndex, static_cast<int>(part), IndexPacking::reposts(data, from, until)}))
            return;
    }
    for (qint64 from = 0; from < data.size(); from += BlockSet::blockSize) {
        const auto block = static_cast<size_t>(from / BlockSet::blockSize);
        const auto number = static_cast<int>(block);
        const qint64 until = std::min(from + BlockSet::blockSize, data.size());
        if (!visit({number, columnsPart, IndexPacking::columns(data, from, until)})
            || !visit({number, facetsPart, IndexPacking::facets(data, block)})
            || !visit({number, marksPart, IndexPacking::marks(data, block)}))
            return;
    }
}

class IndexUnpacking::Private
{
public:
    std::shared_ptr<StoryIndex::Data> data = std::make_shared<StoryIndex::Data>();
    std::shared_ptr<IndexColumns> columns = std::make_shared<IndexColumns>();
    std::shared_ptr<std::vector<IndexedRepost>> reposts = std::make_shared<std::vector<IndexedRepost>>();
    qint64 size = -1; ///< until the head came
    qint64 dated = 0;
    qint64 repostCount = 0;
    qint64 blockParts = 0; ///< so many came
    bool isRefused = false;

    /// A part that is left out would be marks or themes that nobody misses.
    bool isNext(const IndexPart &part)
    {
        const bool isIt = part.block == blockParts / partsABlock && part.part == blockParts % partsABlock;
        ++blockParts;
        return isIt;
    }

    [[nodiscard]] qint64 blocks() const { return (size + BlockSet::blockSize - 1) / BlockSet::blockSize; }

    bool takeHead(Taking &taking)
    {
        if (taking.take<quint32>() != form)
            return false;
        size = taking.take<qint64>();
        dated = taking.take<qint64>();
        repostCount = taking.take<qint64>();
        if (size < 0 || size > std::numeric_limits<qint32>::max() || dated < 0 || dated > size || repostCount < 0)
            return false;
        columns->ids.reserve(std::min(size, mostForeseen));
        columns->times.reserve(std::min(dated, mostForeseen));
        return true;
    }

    void takeReposts(Taking &taking)
    {
        while (taking.isWhole() && !taking.isAtEnd()) {
            IndexedRepost repost;
            repost.original = StoryId{taking.take<qint64>()};
            repost.postedAt = taking.take<qint64>();
            repost.account = taking.take<qint64>();
            reposts->push_back(repost);
        }
    }

    bool takeColumns(Taking &taking, qint64 from)
    {
        if (from != columns->ids.size() || from >= size)
            return false;
        const qint64 until = std::min(from + BlockSet::blockSize, size);
        const TakenNumbers ids = takeNumbers(taking, until - from);
        columns->ids.append(ids.least, ids.distances);
        for (const qint64 id : ids.whole)
            columns->ids.append(id);
        for (qint64 first = from; first < std::min(until, dated) && !isRefused; first += timesTogether) {
            const qint64 count = std::min({first + timesTogether, until, dated}) - first;
            isRefused = !takeTimes(takeNumbers(taking, count));
        }
        return true;
    }

    /// False: they fall, or lie where nothing can be reckoned with them.
    bool takeTimes(const TakenNumbers &times)
    {
        constexpr qint64 latest = std::numeric_limits<qint64>::max() - 1;
        const bool isWhole = times.distances.empty();
        const qint64 first = isWhole ? times.whole.front() : times.least;
        if (!columns->times.isEmpty() && first < columns->times.last())
            return false;
        if (isWhole) {
            const quint64 length = static_cast<quint64>(times.whole.back()) - static_cast<quint64>(first);
            if (!std::ranges::is_sorted(times.whole) || times.whole.back() > latest || length > quint64(latest))
                return false;
            for (const qint64 time : times.whole)
                columns->times.append(time);
            return true;
        }
        if (times.distances.front() != 0 || !std::ranges::is_sorted(times.distances)
            || first > latest - times.distances.back())
            return false;
        columns->times.appendStretch(first, times.distances);
        return true;
    }

    bool takeSets(Taking &taking, qint64 from)
    {
        const qint64 stories = std::min(BlockSet::blockSize, size - from);
        while (taking.isWhole() && !taking.isAtEnd()) {
            const auto kind = taking.take<quint8>();
            const auto number = taking.take<qint64>();
            QByteArray name(std::min<qsizetype>(taking.take<quint32>(), longestName), Qt::Uninitialized);
            taking.take(name.data(), static_cast<size_t>(name.size()));
            const auto words = taking.take<quint32>();
            const auto listed = taking.take<quint32>();
            if (words > BlockSet::blockWords || listed > BlockSet::blockSize)
                return false;
            BlockSet::Block block;
            block.words.resize(words);
            block.listed.resize(listed);
            taking.take(block.words.data(), words);
            taking.take(block.listed.data(), listed);
            BlockSet *set = IndexPacking::setOf(*data, kind, number, QString::fromUtf8(name));
            if (!taking.isWhole() || !set || stories <= 0 || !isSound(block, stories))
                return false;
            block.count = words > 0 ? BitWords::loops().count(block.words.data(), words) : qint64(listed);
            set->setBlock(static_cast<size_t>(from / BlockSet::blockSize), std::move(block));
        }
        return true;
    }

private:
    static constexpr qsizetype longestName = 10'000;
};

IndexUnpacking::IndexUnpacking() : d(std::make_unique<Private>()) {}

IndexUnpacking::~IndexUnpacking() = default;

bool IndexUnpacking::add(const IndexPart &part)
{
    Taking taking(part.bytes);
    bool fits = !d->isRefused && part.block >= IndexPart::wholeIndex;
    const qint64 from = qint64(part.block) * BlockSet::blockSize;
    if (!fits || (d->size < 0 && (part.block != IndexPart::wholeIndex || part.part != headPart)))
        fits = false;
    else if (part.block != IndexPart::wholeIndex)
        fits = d->isNext(part)
            && (part.part == columnsPart ? d->takeColumns(taking, from) : d->takeSets(taking, from));
    else if (part.part == headPart)
        fits = d->takeHead(taking);
    else
        d->takeReposts(taking);
    d->isRefused = d->isRefused || !fits || !taking.isWhole() || !taking.isAtEnd();
    return !d->isRefused;
}

std::optional<StoryIndex> IndexUnpacking::finish(IndexNames names)
{
    if (d->isRefused || d->size < 0 || d->columns->ids.size() != d->size || d->columns->times.size() != d->dated
        || static_cast<qint64>(d->reposts->size()) != d->repostCount || d->blockParts != partsABlock * d->blocks())
        return std::nullopt;
    d->columns->ordinals = OrdinalMap(d->columns->ids);
    d->data->columns = std::move(d->columns);
    d->data->reposts = std::move(d->reposts);
    d->data->names = std::make_shared<const IndexNames>(std::move(names));
    return IndexPacking::indexOf(std::move(d->data));
}

} // namespace tidemark
