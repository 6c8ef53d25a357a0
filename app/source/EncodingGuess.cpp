#include "source/EncodingGuess.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <QList>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <type_traits>

namespace tidemark {

namespace {

/// Where the letters with accents that Western languages use most stand in an encoding.
struct AccentedLetters
{
    QByteArray encoding;
    QByteArrayView bytes; ///< of à á â ä å ç è é ê ë í î ï ñ ó ô ö ú û ü ß, so far as they tell something
};

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a byte beyond ASCII stands where a letter would. Dashes, the apostrophe and the dots of Windows-1252,
/// which stand there too, say nothing; its quotation marks and other signs don't stand between letters.
bool isLetterInWord(QByteArrayView bytes, qsizetype place)
{
    const char c = bytes[place];
    if (static_cast<uchar>(c) < 0x80 || c == '\x85' || c == '\x92' || c == '\x96' || c == '\x97')
        return false;
    const char before = place > 0 ? bytes[place - 1] : ' ';
    const char after = place + 1 < bytes.size() ? bytes[place + 1] : ' ';
    if (!isAsciiLetter(before) && !isAsciiLetter(after))
        return false;
    const auto isWord = [](char side) { return isAsciiLetter(side) || static_cast<uchar>(side) >= 0x80; };
    return static_cast<uchar>(c) >= 0xC0 || (isWord(before) && isWord(after));
}

/// The old encodings of Macs and DOS have them where Windows has mostly punctuation, and uchardet doesn't know
/// them. Taken where most foreign bytes in words are such letters, and by far fewer would be in Windows-1252.
QByteArray oldWesternEncoding(QByteArrayView bytes)
{
    static const AccentedLetters windows{"WINDOWS-1252",
                                         "\xE0\xE1\xE2\xE4\xE5\xE7\xE8\xE9\xEA\xEB\xED\xEE\xEF\xF1\xF3\xF4"
                                         "\xF6\xFA\xFB\xFC\xDF"};
    static const std::array<AccentedLetters, 2> old{
        AccentedLetters{"MACINTOSH", "\x88\x87\x89\x8A\x8C\x8D\x8F\x8E\x90\x91\x94\x95\x99\x9A\x9C\x9E\x9F\xA7"},
        AccentedLetters{"IBM850", "\xA0\x83\x84\x86\x87\x8A\x82\x88\x89\xA1\x8C\x8B\xA4\xA2\x93\x94\xA3\x81\xE1"}};
    std::array<qsizetype, 256> inWords{};
    for (qsizetype place = 0; place < bytes.size(); ++place)
        inWords[static_cast<uchar>(bytes[place])] += isLetterInWord(bytes, place);
    const auto lettersIn = [&](const AccentedLetters &letters) {
        return std::accumulate(letters.bytes.begin(), letters.bytes.end(), qsizetype(0),
                               [&](qsizetype sum, char byte) { return sum + inWords[static_cast<uchar>(byte)]; });
    };
    constexpr qsizetype fewest = 8;
    const qsizetype all = std::accumulate(inWords.begin(), inWords.end(), qsizetype(0));
    qsizetype most = std::max({fewest - 1, 2 * lettersIn(windows), all / 2});
    QByteArray likeliest;
    for (const AccentedLetters &letters : old) {
        if (const qsizetype found = lettersIn(letters); found > most) {
            likeliest = letters.encoding;
            most = found;
        }
    }
    return likeliest;
}

} // namespace

bool isEncoding(const QByteArray &name)
{
    UErrorCode status = U_ZERO_ERROR;
    ucnv_close(ucnv_open(name.constData(), &status));
    return !name.isEmpty() && U_SUCCESS(status);
}

QByteArray asPublished(const QByteArray &declared)
{
    if (declared == "ISO-8859-1" || declared == "ISO8859-1" || declared == "LATIN1" || declared == "LATIN-1")
        return "WINDOWS-1252";
    if (declared == "GB2312" || declared == "GBK")
        return "GB18030";
    if (declared == "ISO-8859-9")
        return "WINDOWS-1254";
    if (declared == "UHC" || declared == "EUC-KR")
        return "WINDOWS-949";
    return declared;
}

/// uchardet is dependable for these; the Western ones it mixes up with each other, and Mac's with everything.
QByteArray guessedEncoding(QByteArrayView bytes)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, void (*)(uchardet_t)> detector(uchardet_new(),
                                                                                            &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), size_t(bytes.size()));
    uchardet_data_end(detector.get());
    QByteArray name = QByteArray(uchardet_get_charset(detector.get())).toUpper();
    const auto isControl
        = [](char byte) { return static_cast<uchar>(byte) >= 0x80 && static_cast<uchar>(byte) < 0xA0; };
    if (name == "ISO-8859-2" && std::any_of(bytes.begin(), bytes.end(), isControl))
        name = "WINDOWS-1250"; // which has letters there
    static const QList<QByteArray> dependable{
        "BIG5",         "EUC-JP",       "EUC-KR",       "EUC-TW",     "GB18030",      "ISO-2022-JP",
        "ISO-2022-KR",  "SHIFT_JIS",    "UHC",          "KOI8-R",     "IBM855",       "IBM866",
        "ISO-8859-2",   "ISO-8859-5",   "ISO-8859-7",   "ISO-8859-9", "WINDOWS-1250", "WINDOWS-1251",
        "WINDOWS-1253", "WINDOWS-1255", "WINDOWS-1256", "TIS-620"};
    static const QList<QByteArray> ofSeveralBytes{"BIG5", "EUC-JP",      "EUC-KR",      "EUC-TW",    "GB18030",
                                                  "UHC",  "ISO-2022-JP", "ISO-2022-KR", "SHIFT_JIS", "JOHAB"};
    if (const QByteArray old = oldWesternEncoding(bytes); !old.isEmpty() && !ofSeveralBytes.contains(name))
        return old;
    const auto foreign
        = std::count_if(bytes.begin(), bytes.end(), [](char byte) { return static_cast<uchar>(byte) >= 0x80; });
    return foreign >= 24 && dependable.contains(name) ? asPublished(name) : QByteArray("WINDOWS-1252");
}

} // namespace tidemark
