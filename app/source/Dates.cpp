// One file, long as it is: every form is told from its neighbours by the same small parts (numbers and words), and
// whoever adds one has to see all the others.

#include "source/Dates.h"

#include "source/DateWords.h"

#include <QDateTime>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 julianDayOf1970 = 2'440'588;
constexpr qint64 daysFrom1899To1970 = 25'569;
constexpr qsizetype longestTime = 80;

struct DateNumber
{
    int value = 0;
    qsizetype digits = 0;
    QChar separator; ///< what follows it
};

/// Walks a time's text once and collects its parts.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    /// False if something stands there that can't belong to a time.
    [[nodiscard]] bool scan()
    {
        while (m_place < m_text.size()) {
            if (!step())
                return false;
        }
        return true;
    }

    QVarLengthArray<DateNumber, 8> numbers;
    int month = 0;               ///< by name
    std::optional<qint64> ofDay; ///< milliseconds; may reach into the next day
    std::optional<int> offset;   ///< minutes

private:
    [[nodiscard]] QChar at(qsizetype place) const { return place < m_text.size() ? m_text[place] : QChar(); }
    [[nodiscard]] static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    bool step()
    {
        const QChar c = at(m_place);
        if (isDigit(c))
            return takeNumber();
        if (c.isLetter())
            return takeWord();
        if (c == u'(' || c == u'[')
            return skipTo(c == u'(' ? u')' : u']');
        if ((c == u'+' || c == u'-' || c == u'\u2212') && ofDay && !offset && isDigit(at(m_place + 1)))
            return takeOffset(c == u'+' ? 1 : -1);
        ++m_place;
        return c.isSpace() || QStringView(u"-/.,'\u2019\u00B7").contains(c);
    }

    bool skipTo(QChar end)
    {
        while (m_place < m_text.size() && m_text[m_place] != end)
            ++m_place;
        ++m_place;
        return true;
    }

    /// Digits from the present place on, at most eight of them.
    DateNumber digits()
    {
        DateNumber number;
        while (isDigit(at(m_place)) && number.digits < 8) {
            number.value = number.value * 10 + at(m_place++).digitValue();
            ++number.digits;
        }
        number.separator = at(m_place);
        return number;
    }

    bool takeNumber()
    {
        DateNumber number = digits();
        if (isDigit(at(m_place)))
            return false;
        // Italians and Finns write 12.30; behind a date it can be nothing else.
        const bool isBehindDate = numbers.size() == (month > 0 ? 2 : 3);
        const bool hour = number.digits <= 2 && !ofDay
            && (number.separator == u':' || isEastAsianHour(number.separator)
                || (number.separator.toLower() == u'h' && !at(m_place + 1).isLetter())
                || (number.separator == u'.' && isBehindDate && isDigit(at(m_place + 1))));
        if (hour)
            return takeTimeOfDay(number.value);
        if (number.digits == 8 && numbers.isEmpty()) {
            numbers.append({number.value / 10'000, 4, u'-'});
            numbers.append({number.value / 100 % 100, 2, u'-'});
            numbers.append({number.value % 100, 2, number.separator});
            return true;
        }
        if (numbers.size() == 3 && !ofDay && (number.digits == 6 || number.digits == 4)) {
            const int seconds = number.digits == 6 ? number.value % 100 : 0;
            const int hoursMinutes = number.digits == 6 ? number.value / 100 : number.value;
            return setTimeOfDay(hoursMinutes / 100, hoursMinutes % 100, seconds, 0);
        }
        numbers.append(number);
        return numbers.size() <= 3;
    }

    bool takeTimeOfDay(int hour)
    {
        if (isEastAsianHour(at(m_place))) {
            ++m_place;
            const int minute = takeCounted(u"\u5206\uBD84");
            const int second = takeCounted(u"\u79D2\uCD08");
            return setTimeOfDay(hour, minute, second, 0);
        }
        const QChar between = at(m_place++) == u'.' ? u'.' : u':';
        const DateNumber minute = digits();
        if (minute.digits == 0 && m_text[m_place - 1].toLower() == u'h')
            return setTimeOfDay(hour, 0, 0, 0);
        if (minute.digits != 2)
            return false;
        if (at(m_place) != between)
            return setTimeOfDay(hour, minute.value, 0, 0);
        ++m_place;
        const DateNumber second = digits();
        if (second.digits != 2)
            return false;
        return setTimeOfDay(hour, minute.value, second.value, takeFraction());
    }

    /// A number with one of these signs behind it; 0 if none is next.
    int takeCounted(QStringView signs)
    {
        const qsizetype start = m_place;
        while (at(m_place).isSpace())
            ++m_place;
        const DateNumber number = digits();
        m_place = number.digits > 0 && signs.contains(number.separator) ? m_place + 1 : start;
        return m_place == start ? 0 : number.value;
    }

    /// Milliseconds; further digits are dropped.
    int takeFraction()
    {
        if ((at(m_place) != u'.' && at(m_place) != u',') || !isDigit(at(m_place + 1)))
            return 0;
        ++m_place;
        int milliseconds = 0;
        for (int weight = 100; isDigit(at(m_place)); weight /= 10)
            milliseconds += at(m_place++).digitValue() * weight;
        return milliseconds;
    }

    bool setTimeOfDay(int hour, int minute, int second, int milliseconds)
    {
        const bool midnight = hour == 24 && minute == 0 && second == 0 && milliseconds == 0;
        if (ofDay || (hour > 23 && !midnight) || minute > 59 || second > 60)
            return false;
        ofDay = ((hour * 60LL + minute) * 60 + second) * 1000 + milliseconds;
        return !m_half || takeHalf(*m_half == HalfOfDay::Afternoon);
    }

    bool takeOffset(int sign)
    {
        ++m_place;
        const DateNumber first = digits();
        int minutes = first.digits <= 2 ? first.value * 60 : first.value / 100 * 60 + first.value % 100;
        if (first.digits <= 2 && at(m_place) == u':') {
            ++m_place;
            minutes += digits().value;
        }
        offset = sign * minutes;
        return first.digits <= 4 && minutes <= 15 * 60;
    }

    bool takeWord()
    {
        if (isEastAsian(at(m_place)))
            return takeSign();
        const qsizetype start = m_place;
        while (at(m_place).isLetter() && !isEastAsian(at(m_place)))
            ++m_place;
        const QString word = m_text.mid(start, m_place - start).toString().toLower();
        if ((word == "am"_L1 || word == "pm"_L1 || word == "a"_L1 || word == "p"_L1) && ofDay) {
            if (at(m_place) == u'.')
                m_place += at(m_place + 1).toLower() == u'm' ? 2 : 1;
            return takeHalf(word.startsWith(u'p'));
        }
        // "mar" is March and Spanish for Tuesday: beside another month it is the day.
        if (const int named = monthNamed(word);
            named > 0 && month == 0 && (word != "mar"_L1 || !namesAnotherMonth())) {
            month = named;
            return true;
        }
        const auto zone = zoneOffset(word);
        // "pt" is Friday in Polish, and "at" leads on to the date: either is a zone only where nothing follows.
        if (isDateFiller(word) && !(zone && ofDay && m_place == m_text.size()))
            return true;
        if (!zone || (!ofDay && numbers.isEmpty()))
            return false;
        // "UTC+2" and "GMT+0200": the number that follows decides.
        if (!offset && !((at(m_place) == u'+' || at(m_place) == u'-') && isDigit(at(m_place + 1))))
            offset = *zone;
        return true;
    }

    /// In Chinese, Japanese and Korean the half of the day stands before the time.
    bool takeSign()
    {
        const auto half = eastAsianHalf(m_text.mid(m_place, 2));
        if (!half && !isEastAsianFiller(at(m_place)))
            return false;
        if (half)
            m_half = half;
        m_place += half ? 2 : 1;
        return true;
    }

    [[nodiscard]] bool namesAnotherMonth() const
    {
        qsizetype place = m_place;
        while (place < m_text.size()) {
            const qsizetype start = place;
            while (at(place).isLetter())
                ++place;
            if (monthNamed(m_text.mid(start, place - start).toString().toLower()) > 0)
                return true;
            place = place == start ? place + 1 : place;
        }
        return false;
    }

    bool takeHalf(bool afternoon)
    {
        constexpr qint64 noon = msPerDay / 2;
        const bool twelve = *ofDay >= noon && *ofDay < noon + msPerDay / 24;
        if (*ofDay >= noon && !twelve)
            return afternoon; // "20:21 PM" says the same twice
        *ofDay += (afternoon ? noon : 0) - (twelve ? noon : 0);
        return true;
    }

    QStringView m_text;
    qsizetype m_place = 0;
    std::optional<HalfOfDay> m_half; ///< of the time that follows
};

int fullYear(const DateNumber &number)
{
    if (number.digits > 2)
        return number.value;
    return number.value + (number.value < 70 ? 2000 : 1900);
}

struct Civil
{
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<Civil> civilDate(const Scanner &parts, bool dayFirst)
{
    const auto &numbers = parts.numbers;
    if (parts.month > 0) {
        if (numbers.size() != 2)
            return std::nullopt;
        const bool yearFirst = numbers[0].digits >= 3;
        return Civil{fullYear(numbers[yearFirst ? 0 : 1]), parts.month, numbers[yearFirst ? 1 : 0].value};
    }
    if (numbers.size() != 3)
        return std::nullopt;
    if (numbers[0].digits >= 3)
        return Civil{numbers[0].value, numbers[1].value, numbers[2].value};
    const bool day = numbers[0].value > 12 || numbers[0].separator == u'.' || (dayFirst && numbers[1].value <= 12);
    return Civil{fullYear(numbers[2]), numbers[day ? 1 : 0].value, numbers[day ? 0 : 1].value};
}

std::optional<ParsedTime> fromNumber(QStringView text, const TimeReading &reading)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    const auto isDigitOrMark = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    if (!isNumber || !std::all_of(text.begin(), text.end(), isDigitOrMark))
        return std::nullopt;
    if (reading.excelSerials && value > 0 && value < 100'000) {
        const double days = value - double(daysFrom1899To1970);
        return ParsedTime{qRound64(days * double(msPerDay)), reading.zone.isValid()};
    }
    // 1e8 seconds is 1973, 1e11 milliseconds too: what is smaller is no time of a post.
    if (value < 1e8)
        return std::nullopt;
    if (value < 1e11)
        return ParsedTime{qRound64(value * 1e3), true};
    if (value < 1e14)
        return ParsedTime{qRound64(value), true};
    if (value < 1e17)
        return ParsedTime{qRound64(value / 1e3), true};
    return std::nullopt;
}

/// Compact forms are digits only: 20171015 and 20171015202100.
std::optional<ParsedTime> fromCompact(QStringView text, const TimeReading &reading)
{
    if (text.size() != 8 && text.size() != 14)
        return std::nullopt;
    const int year = text.left(4).toInt();
    if (year < 1900 || year > 2200 || text.contains(u'.'))
        return std::nullopt;
    const QString spread
        = text.left(8).toString() + u'T' + (text.size() == 14 ? text.mid(8).toString() : u"0000"_s);
    return parseTime(spread, reading);
}

/// W3C's short forms: 2017 and 2017-10.
std::optional<ParsedTime> fromPartial(QStringView text, const TimeReading &reading)
{
    if (text.size() != 4 && !(text.size() == 7 && text[4] == u'-'))
        return std::nullopt;
    return parseTime(text.toString() + (text.size() == 4 ? u"-01-01"_s : u"-01"_s), {.zone = reading.zone});
}

/// What most records have, and many million times: 2017-10-15T20:21:00Z, with or without milliseconds.
std::optional<ParsedTime> fromIso(QStringView text)
{
    constexpr QStringView whole = u"dddd-dd-ddTdd:dd:dd.dddZ";
    constexpr qsizetype seconds = 19;
    const bool hasFraction = text.size() == whole.size();
    if ((!hasFraction && text.size() != seconds + 1) || text.back() != u'Z')
        return std::nullopt;
    std::array<int, 7> numbers{}; // year, month, day, hour, minute, second, milliseconds
    size_t number = 0;
    for (qsizetype at = 0; at < text.size() - 1; ++at) {
        const unsigned digit = text[at].unicode() - unsigned{u'0'};
        if (whole[at] == u'd' ? digit > 9 : text[at] != whole[at])
            return std::nullopt;
        if (whole[at] == u'd')
            numbers[number] = numbers[number] * 10 + static_cast<int>(digit);
        else
            ++number;
    }
    const auto [year, month, day, hour, minute, second, milliseconds] = numbers;
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1 || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const qint64 ofDay = ((hour * 60LL + minute) * 60 + second) * 1000 + milliseconds;
    return ParsedTime{(date.toJulianDay() - julianDayOf1970) * msPerDay + ofDay, true};
}

} // namespace

std::optional<ParsedTime> parseTime(QStringView text, const TimeReading &reading)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longestTime)
        return std::nullopt;
    if (const auto time = fromIso(text))
        return time;
    if (const auto compact = fromCompact(text, reading))
        return compact;
    if (const auto number = fromNumber(text, reading))
        return number;
    if (reading.partial) {
        if (const auto partial = fromPartial(text, reading))
            return partial;
    }
    Scanner parts(text);
    if (!parts.scan())
        return std::nullopt;
    const auto civil = civilDate(parts, reading.dayFirst);
    if (!civil)
        return std::nullopt;
    const QDate date(civil->year, civil->month, civil->day);
    if (!date.isValid() || civil->year < 1)
        return std::nullopt;
    const qint64 midnight = (date.toJulianDay() - julianDayOf1970) * msPerDay;
    const qint64 local = midnight + parts.ofDay.value_or(0);
    if (parts.offset)
        return ParsedTime{local - *parts.offset * msPerMinute, true};
    if (!reading.zone.isValid())
        return ParsedTime{local, false};
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(local, QTimeZone::utc());
    return ParsedTime{QDateTime(wall.date(), wall.time(), reading.zone).toMSecsSinceEpoch(), true};
}

DayOrder dayOrder(QStringView text)
{
    text = text.trimmed();
    Scanner parts(text);
    if (text.size() > longestTime || !parts.scan() || parts.month > 0 || parts.numbers.size() != 3)
        return DayOrder::NotNumeric;
    const auto &numbers = parts.numbers;
    if (numbers[0].digits >= 3 || numbers[0].separator == u'.')
        return DayOrder::NotNumeric;
    if (numbers[0].value > 12)
        return DayOrder::DayFirst;
    if (numbers[1].value > 12)
        return DayOrder::MonthFirst;
    return numbers[0].value == numbers[1].value ? DayOrder::NotNumeric : DayOrder::Ambiguous;
}

bool isPlausible(Instant instant, Instant now)
{
    constexpr Instant yearOne = -62'135'596'800'000;
    return instant >= yearOne && instant <= now + msPerDay;
}

std::optional<Instant> plausibleSeconds(double seconds, Instant now)
{
    constexpr double most = 1e12; // beyond any plausible year, and far from where an Instant overflows
    if (!(std::abs(seconds) < most))
        return std::nullopt;
    const Instant instant = static_cast<Instant>(seconds) * 1000;
    return isPlausible(instant, now) ? std::optional(instant) : std::nullopt;
}

} // namespace tidemark
