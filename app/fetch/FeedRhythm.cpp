#include "fetch/FeedRhythm.h"

#include "source/Decompression.h"
#include "source/TextStream.h"
#include "source/Xml.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

constexpr std::chrono::minutes longest = 24h * 7;
constexpr qint64 longestHead = qint64{64} * 1024; ///< bytes

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

/// What stands before the first entry, as UTF-8.
QByteArray headOf(const QByteArray &feed)
{
    static const QRegularExpression entry(u"<(?:[\\w.-]+:)?(?:item|entry)[\\s/>]"_s);
    TextStream text(openBytes(feed), declaredXmlEncoding(feed));
    const QString head = QString::fromUtf8(readHead(text, longestHead));
    return head.left(entry.match(head).capturedStart()).toUtf8();
}

/// What a head says of visits.
struct Rhythm
{
    std::chrono::minutes rest = 0min;
    std::chrono::minutes period = 0min;
    int visits = 1; ///< in a period

    void take(const XmlElement &element)
    {
        const bool isSyndication = element.space.contains("/modules/syndication"_L1);
        if (isSyndication && element.name == "updatePeriod"_L1)
            period = periodNamed(element.text().trimmed());
        else if (isSyndication && element.name == "updateFrequency"_L1)
            visits = element.text().trimmed().toInt();
        else if (element.is({}, u"ttl"))
            rest = std::chrono::minutes{std::max(element.text().trimmed().toInt(), 0)};
        for (const XmlElement *child : element.children())
            take(*child);
    }
};

} // namespace

std::optional<Milliseconds> feedRhythm(const QByteArray &feed)
{
    const XmlDocument document = readXml(headOf(feed)); // which breaks off, as it was cut
    Rhythm rhythm;
    if (document.root)
        rhythm.take(*document.root);
    const auto rest = std::min(std::max(rhythm.rest, rhythm.period / std::max(rhythm.visits, 1)), longest);
    return rest > 0min ? std::optional<Milliseconds>(rest) : std::nullopt;
}

} // namespace tidemark
