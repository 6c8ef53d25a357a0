#include "text/PlainSpelling.h"

#include "text/Entities.h"
#include "text/Folding.h"
#include "text/Handles.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

namespace tidemark {

namespace {

bool isAsciiLetterOrDigit(char32_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isFullStop(char32_t c)
{
    return c == 0x3002 || c == 0xff61;
}

/// Letters in white on a dark disc or square, which NFKC leaves as they are.
std::optional<char16_t> negativeLetter(char32_t c)
{
    constexpr std::array<char32_t, 2> alphabets{0x1f150, 0x1f170};
    constexpr char32_t letters = 26;
    for (const char32_t first : alphabets) {
        if (c >= first && c < first + letters)
            return static_cast<char16_t>(u'A' + (c - first));
    }
    return std::nullopt;
}

bool isSignOfAddress(char16_t c)
{
    return QStringView(u"@./:_-+").contains(QChar(c));
}

/// An entity that stands for a letter, a digit or a sign of an address in ASCII.
Entity asciiEntityAt(QStringView text, qsizetype at)
{
    constexpr QStringView sign = u"&commat;";
    if (text.at(at) != u'&')
        return {};
    if (text.sliced(at).startsWith(sign))
        return {U'@', sign.size()};
    const Entity entity = entityAt(text, at);
    const bool isAscii = isAsciiLetterOrDigit(entity.character)
        || (entity.character < 0x80 && isSignOfAddress(static_cast<char16_t>(entity.character)));
    return isAscii ? entity : Entity();
}

/// What NFKC makes of a character, if that is ASCII letters and digits or one sign of an address; else nothing.
QString asciiOf(char32_t character)
{
    constexpr int32_t longest = 32;
    if (const auto letter = negativeLetter(character))
        return QString(QChar(*letter));
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *const normalizer = unorm2_getNFKCInstance(&error);
    std::array<char16_t, longest> units{};
    const int32_t size
        = unorm2_getDecomposition(normalizer, static_cast<UChar32>(character), units.data(), longest, &error);
    if (U_FAILURE(error) || size <= 0)
        return {};
    const bool isWord = std::all_of(units.data(), units.data() + size, isAsciiLetterOrDigit);
    const bool isSign = size == 1 && isSignOfAddress(units.front());
    return isWord || isSign ? QStringView(units.data(), size).toString() : QString();
}

/// Whether a character may be spelt otherwise here.
bool isRespelt(char32_t character)
{
    return isFullStop(character) || isInvisible(character) || !asciiOf(character).isEmpty();
}

/// isRespelt(), asked once of each character of the first two planes: most texts beyond ASCII hold none that is.
bool mayBeRespelt(char32_t character)
{
    enum : quint8 { Unknown, Stays, Respelt };
    constexpr size_t remembered = 0x20000;
    static std::array<std::atomic<quint8>, remembered> known{};
    if (character >= remembered)
        return isRespelt(character);
    std::atomic<quint8> &answer = known.at(character);
    if (answer.load(std::memory_order_relaxed) == Unknown)
        answer.store(isRespelt(character) ? Respelt : Stays, std::memory_order_relaxed);
    return answer.load(std::memory_order_relaxed) == Respelt;
}

bool isPlain(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        if (unit == u'&' && asciiEntityAt(text, at).length > 0)
            return false;
        if (unit.unicode() < 0x80)
            continue;
        const char32_t character = characterAt(text, at);
        if (mayBeRespelt(character))
            return false;
        at += unitsOf(character) - 1;
    }
    return true;
}

} // namespace

PlainSpelling::PlainSpelling(QStringView original) : m_original(original)
{
    if (!isPlain(original))
        respell();
}

void PlainSpelling::respell()
{
    m_isOriginal = false;
    m_text.reserve(m_original.size());
    m_begins.reserve(m_original.size());
    m_ends.reserve(m_original.size());
    for (qsizetype at = 0; at < m_original.size();) {
        if (const Entity entity = asciiEntityAt(m_original, at); entity.length > 0) {
            append(QString(QChar(static_cast<char16_t>(entity.character))), at, at + entity.length);
            at += entity.length;
            continue;
        }
        const char32_t character = characterAt(m_original, at);
        const qsizetype next = at + unitsOf(character);
        const QString ascii = character < 0x80 || !mayBeRespelt(character) ? QString() : asciiOf(character);
        if (!ascii.isEmpty())
            append(ascii, at, next);
        else if (!isInvisible(character))
            append(m_original.sliced(at, next - at), at, next);
        at = next;
    }
    makeDotsOfFullStops();
}

void PlainSpelling::append(QStringView spelling, qsizetype begin, qsizetype end)
{
    m_text.append(spelling);
    for (qsizetype unit = 0; unit < spelling.size(); ++unit) {
        m_begins.append(begin);
        m_ends.append(end);
    }
}

void PlainSpelling::makeDotsOfFullStops()
{
    for (qsizetype i = 1; i + 1 < m_text.size(); ++i) {
        const bool isInHost = isFullStop(m_text.at(i).unicode()) && isAsciiLetterOrDigit(m_text.at(i - 1).unicode())
            && isAsciiLetterOrDigit(m_text.at(i + 1).unicode());
        if (isInHost)
            m_text[i] = u'.';
    }
}

} // namespace tidemark
