#include "reading/ShownText.h"

#include "dialogs/ForeignText.h"
#include "text/Folding.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isDirectionSign(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e
        || code == 0x200f || code == 0x061c;
}

constexpr QChar breakHere{0x200b};

bool isMarkCharacter(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

/// A character that joins or formats: it neither begins a base nor ends one.
bool isFormat(char32_t character)
{
    return QChar::category(character) == QChar::Other_Format;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator;
}

/// It says in which form the character before it is shown.
bool isVariationSelector(char32_t character)
{
    return (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0100 && character <= 0xe01ef);
}

/// Spaces that don't break, fillers, joiners, selectors and blanks that Unicode counts as letters, marks or signs.
constexpr std::array<char32_t, 15> looksLikeNothing{0xa0,   0x34f,  0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c,
                                                    0x180d, 0x180f, 0x2007, 0x202f, 0x2800, 0x3164, 0xffa0};

/// A character that nobody sees, and that may change how others are shown.
bool isUnseen(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || isVariationSelector(character)
        || (category == QChar::Other_Control && character != U'\t')
        || std::find(looksLikeNothing.cbegin(), looksLikeNothing.cend(), character) != looksLikeNothing.cend();
}

QString numberOf(char32_t character)
{
    const QString digits = QString::number(static_cast<uint>(character), 16).toUpper();
    return u"\u27e8U+"_s + digits.rightJustified(4, u'0') + u'\u27e9';
}

/// What is shown for a single unit that a document would take for something else, or that shows nothing.
QChar fitUnit(QChar c)
{
    constexpr char16_t controlPictures = 0x2400;
    if (c < u' ' && c != u'\t')
        return QChar(controlPictures + c.unicode());
    const bool frameSign = c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1;
    return frameSign || c == QChar::ObjectReplacementCharacter ? QChar(QChar::ReplacementCharacter) : c;
}

} // namespace

ShownText::ShownText(const QString &stored, const ConcealedText &concealed, const ShownLimits &limits)
    : m_stored(stored), m_concealed(concealed)
{
    qsizetype grown = 0;
    m_grown.reserve(m_concealed.replacements.size() + 1);
    for (const Replacement &replacement : std::as_const(m_concealed.replacements)) {
        m_grown.append(grown);
        grown += replacement.with.size() - replacement.length;
    }
    m_grown.append(grown);
    makeFit(limits);
}

void ShownText::append(QStringView characters, qsizetype from, qsizetype taken)
{
    const Step &last = m_steps.constLast();
    if (m_text.size() - last.shown != from - last.concealed)
        m_steps.append({m_text.size(), from});
    m_text.append(characters);
    if (characters.size() != taken)
        m_steps.append({m_text.size(), from + taken});
}

void ShownText::makeFit(const ShownLimits &limits)
{
    const QStringView source(m_concealed.text);
    m_text.reserve(std::min(source.size(), limits.units) + 64);
    qsizetype run = 0;
    qsizetype lines = 0;
    int marks = 0;
    int lineEnds = 0;
    qsizetype at = 0;
    while (at < source.size()) {
        if (m_text.size() >= limits.units || lines >= limits.lines) {
            m_cut = true;
            break;
        }
        const QChar c = source.at(at);
        if (isLineEnd(c)) {
            const bool pair = c == u'\r' && at + 1 < source.size() && source.at(at + 1) == u'\n';
            const qsizetype taken = pair ? 2 : 1;
            if (++lineEnds <= mostLineEnds) {
                append(u"\n", at, taken);
                ++lines;
            }
            run = 0;
            marks = 0;
            at += taken;
            continue;
        }
        const char32_t character = characterAt(source, at);
        const qsizetype units = unitsOf(character);
        if (limits.signsNamed && isUnseen(character)) {
            append(numberOf(character), at, units);
            run = 0;
            lineEnds = 0;
            at += units;
            continue;
        }
        if (isMarkCharacter(character)) {
            if (++marks > mostMarks) {
                at += units;
                continue;
            }
        } else if (!isFormat(character)) {
            marks = 0;
            if (run >= longestRun) {
                append({&breakHere, 1}, at, 0);
                run = 0;
            }
        }
        lineEnds = 0;
        run = c.isSpace() ? 0 : run + 1;
        const QChar fit = fitUnit(c);
        append(units == 1 ? QStringView(&fit, 1) : source.sliced(at, units), at, units);
        at += units;
    }
    m_steps.append({m_text.size(), at});
}

qsizetype ShownText::toConcealed(qsizetype shown) const
{
    const auto next = std::upper_bound(m_steps.cbegin(), m_steps.cend(), shown,
                                       [](qsizetype place, const Step &step) { return place < step.shown; });
    const Step &step = *std::prev(next);
    return std::min(step.concealed + shown - step.shown, m_concealed.text.size());
}

qsizetype ShownText::fromConcealed(qsizetype concealed) const
{
    const auto next = std::upper_bound(m_steps.cbegin(), m_steps.cend(), concealed,
                                       [](qsizetype place, const Step &step) { return place < step.concealed; });
    const Step &step = *std::prev(next);
    const qsizetype most = next == m_steps.cend() ? m_text.size() : next->shown;
    return std::min(step.shown + concealed - step.concealed, most);
}

/// The last replacement that begins at a place of the stored text or before it; -1 if none does.
qsizetype ShownText::lastReplacementBefore(qsizetype stored) const
{
    const auto &all = m_concealed.replacements;
    const auto next = std::upper_bound(all.cbegin(), all.cend(), stored,
                                       [](qsizetype place, const Replacement &one) { return place < one.start; });
    return next - all.cbegin() - 1;
}

ShownRange ShownText::fromStored(qsizetype start, qsizetype length) const
{
    if (length <= 0)
        return {};
    const auto concealedPlace = [this](qsizetype unit, bool end) {
        const qsizetype index = lastReplacementBefore(unit);
        if (index < 0)
            return end ? unit + 1 : unit;
        const Replacement &replacement = m_concealed.replacements.at(index);
        const qsizetype begins = replacement.start + m_grown.at(index);
        if (unit < replacement.start + replacement.length)
            return end ? begins + replacement.with.size() : begins;
        return (end ? unit + 1 : unit) + m_grown.at(index + 1);
    };
    const qsizetype from = fromConcealed(concealedPlace(start, false));
    const qsizetype to = fromConcealed(concealedPlace(start + length - 1, true));
    return {from, std::max<qsizetype>(0, to - from)};
}

bool ShownText::isConcealed(qsizetype start, qsizetype length) const
{
    const qsizetype index = lastReplacementBefore(start + length - 1);
    if (index < 0)
        return false;
    const Replacement &replacement = m_concealed.replacements.at(index);
    return replacement.start + replacement.length > start;
}

qsizetype ShownText::storedPlace(qsizetype concealed, bool end) const
{
    const auto &all = m_concealed.replacements;
    qsizetype low = 0;
    qsizetype high = all.size();
    while (low < high) { // the first replacement that begins behind the place
        const qsizetype middle = (low + high) / 2;
        if (all.at(middle).start + m_grown.at(middle) < concealed + (end ? 0 : 1))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return concealed;
    const Replacement &before = all.at(low - 1);
    if (concealed < before.start + m_grown.at(low - 1) + before.with.size())
        return end ? before.start + before.length : before.start;
    return concealed - m_grown.at(low);
}

QString ShownText::copied(qsizetype from, qsizetype to, bool withNames) const
{
    if (from >= to)
        return {};
    qsizetype start = toConcealed(from);
    qsizetype end = toConcealed(to);
    if (!withNames)
        return m_concealed.text.mid(start, end - start);
    start = storedPlace(start, false);
    end = storedPlace(end, true);
    return m_stored.mid(start, end - start);
}

QString inALine(const ShownText &shown)
{
    QString line = shown.text();
    line.removeIf(isDirectionSign);
    line = line.simplified();
    if (shown.isCut())
        line += u'\u2026';
    return isolated(line);
}

} // namespace tidemark
