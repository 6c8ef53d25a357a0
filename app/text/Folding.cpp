#include "text/Folding.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

constexpr qsizetype longestSegment = 32;
constexpr int32_t bufferSize = 4096; ///< NFKC makes at most 18 units of one, NFD at most 4

const UNormalizer2 *instance(const UNormalizer2 *(*get)(UErrorCode *))
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = get(&error);
    Q_ASSERT(U_SUCCESS(error));
    return normalizer;
}

const UNormalizer2 *caseFolding()
{
    static const UNormalizer2 *const normalizer = instance(unorm2_getNFKCCasefoldInstance);
    return normalizer;
}

const UNormalizer2 *decomposing()
{
    static const UNormalizer2 *const normalizer = instance(unorm2_getNFDInstance);
    return normalizer;
}

const UNormalizer2 *composing()
{
    static const UNormalizer2 *const normalizer = instance(unorm2_getNFCInstance);
    return normalizer;
}

UScriptCode scriptOf(char32_t character)
{
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(character), &error);
}

struct Buffer
{
    std::array<char16_t, bufferSize> units;
    int32_t size = 0;

    void fill(const UNormalizer2 *normalizer, const char16_t *from, int32_t length)
    {
        UErrorCode error = U_ZERO_ERROR;
        size = unorm2_normalize(normalizer, from, length, units.data(), bufferSize, &error);
        if (U_FAILURE(error))
            size = 0;
    }
    void dropAccents()
    {
        int32_t kept = 0;
        for (int32_t i = 0; i < size;) {
            const char32_t character = characterAt(QStringView(units.data(), size), i);
            const bool dropped = isDropped(character);
            for (const int32_t end = i + static_cast<int32_t>(unitsOf(character)); i < end; ++i) {
                if (!dropped)
                    units[static_cast<size_t>(kept++)] = units[static_cast<size_t>(i)];
            }
        }
        size = kept;
    }
    [[nodiscard]] bool isPlain() const
    {
        return std::all_of(units.data(), units.data() + size, [](char16_t unit) { return unit < 0xc0; });
    }
};

} // namespace

bool isWordCharacter(char32_t character)
{
    constexpr uint32_t categories = U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK | U_GC_MN_MASK | U_GC_MC_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & categories) != 0;
}

bool isMark(char32_t character)
{
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

bool isDropped(char32_t character)
{
    constexpr char32_t tatweel = 0x640;
    constexpr char32_t dakuten = 0x3099;
    constexpr char32_t handakuten = 0x309a;
    if (character < 0xad || character == dakuten || character == handakuten)
        return false;
    if (character == tatweel
        || u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return true;
    if ((U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0)
        return false;
    switch (scriptOf(character)) {
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
        return true;
    default:
        return false;
    }
}

bool standsAlone(char32_t character)
{
    constexpr char32_t firstOfThese = 0xe00; // Thai
    constexpr char32_t prolongedSound = 0x30fc;
    if (character < firstOfThese)
        return false;
    switch (scriptOf(character)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return character == prolongedSound;
    }
}

char32_t characterAt(QStringView text, qsizetype at)
{
    const QChar unit = text.at(at);
    if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text.at(at + 1));
    return unit.unicode();
}

char32_t characterBefore(QStringView text, qsizetype at)
{
    if (at == 0)
        return 0;
    const QChar unit = text.at(at - 1);
    if (unit.isLowSurrogate() && at > 1 && text.at(at - 2).isHighSurrogate())
        return QChar::surrogateToUcs4(text.at(at - 2), unit);
    return unit.unicode();
}

qsizetype segmentLength(QStringView text, qsizetype at)
{
    qsizetype end = at + unitsOf(characterAt(text, at));
    while (end < text.size() && end - at < longestSegment) {
        const char32_t next = characterAt(text, end);
        if (unorm2_hasBoundaryBefore(caseFolding(), static_cast<UChar32>(next)))
            break;
        end += unitsOf(next);
    }
    return end - at;
}

namespace {

void foldAnew(QStringView segment, QString &folded)
{
    Buffer first;
    first.fill(caseFolding(), segment.utf16(), static_cast<int32_t>(segment.size()));
    if (!first.isPlain()) {
        Buffer second;
        second.fill(decomposing(), first.units.data(), first.size);
        second.dropAccents();
        first.fill(composing(), second.units.data(), second.size);
    }
    folded.resize(0);
    folded.append(QStringView(first.units.data(), first.size));
}

/// Most segments that aren't plain are one letter of an alphabet of Europe or the Near East, always the same ones.
constexpr char16_t firstUnremembered = 0x600;

const QString &rememberedFolding(char16_t unit)
{
    static const auto foldings = [] {
        std::array<QString, firstUnremembered> made;
        for (char16_t each = 0; each < firstUnremembered; ++each)
            foldAnew(QStringView(&each, 1), made.at(each));
        return made;
    }();
    return foldings.at(unit);
}

} // namespace

void foldSegment(QStringView segment, QString &folded)
{
    if (segment.size() == 1 && segment.front().unicode() < firstUnremembered)
        folded = rememberedFolding(segment.front().unicode());
    else
        foldAnew(segment, folded);
}

} // namespace tidemark
