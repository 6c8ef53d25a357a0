#include "source/TextStream.h"

#include "source/EncodingGuess.h"
#include "source/Utf8.h"
#include "text/ExactText.h"

#include <QCoreApplication>

#include <unicode/ucnv.h>

#include <algorithm>
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
        const auto count = appendNext(*m_bytes, m_pending, window);
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
