#include "source/TextStream.h"

#include "source/Utf8.h"
#include "text/ExactText.h"

#include <QCoreApplication>

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype window = 64 * 1024;

qsizetype firstForeignByte(QByteArrayView bytes)
{
    const auto *found
        = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return static_cast<uchar>(byte) >= 0x80; });
    return found - bytes.begin();
}

/// UTF-16 of mostly Latin text without a mark has zeros at every other place.
QByteArray utf16WithoutMark(QByteArrayView bytes)
{
    const qsizetype units = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype unit = 0; unit < units; ++unit) {
        even += bytes[2 * unit] == 0;
        odd += bytes[2 * unit + 1] == 0;
    }
    if (units < 2)
        return {};
    if (odd * 10 >= units * 4 && even * 20 < units)
        return "UTF-16LE";
    if (even * 10 >= units * 4 && odd * 20 < units)
        return "UTF-16BE";
    return {};
}

/// By its mark, or by the zeros around the first sign.
QByteArray utf32(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return {};
    const auto unit = [&](int place) { return static_cast<uchar>(bytes[place]); };
    if ((unit(0) == 0xFF && unit(1) == 0xFE) || (unit(0) != 0 && unit(1) == 0))
        return unit(2) == 0 && unit(3) == 0 ? "UTF-32LE" : QByteArray();
    const bool isBig = unit(0) == 0 && unit(1) == 0 && (unit(2) == 0xFE || (unit(2) == 0 && unit(3) != 0));
    return isBig ? "UTF-32BE" : QByteArray();
}

/// What pages that declare an encoding are written in: its wider kin.
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

} // namespace

TextStream::TextStream(std::unique_ptr<ByteStream> bytes, QByteArray declared, QByteArray given)
    : m_bytes(std::move(bytes)),
      m_declared(std::move(declared)),
      m_givenEncoding(std::move(given)),
      m_converter(nullptr, &ucnv_close)
{
}

TextStream::~TextStream() = default;

qint64 TextStream::consumed() const
{
    return m_bytes->consumed();
}

qint64 TextStream::size() const
{
    return m_bytes->size();
}

Result<qint64> TextStream::read(std::span<char> buffer)
{
    while (m_textPlace == m_text.size() && !m_atEnd)
        refill();
    const auto count = std::min(qsizetype(buffer.size()), m_text.size() - m_textPlace);
    if (count == 0 && m_failure)
        return *m_failure;
    std::copy_n(m_text.constData() + m_textPlace, count, buffer.data());
    m_textPlace += count;
    return qint64(count);
}

void TextStream::refill()
{
    m_pending.reserve(2 * window);
    while (m_pending.size() < window && !m_atEnd) {
        const qsizetype had = m_pending.size();
        m_pending.resize(had + window);
        const auto count = m_bytes->read({m_pending.data() + had, size_t(window)});
        m_pending.resize(had + qsizetype(count ? *count : 0));
        if (!count)
            m_failure = count.error();
        m_atEnd = !count || *count == 0;
    }
    if (!m_started) {
        m_started = true;
        recogniseMark();
    }
    m_given += m_text.size();
    m_text.clear();
    m_textPlace = 0;
    if (m_encoding == Encoding::Unknown) {
        const qsizetype ascii = firstForeignByte(m_pending);
        m_text = m_pending.left(ascii);
        m_pending.remove(0, ascii);
        // The decision waits until a whole window lies behind the first byte beyond ASCII.
        if (!m_pending.isEmpty() && (m_pending.size() >= window || m_atEnd))
            decideEncoding(m_pending);
        if (m_encoding == Encoding::Unknown)
            return;
    }
    const qsizetype tail = m_encoding == Encoding::Utf8 && !m_atEnd ? incompleteTail(m_pending) : 0;
    m_text += converted(QByteArrayView(m_pending).chopped(tail), m_atEnd);
    m_pending.remove(0, m_pending.size() - tail);
}

void TextStream::recogniseMark()
{
    if (m_pending.startsWith("\xEF\xBB\xBF")) {
        m_hadMark = true;
        m_pending.remove(0, 3);
    }
    if (!m_givenEncoding.isEmpty()) {
        useConverter(m_givenEncoding);
        if (ucnv_getType(m_converter.get()) == UCNV_UTF8)
            m_encoding = Encoding::Utf8;
    } else if (m_hadMark) {
        m_encoding = Encoding::Utf8;
    } else if (const QByteArray wide = utf32(m_pending); !wide.isEmpty()) {
        useConverter(wide);
        if (m_pending.startsWith("\xFF\xFE") || m_pending.mid(2, 2) == "\xFE\xFF")
            m_pending.remove(0, 4);
    } else if (m_pending.startsWith("\xFF\xFE") || m_pending.startsWith("\xFE\xFF")) {
        useConverter(m_pending.startsWith("\xFF") ? "UTF-16LE" : "UTF-16BE");
        m_pending.remove(0, 2);
    } else if (const QByteArray name = utf16WithoutMark(m_pending); !name.isEmpty()) {
        useConverter(name);
    } else if (!m_declared.isEmpty() && m_declared != "UTF-8" && m_declared != "US-ASCII") {
        useConverter(asPublished(m_declared));
        if (m_encoding == Encoding::Utf8)
            m_encoding = Encoding::Unknown; // there is no encoding of that name
    }
}

void TextStream::decideEncoding(QByteArrayView fromFirstForeignByte)
{
    const auto sample
        = m_atEnd ? fromFirstForeignByte : fromFirstForeignByte.chopped(incompleteTail(fromFirstForeignByte));
    const Utf8Evidence evidence = utf8Evidence(sample);
    if (evidence.sequences > 0 && evidence.sequences >= evidence.brokenBytes) {
        m_encoding = Encoding::Utf8;
        return;
    }
    m_guessed = true;
    useConverter(guessedEncoding(sample));
}

void TextStream::useConverter(const QByteArray &name)
{
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(name.constData(), &status));
    m_converterName = name;
    m_encoding = U_SUCCESS(status) ? Encoding::Other : Encoding::Utf8;
}

QByteArray TextStream::repaired(QByteArrayView bytes)
{
    std::vector<Utf8Repair> repairs;
    const QByteArray text = repairedUtf8(bytes, m_repaired, &repairs);
    for (Utf8Repair &repair : repairs) {
        repair.place += m_given + m_text.size();
        m_repairs.push_back(std::move(repair));
    }
    return text;
}

QByteArray TextStream::asItCame(qint64 place, QByteArray text)
{
    const bool isRepaired = !m_repairs.empty() && m_repairs.front().place < place + text.size();
    if (m_encoding != Encoding::Other && !isRepaired)
        return text;
    if (m_encoding == Encoding::Other) {
        const QString decoded = textFromUtf8(text);
        QByteArray bytes(text.size() * 4 + 16, Qt::Uninitialized);
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size
            = ucnv_fromUChars(m_converter.get(), bytes.data(), int32_t(bytes.size()),
                              reinterpret_cast<const UChar *>(decoded.utf16()), int32_t(decoded.size()), &status);
        return U_SUCCESS(status) ? bytes.left(size) : text;
    }
    constexpr qsizetype replacement = 3; // U+FFFD
    QByteArray bytes;
    qsizetype taken = 0;
    while (!m_repairs.empty() && m_repairs.front().place < place + text.size()) {
        const qsizetype at = m_repairs.front().place - place;
        if (at >= taken) {
            bytes += QByteArrayView(text).sliced(taken, at - taken);
            bytes += m_repairs.front().before;
            taken = at + replacement;
        }
        m_repairs.pop_front();
    }
    return bytes += QByteArrayView(text).sliced(taken);
}

QByteArray TextStream::converted(QByteArrayView bytes, bool atEnd)
{
    if (m_encoding == Encoding::Utf8)
        return repaired(bytes);
    QString text(bytes.size() * 2 + 16, Qt::Uninitialized);
    qsizetype used = 0;
    if (!m_highSurrogate.isNull())
        text[used++] = m_highSurrogate;
    m_highSurrogate = QChar();
    const char *source = bytes.data();
    auto *begin = reinterpret_cast<UChar *>(text.data());
    UChar *target = begin + used;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter.get(), &target, begin + text.size(), &source, bytes.data() + bytes.size(), nullptr,
                   atEnd, &status);
    text.truncate(target - begin);
    if (!text.isEmpty() && text.back().isHighSurrogate() && !atEnd) {
        m_highSurrogate = text.back();
        text.chop(1);
    }
    m_repaired += text.count(QChar::ReplacementCharacter);
    return text.toUtf8();
}

bool isEncoding(const QByteArray &name)
{
    UErrorCode status = U_ZERO_ERROR;
    ucnv_close(ucnv_open(name.constData(), &status));
    return !name.isEmpty() && U_SUCCESS(status);
}

QStringList TextStream::notes() const
{
    QStringList notes;
    if (m_guessed) {
        notes << QCoreApplication::translate(
                     "TextStream",
                     "The text is not UTF-8; it was read as %1. If letters look wrong, save "
                     "the file as UTF-8 and import it again.")
                     .arg(QString::fromLatin1(m_converterName));
    } else if (m_encoding == Encoding::Other) {
        notes << QCoreApplication::translate("TextStream", "The text was read as %1.")
                     .arg(QString::fromLatin1(m_converterName));
    }
    if (m_repaired > 0) {
        const auto repaired = int(std::min<qint64>(m_repaired, 1'000'000'000));
        notes << QCoreApplication::translate(
            "TextStream", "%n characters could not be read and were replaced by the sign for an unreadable one.",
            nullptr, repaired);
    }
    return notes;
}

} // namespace tidemark
