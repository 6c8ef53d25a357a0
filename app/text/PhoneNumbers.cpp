#include "text/PhoneNumbers.h"

#include "text/Folding.h"

#include <QString>
#include <QVector>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostDigits = 15; ///< E.164
constexpr qsizetype fewestDigits = 7;
constexpr qsizetype mostSeparators = 3; ///< in a row
constexpr qsizetype mostGroups = 8;     ///< without a plus

struct Group
{
    QString digits;     ///< as ASCII
    QString separators; ///< before it
    qsizetype end = 0;
};

bool isDigit(QChar c)
{
    if (c.unicode() < 0x80)
        return c >= u'0' && c <= u'9';
    return c.digitValue() >= 0 && c.category() == QChar::Number_DecimalDigit;
}

bool isSeparator(QChar c)
{
    return c.category() == QChar::Separator_Space
        || QStringView(u"-.()/\u00b7\u2010\u2011\u2013\u2014\u2212\uff08\uff09\uff0d").contains(c);
}

QVector<Group> groupsFrom(QStringView text, qsizetype at, qsizetype most)
{
    QVector<Group> groups;
    while (groups.size() < most) {
        Group group;
        while (at < text.size() && isSeparator(text.at(at)) && group.separators.size() < mostSeparators)
            group.separators.append(text.at(at++));
        while (at < text.size() && isDigit(text.at(at)) && group.digits.size() <= mostDigits)
            group.digits.append(QChar(u'0' + text.at(at++).digitValue()));
        if (group.digits.isEmpty() || (group.separators.isEmpty() && !groups.isEmpty()))
            break;
        group.end = at;
        groups.append(group);
    }
    return groups;
}

/// What was written before the digits.
struct Lead
{
    bool plus = false;
    bool bracket = false;
    bool asked = false; ///< after "call", "tel" and the like
};

/// A letter or digit that a number may be part of one word with: not one of a script that is written without
/// spaces.
bool isLetterOfWord(QStringView text, qsizetype at)
{
    return text.at(at).isLetterOrNumber() && !standsAlone(text.at(at).unicode());
}

bool saysPhone(QStringView before)
{
    static constexpr std::array hints{
        QStringView(u"tel"),           QStringView(u"phone"),    QStringView(u"call"),
        QStringView(u"mobile"),        QStringView(u"cell"),     QStringView(u"fax"),
        QStringView(u"whatsapp"),      QStringView(u"sms"),      QStringView(u"hotline"),
        QStringView(u"helpline"),      QStringView(u"telefon"),  QStringView(u"telefono"),
        QStringView(u"tel\u00e9fono"), QStringView(u"telefone"), QStringView(u"t\u00e9l\u00e9phone"),
        QStringView(u"t\u00e9l"),      QStringView(u"tlf"),      QStringView(u"m\u00f3vil"),
        QStringView(u"handy"),
    };
    qsizetype end = before.size();
    while (end > 0 && QStringView(u" .:=#\u00a0").contains(before.at(end - 1)))
        --end;
    qsizetype start = end;
    while (start > 0 && isLetterOfWord(before, start - 1))
        --start;
    const QStringView word = before.sliced(start, end - start);
    return std::any_of(hints.begin(), hints.end(),
                       [word](QStringView hint) { return word.compare(hint, Qt::CaseInsensitive) == 0; });
}

/// 415 555 0123: area and exchange begin with 2 to 9.
bool isNorthAmerican(QStringView digits)
{
    const QStringView number = digits.size() == 11 && digits.front() == u'1' ? digits.mid(1) : digits;
    return number.size() == 10 && number.at(0) >= u'2' && number.at(3) >= u'2';
}

bool isMobileOfAsia(QStringView digits)
{
    return (digits.size() == 10 && digits.front() >= u'6')
        || (digits.size() == 11 && digits.at(0) == u'1' && digits.at(1) >= u'3');
}

bool isDate(const QVector<Group> &groups)
{
    if (groups.size() < 3)
        return false;
    const auto size = [&groups](qsizetype i) { return groups.at(i).digits.size(); };
    const auto isDay = [&groups](qsizetype i) { return groups.at(i).digits.toInt() <= 31; };
    const bool dayFirst
        = isDay(0) && isDay(1) && size(0) <= 2 && size(1) <= 2 && (size(2) == 4 || groups.size() == 3);
    const bool yearFirst = size(0) == 4 && size(1) <= 2 && size(2) <= 2 && groups.size() == 3;
    return dayFirst || yearFirst;
}

bool isLocal(const QVector<Group> &groups)
{
    constexpr int roundTo = 50;
    return groups.size() == 2 && groups.at(0).digits.size() == 3 && groups.at(1).digits.size() == 4
        && groups.at(0).digits.front() >= u'2' && groups.at(1).separators == "-"_L1
        && groups.at(1).digits.toInt() % roundTo != 0;
}

qsizetype digitsOf(const QVector<Group> &groups)
{
    return std::accumulate(groups.begin(), groups.end(), qsizetype(0),
                           [](qsizetype sum, const Group &group) { return sum + group.digits.size(); });
}

QVector<qsizetype> sizesOf(const QVector<Group> &groups)
{
    QVector<qsizetype> sizes;
    sizes.reserve(groups.size());
    for (const Group &group : groups)
        sizes.append(group.digits.size());
    return sizes;
}

bool hasEvenSeparators(const QVector<Group> &groups)
{
    return std::all_of(groups.begin() + 1, groups.end(),
                       [&groups](const Group &group) { return group.separators == groups.at(1).separators; });
}

/// 700 000 000 is a count.
bool isRound(const QString &digits)
{
    return digits.endsWith("00000"_L1);
}

bool isNumberInGroups(const QVector<Group> &groups, const QString &digits, const Lead &lead)
{
    const QVector<qsizetype> sizes = sizesOf(groups);
    const auto grouped = [&sizes](std::initializer_list<qsizetype> as) { return sizes == QVector<qsizetype>(as); };
    if (isNorthAmerican(digits) && (grouped({3, 3, 4}) || grouped({1, 3, 3, 4}) || grouped({3, 7})))
        return true;
    const bool isDashed = groups.size() > 1
        && (groups.at(1).separators == "-"_L1 || groups.at(1).separators == "."_L1) && hasEvenSeparators(groups);
    if (isDashed && grouped({3, 3, 4}))
        return true;
    const QChar first = digits.front();
    if (grouped({3, 3, 3}) && QStringView(u"679").contains(first))
        return !isRound(digits);
    if (isMobileOfAsia(digits) && (grouped({5, 5}) || grouped({3, 4, 4})))
        return true;
    // Spain, Turkey, Brazil, Mexico, Russia
    if (grouped({3, 2, 2, 2}) || grouped({2, 3, 2, 2}))
        return QStringView(u"6789").contains(first);
    if (grouped({3, 3, 2, 2}) || (grouped({2, 5, 4}) && digits.at(2) == u'9'))
        return true;
    if (grouped({2, 4, 4}) && hasEvenSeparators(groups))
        return true;
    if (first == u'8' && (grouped({1, 3, 3, 2, 2}) || grouped({1, 3, 3, 4})))
        return true;
    if (digits.startsWith("00"_L1) && digits.size() >= 11 && sizes.front() > 1)
        return true;
    // 05.10.17 20.30 is an hour of a day; 06 12 34 56 78 is not.
    if (grouped({2, 2, 2, 2, 2}) && !hasEvenSeparators(groups))
        return false;
    const bool trunk = first == u'0'
        || (lead.bracket && groups.size() > 1 && QStringView(groups.at(1).separators).contains(u')'));
    return trunk && !isRound(digits) && digits.size() >= 9 && digits.size() <= 12 && sizes.front() > 1;
}

bool isPhoneNumber(const QVector<Group> &groups, const Lead &lead)
{
    QString digits;
    for (const Group &group : groups)
        digits.append(group.digits);
    if (digits.size() < fewestDigits || digits.size() > mostDigits || (!lead.plus && isDate(groups)))
        return false;
    if (lead.asked || (lead.plus && digits.size() > fewestDigits && digits.front() != u'0'))
        return true;
    if (groups.size() > 1)
        return isLocal(groups) || isNumberInGroups(groups, digits, lead);
    const bool trunk = digits.front() == u'0' && digits.size() >= 9 && digits.size() <= 12;
    const bool international = digits.startsWith("00"_L1) && digits.size() >= 11;
    return trunk || international || (!isRound(digits) && (isNorthAmerican(digits) || isMobileOfAsia(digits)));
}

/// Whether a place lies in a bank account's number as they are written, "DE89 3704 0044 0532": two letters, two
/// digits, then groups.
bool isInAccountNumber(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 42;
    qsizetype start = at;
    while (start > 0 && at - start < longest && (isDigit(text.at(start - 1)) || text.at(start - 1) == u' '))
        --start;
    const auto isCapital = [text](qsizetype i) { return text.at(i) >= u'A' && text.at(i) <= u'Z'; };
    return start >= 2 && start + 1 < at && isDigit(text.at(start)) && isDigit(text.at(start + 1))
        && isCapital(start - 1) && isCapital(start - 2) && (start == 2 || !text.at(start - 3).isLetterOrNumber());
}

/// Whether digits enough for a number follow. Quick: every year and hour of a text is asked.
bool hasDigitsEnough(QStringView text, qsizetype at)
{
    qsizetype digits = 0;
    qsizetype separators = 0; // in a row
    for (; at < text.size() && digits < fewestDigits; ++at) {
        const bool isOne = isDigit(text.at(at));
        digits += isOne ? 1 : 0;
        separators = isOne ? 0 : separators + 1;
        if (separators > mostSeparators || (!isOne && !isSeparator(text.at(at))))
            return false;
    }
    return digits == fewestDigits;
}

bool mayBegin(QStringView text, qsizetype at, const Lead &lead)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    if (lead.asked && (before == u'=' || before.isLetter()))
        return true;
    if (lead.plus)
        return !isLetterOfWord(text, at - 1);
    if (isLetterOfWord(text, at - 1) || before.category() == QChar::Symbol_Currency
        || QStringView(u"_#@=&+(").contains(before))
        return false;
    return at < 2 || !isDigit(text.at(at - 2)) || !QStringView(u".,:/-").contains(before);
}

} // namespace

qsizetype phoneNumberLengthAt(QStringView text, qsizetype at)
{
    constexpr qsizetype hintRange = 16;
    const QChar c = text.at(at);
    Lead lead;
    lead.plus = c == u'+' || c == u'\uff0b';
    lead.bracket = c == u'(' || c == u'\uff08';
    if (!lead.plus && !lead.bracket && !isDigit(c))
        return 0;
    if (!hasDigitsEnough(text, lead.plus || lead.bracket ? at + 1 : at))
        return 0;
    const qsizetype hintStart = std::max<qsizetype>(0, at - hintRange);
    lead.asked = saysPhone(text.sliced(hintStart, at - hintStart));
    if (!mayBegin(text, at, lead))
        return 0;
    QVector<Group> groups
        = groupsFrom(text, lead.plus || lead.bracket ? at + 1 : at, lead.plus ? mostDigits : mostGroups);
    if (groups.isEmpty() || (!lead.plus && !groups.front().separators.isEmpty()))
        return 0;
    for (; digitsOf(groups) >= fewestDigits; groups.removeLast()) {
        const qsizetype end = groups.last().end;
        const bool cut = end < text.size() && isLetterOfWord(text, end);
        if (cut || !isPhoneNumber(groups, lead))
            continue;
        if (isInAccountNumber(text, at))
            return 0;
        const bool open = lead.bracket && !text.sliced(at, end - at).contains(u')');
        const bool closes = open && end < text.size() && text.at(end) == u')';
        return end - at + (closes ? 1 : 0);
    }
    return 0;
}

} // namespace tidemark
