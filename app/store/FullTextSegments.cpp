#include "store/FullTextSegments.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr qsizetype cookieBytes = 4;

/// SQLite's numbers of one to nine bytes: seven bits a byte, the highest first, and all eight of the ninth
/// (https://www.sqlite.org/fileformat2.html#varint).
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes) : m_bytes(bytes) {}

    quint64 next()
    {
        quint64 number = 0;
        for (int i = 0; i < 9; ++i) {
            if (m_at >= m_bytes.size()) {
                m_isWell = false;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(m_bytes.at(m_at++));
            if (i == 8)
                return number << 8 | byte;
            number = number << 7 | (byte & 0x7f);
            if ((byte & 0x80) == 0)
                break;
        }
        return number;
    }

    [[nodiscard]] bool isWell() const { return m_isWell; } ///< nothing was asked for beyond the end
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isWell = true;
};

void appendNumber(QByteArray &bytes, quint64 number)
{
    constexpr quint64 ofEightBytes = quint64(1) << 56;
    QByteArray backwards;
    if (number >= ofEightBytes) {
        backwards.append(static_cast<char>(number));
        number >>= 8;
        while (backwards.size() < 9) {
            backwards.append(static_cast<char>(number | 0x80));
            number >>= 7;
        }
    } else {
        backwards.append(static_cast<char>(number & 0x7f));
        while (number >>= 7)
            backwards.append(static_cast<char>(number | 0x80));
    }
    std::reverse(backwards.begin(), backwards.end());
    bytes += backwards;
}

} // namespace

std::optional<FullTextSegments> FullTextSegments::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() < cookieBytes)
        return std::nullopt;
    FullTextSegments read;
    read.cookie = bytes.first(cookieBytes);
    Numbers numbers(QByteArrayView(bytes).sliced(cookieBytes));
    const quint64 levels = numbers.next();
    const quint64 segments = numbers.next();
    read.written = numbers.next();
    if (levels > most || segments > most)
        return std::nullopt;
    for (quint64 i = 0; i < levels && numbers.isWell(); ++i) {
        Level level;
        level.beingMerged = numbers.next();
        const quint64 count = numbers.next();
        for (quint64 each = 0; each < count && numbers.isWell(); ++each) {
            const quint64 number = numbers.next();
            const quint64 firstPage = numbers.next();
            level.segments.push_back({number, firstPage, numbers.next()});
        }
        read.levels.push_back(std::move(level));
    }
    const bool isWhole = numbers.isWell() && numbers.atEnd() && read.count() == segments;
    return isWhole ? std::optional(std::move(read)) : std::nullopt;
}

QByteArray FullTextSegments::toBytes() const
{
    QByteArray bytes = cookie;
    for (const quint64 number : {quint64(levels.size()), quint64(count()), written})
        appendNumber(bytes, number);
    for (const Level &level : levels) {
        appendNumber(bytes, level.beingMerged);
        appendNumber(bytes, level.segments.size());
        for (const Segment &segment : level.segments) {
            for (const quint64 number : {segment.number, segment.firstPage, segment.lastPage})
                appendNumber(bytes, number);
        }
    }
    return bytes;
}

size_t FullTextSegments::count() const
{
    size_t count = 0;
    for (const Level &level : levels)
        count += level.segments.size();
    return count;
}

quint64 FullTextSegments::lastNumber() const
{
    quint64 last = 0;
    for (const Level &level : levels) {
        for (const Segment &segment : level.segments)
            last = std::max(last, segment.number);
    }
    return last;
}

void FullTextSegments::append(const FullTextSegments &newer)
{
    const quint64 behind = lastNumber();
    if (levels.empty())
        levels.emplace_back();
    for (auto level = newer.levels.rbegin(); level != newer.levels.rend(); ++level) {
        for (const Segment &segment : level->segments)
            levels.front().segments.push_back({segment.number + behind, segment.firstPage, segment.lastPage});
    }
    written += newer.written;
}

std::optional<QByteArray> addedFullTextCounts(const QByteArray &one, const QByteArray &other)
{
    if (one.isEmpty() || other.isEmpty())
        return one + other;
    Numbers of(one);
    Numbers ofOther(other);
    QByteArray sums;
    while (of.isWell() && ofOther.isWell() && !of.atEnd() && !ofOther.atEnd())
        appendNumber(sums, of.next() + ofOther.next());
    const bool isWhole = of.isWell() && ofOther.isWell() && of.atEnd() && ofOther.atEnd();
    return isWhole ? std::optional(sums) : std::nullopt;
}

} // namespace tidemark
