#include "timeline/CountScale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {

namespace {

qint64 logarithmicTop(qint64 most)
{
    for (qint64 power = 10;; power *= 10) {
        for (const qint64 top : {power, 2 * power, 5 * power}) {
            if (top >= most)
                return top;
        }
    }
}

} // namespace

CountScale::CountScale(qint64 most, Kind kind)
    : m_kind(kind), m_top(kind == Kind::Linear ? 3 * roundStep(most) : logarithmicTop(most))
{
}

double CountScale::shareOf(double count) const
{
    const auto top = static_cast<double>(m_top);
    return m_kind == Kind::Linear ? count / top : std::log1p(count) / std::log1p(top);
}

QVector<qint64> CountScale::figures() const
{
    if (m_kind == Kind::Linear)
        return {m_top / 3, m_top / 3 * 2, m_top};
    QVector<qint64> powers;
    for (qint64 power = 1; power <= m_top; power *= 10)
        powers.append(power);
    constexpr qsizetype mostLines = 4;
    const qsizetype every = (powers.size() + mostLines - 1) / mostLines;
    QVector<qint64> figures;
    for (qsizetype i = (powers.size() - 1) % every; i < powers.size(); i += every)
        figures.append(powers.at(i));
    return figures;
}

qint64 CountScale::roundStep(qint64 most)
{
    constexpr std::array tenths{10, 12, 15, 20, 25, 30, 40, 50, 60, 80};
    const qint64 least = std::max<qint64>(1, (most + 2) / 3);
    for (qint64 power = 1;; power *= 10) {
        for (const int tenth : tenths) {
            const qint64 step = power * tenth / 10;
            if (power * tenth % 10 == 0 && step >= least)
                return step;
        }
    }
}

} // namespace tidemark
