#include "fetch/Walk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int mostBarren = 3;
constexpr Instant clocksDiffer = 3'600'000; ///< an hour, in milliseconds: among servers
constexpr qsizetype mostKnown = 100;

std::optional<Instant> instantOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QJsonValue valueOf(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(*instant) : QJsonValue();
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &each : list)
        strings << each.toString();
    return strings;
}

} // namespace

Walk::Walk(const QString &place, std::optional<Instant> since, std::optional<Instant> again)
    : m_since(again ? std::min(again, since) : since)
{
    const QJsonObject read = QJsonDocument::fromJson(place.toUtf8()).object();
    const QJsonArray open = read["open"_L1].toArray();
    for (const QJsonValue &each : open) {
        m_open.append({each["cursor"_L1].toString(), instantOf(each["floor"_L1]), stringsOf(each["known"_L1])});
    }
    m_top = stringsOf(read["top"_L1]);
    m_topAt = instantOf(read["topAt"_L1]);
    if (m_top.isEmpty()) {
        m_since = m_reached = again ? again : since;
        m_open.append({{}, m_reached, {}});
        return;
    }
    const auto reached = read.contains("since"_L1) ? instantOf(read["since"_L1]) : since;
    const auto usual = std::max(since, m_topAt);
    m_reached = m_since;
    if (since < reached || (again && again < usual)) {
        const auto back = since < reached ? m_since : again;
        m_open.removeIf([&](const Stretch &stretch) { return stretch.floor >= back; }); // it leads through these
        m_open.append({{}, back, {}});
    } else {
        m_open.append({{}, usual, m_top});
    }
}

QString Walk::cursor() const
{
    return m_open.isEmpty() ? QString() : m_open.constLast().cursor;
}

std::optional<Instant> Walk::floor() const
{
    return m_open.isEmpty() ? std::nullopt : m_open.constLast().floor;
}

bool Walk::wants(const SeenPost &post) const
{
    // What was left open may lead further down than anybody asks for now: a wish for more that was stopped.
    const std::optional<Instant> earliest = m_open.isEmpty() ? m_since : std::min(m_since, floor());
    return !earliest || !post.at || *post.at >= *earliest;
}

void Walk::take(const QVector<SeenPost> &posts, const QString &next, Cursor kind)
{
    if (m_open.isEmpty())
        return;
    Stretch &stretch = m_open.last();
    const bool isNew = std::any_of(posts.cbegin(), posts.cend(),
                                   [this](const SeenPost &post) { return !m_seen.contains(post.id); });
    m_barren = isNew ? 0 : m_barren + 1;
    const bool isKnown = m_cursors.contains(next) || next == stretch.cursor;
    const bool repeats = isKnown || m_barren >= mostBarren;
    const bool isBehind = liesBehindKnown(posts);
    const bool isLast = posts.isEmpty() ? isKnown || kind == Cursor::Made
                                        : isReached(posts) || isBehind || (repeats && kind == Cursor::Made);
    const bool ends = next.isEmpty() || isLast;
    m_isAtTop = m_isAtTop || stretch.cursor.isEmpty();
    if (m_isAtTop)
        noteTop(posts, ends);
    m_isAtTop = m_isAtTop && posts.isEmpty();
    for (const SeenPost &post : posts)
        m_seen.insert(post.id);
    m_cursors.insert(next);
    if (ends) {
        m_open.removeLast();
        beginAnew();
    } else {
        m_isRepeating = repeats;
        m_isBarren = repeats && posts.isEmpty();
        stretch.cursor = next;
        // The older one leads on from the same place, and further down.
        if (const qsizetype size = m_open.size(); repeats && size > 1 && m_open.at(size - 2).cursor == next) {
            m_open.removeLast();
            m_met.clear();
            if (!isKnown)
                goOn();
        }
    }
}

void Walk::beginAnew()
{
    m_seen.clear();
    m_cursors.clear();
    m_met.clear();
    m_barren = 0;
    m_isAtTop = false;
}

/// What comes behind that place was never asked for in this run, whatever the pages before it were like.
void Walk::goOn()
{
    m_barren = 0;
    m_isRepeating = false;
    m_isBarren = false;
}

void Walk::restart()
{
    beginAnew();
    if (!m_open.isEmpty())
        m_open.last().cursor.clear();
}

void Walk::noteTop(const QVector<SeenPost> &posts, bool isAll)
{
    m_isEmptied = isAll && posts.isEmpty() && !m_top.isEmpty() && floor() <= m_topAt;
    if (posts.isEmpty())
        return;
    m_top.clear();
    m_topAt.reset();
    for (const SeenPost &post : posts.first(std::min(posts.size(), mostKnown))) {
        m_top << post.id;
        if (post.at)
            m_topAt = std::min(m_topAt.value_or(*post.at), *post.at);
    }
}

bool Walk::isReached(const QVector<SeenPost> &posts) const
{
    const Stretch &stretch = m_open.constLast();
    const auto rises = [](const SeenPost &above, const SeenPost &below) {
        return above.at && below.at && *above.at + clocksDiffer < *below.at;
    };
    const bool isFalling = std::adjacent_find(posts.cbegin(), posts.cend(), rises) == posts.cend();
    return std::all_of(posts.cbegin(), posts.cend(), [&](const SeenPost &post) {
        const bool isOld = stretch.floor && post.at && *post.at < *stretch.floor;
        return stretch.known.contains(post.id) || (isFalling && isOld);
    });
}

/// Where times don't tell that all below is known, the posts do that lay at the top the time before, once nearly
/// all of them were passed: some may be gone, and one by itself may have been put on top again. So a top of one
/// tells nothing.
bool Walk::liesBehindKnown(const QVector<SeenPost> &posts)
{
    const QStringList &known = m_open.constLast().known;
    bool hasKnown = false;
    for (const SeenPost &post : posts) {
        if (known.contains(post.id)) {
            m_met.insert(post.id);
            hasKnown = true;
        }
    }
    return !hasKnown && m_met.size() > 1 && m_met.size() * 10 >= known.size() * 9;
}

QString Walk::text() const
{
    QJsonArray open;
    for (const Stretch &stretch : m_open) {
        // One that hasn't begun yet begins at the top of another time anyway.
        if (!stretch.cursor.isEmpty()) {
            open.append(QJsonObject{{u"cursor"_s, stretch.cursor},
                                    {u"floor"_s, valueOf(stretch.floor)},
                                    {u"known"_s, QJsonArray::fromStringList(stretch.known)}});
        }
    }
    const QJsonObject place{{u"open"_s, open},
                            {u"top"_s, QJsonArray::fromStringList(m_top)},
                            {u"topAt"_s, valueOf(m_topAt)},
                            {u"since"_s, valueOf(m_reached)}};
    return QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact));
}

} // namespace tidemark
