#include "fetch/FeedRhythm.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

constexpr std::chrono::minutes longest = 24h * 7;

std::chrono::minutes periodNamed(QStringView name)
{
    struct Period
    {
        QLatin1StringView name;
        std::chrono::minutes length;
    };
    static constexpr std::array periods{
        Period{"hourly"_L1, 1h},        Period{"daily"_L1, 24h},        Period{"weekly"_L1, 24h * 7},
        Period{"monthly"_L1, 24h * 30}, Period{"yearly"_L1, 24h * 365},
    };
    const auto named = std::find_if(periods.cbegin(), periods.cend(), [name](const Period &period) {
        return name.compare(period.name, Qt::CaseInsensitive) == 0;
    });
    return named == periods.cend() ? 0min : named->length;
}

} // namespace

std::optional<Milliseconds> feedRhythm(const QByteArray &feed)
{
    QXmlStreamReader xml(feed);
    std::chrono::minutes rest = 0min;
    std::chrono::minutes period = 0min;
    int visits = 1; // in a period
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == "item"_L1 || name == "entry"_L1)
            break;
        const bool isSyndication = xml.namespaceUri().contains("/modules/syndication"_L1);
        if (isSyndication && name == "updatePeriod"_L1)
            period = periodNamed(xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed());
        else if (isSyndication && name == "updateFrequency"_L1)
            visits = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toInt();
        else if (xml.namespaceUri().isEmpty() && name == "ttl"_L1)
            rest = std::chrono::minutes{
                std::max(xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toInt(), 0)};
    }
    rest = std::min(std::max(rest, period / std::max(visits, 1)), longest);
    return rest > 0min ? std::optional<Milliseconds>(rest) : std::nullopt;
}

} // namespace tidemark
