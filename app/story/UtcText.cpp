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

} // namespace

UtcText::UtcText(Instant instant, Form form)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    const QLatin1StringView pattern = form == Form::Twitter ? twitterPattern : isoPattern;
    std::copy(pattern.begin(), pattern.end(), m_text.begin());
    m_size = pattern.size();
    write(8, 2, unsigned(date.day())); // in both
    write(11, 2, clock.hours().count());
    write(14, 2, clock.minutes().count());
    write(17, 2, clock.seconds().count());
    if (form == Form::Twitter) {
        std::copy_n(weekdays.at(weekday(day).c_encoding()), 3, m_text.begin());
        std::copy_n(months.at(unsigned(date.month()) - 1), 3, m_text.begin() + 4);
        write(26, 4, int(date.year()));
        return;
    }
    write(0, 4, int(date.year()));
    write(5, 2, unsigned(date.month()));
    write(20, 3, clock.subseconds().count());
    if (form == Form::Iso && instant % 1000 == 0) {
        m_size = wholeSeconds;
        m_text[wholeSeconds - 1] = 'Z';
    }
}

void UtcText::write(size_t place, size_t digits, qint64 number)
{
    for (size_t i = place + digits; i-- > place; number /= 10)
        m_text.at(i) = static_cast<char>('0' + number % 10);
}

} // namespace tidemark
