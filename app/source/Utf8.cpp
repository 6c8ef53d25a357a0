#include "source/Utf8.h"

#include <simdjson.h>

#include <algorithm>

namespace tidemark {

namespace {

constexpr uchar byteAt(QByteArrayView bytes, qsizetype place)
{
    return static_cast<uchar>(bytes[place]);
}

constexpr bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

/// The length that a first byte announces; 0 if it can't be one.
constexpr qsizetype announcedLength(uchar first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

/// The length of the well-formed sequence (surrogates included) at a place; 0 if there is none.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype place)
{
    const uchar first = byteAt(bytes, place);
    const qsizetype length = announcedLength(first);
    if (length == 0 || place + length > bytes.size())
        return 0;
    for (qsizetype next = 1; next < length; ++next) {
        if (!isContinuation(byteAt(bytes, place + next)))
            return 0;
    }
    const uchar second = length > 1 ? byteAt(bytes, place + 1) : uchar(0x80);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool tooLarge = first == 0xF4 && second > 0x8F;
    return overlong || tooLarge ? 0 : length;
}

bool isSurrogate(QByteArrayView bytes, qsizetype place)
{
    return byteAt(bytes, place) == 0xED && byteAt(bytes, place + 1) >= 0xA0;
}

} // namespace

qsizetype incompleteTail(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const uchar byte = byteAt(bytes, bytes.size() - back);
        if (!isContinuation(byte))
            return announcedLength(byte) > back ? back : 0;
    }
    return 0;
}

QByteArray repairedUtf8(QByteArrayView bytes, qint64 &repaired, std::vector<Utf8Repair> *repairs)
{
    if (simdjson::validate_utf8(bytes.data(), size_t(bytes.size())))
        return bytes.toByteArray();
    QByteArray result;
    result.reserve(bytes.size() + 64);
    for (qsizetype place = 0; place < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, place);
        if (length > 0 && !(length == 3 && isSurrogate(bytes, place))) {
            result.append(bytes.data() + place, length);
        } else {
            if (repairs != nullptr)
                repairs->push_back(
                    {result.size(), bytes.sliced(place, std::max<qsizetype>(length, 1)).toByteArray()});
            result.append("\xEF\xBF\xBD");
            ++repaired;
        }
        place += std::max<qsizetype>(length, 1);
    }
    return result;
}

Utf8Evidence utf8Evidence(QByteArrayView bytes)
{
    Utf8Evidence evidence;
    for (qsizetype place = 0; place < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, place);
        evidence.sequences += length > 1;
        evidence.brokenBytes += length == 0;
        place += std::max<qsizetype>(length, 1);
    }
    return evidence;
}

} // namespace tidemark
