#include "story/UtcText.h"

#include <QLatin1StringView>

#include <algorithm>
#include <chrono>

namespace tidemark {

namespace {

constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr QLatin1StringView isoPattern("0000-00-00T00:00:00.000Z");
constexpr QLatin1StringView twitterPattern("Sun Jan 00 00:00:00 +0000 0000");
constexpr qsizetype wholeSeconds = 20; ///< in length, of an ISO time

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

} // namespace

UtcText::UtcText(Instant instant, Form form)
{
    if (form == Form::Twitter)
        writeTwitter(instant);
    else
        writeIso(instant, form == Form::IsoMilliseconds || instant % 1000 != 0);
}

void UtcText::writeIso(Instant instant, bool hasMilliseconds)
{
    using namespace std::chrono;
    const Moment time{milliseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    std::copy(isoPattern.begin(), isoPattern.end(), m_text.begin());
    write(0, 4, int(date.year()));
    write(5, 2, unsigned(date.month()));
    write(8, 2, unsigned(date.day()));
    write(11, 2, clock.hours().count());
    write(14, 2, clock.minutes().count());
    write(17, 2, clock.seconds().count());
    write(20, 3, clock.subseconds().count());
    m_size = isoPattern.size();
    if (!hasMilliseconds) {
        m_size = wholeSeconds;
        m_text[wholeSeconds - 1] = 'Z';
    }
}

void UtcText::writeTwitter(Instant instant)
{
    using namespace std::chrono;
    const Moment time{milliseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    std::copy(twitterPattern.begin(), twitterPattern.end(), m_text.begin());
    std::copy_n(weekdays.at(weekday(day).c_encoding()), 3, m_text.begin());
    std::copy_n(months.at(unsigned(date.month()) - 1), 3, m_text.begin() + 4);
    write(8, 2, unsigned(date.day()));
    write(11, 2, clock.hours().count());
    write(14, 2, clock.minutes().count());
    write(17, 2, clock.seconds().count());
    write(26, 4, int(date.year()));
    m_size = twitterPattern.size();
}

void UtcText::write(size_t place, size_t digits, qint64 number)
{
    for (size_t i = place + digits; i-- > place; number /= 10)
        m_text.at(i) = static_cast<char>('0' + number % 10);
}

} // namespace tidemark
