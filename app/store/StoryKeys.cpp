#include "store/StoryKeys.h"

#include "store/Settings.h"
#include "store/StoredNumbers.h"
#include "store/StoryTexts.h"
#include "story/Permalink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr quint64 fnvBasis = 0xcbf29ce484222325;
constexpr quint64 fnvPrime = 0x100000001b3;

quint64 hashed(quint64 hash, unsigned char byte)
{
    return (hash ^ byte) * fnvPrime;
}

/// fmix64 of MurmurHash3 (Austin Appleby, public domain): every bit depends on all.
quint64 mixed(quint64 hash)
{
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
    return hash ^ (hash >> 33);
}

qint64 columnOf(quint32 shortHash)
{
    return static_cast<qint32>(shortHash);
}

qint64 columnOf(const QString &key)
{
    return columnOf(shortKeyHash(key));
}

/// Of a link key: the last part of the address.
QStringView lastPart(const QString &key)
{
    return QStringView(key).sliced(key.lastIndexOf(u'/') + 1);
}

/// Whether the row will say these keys as they are: what UTF-8 can't hold is stored as something else.
bool areStoredAsTheyAre(const OwnKeys &own)
{
    return QStringView(own.nativeId).isValidUtf16() && QStringView(own.permalink).isValidUtf16();
}

} // namespace

quint64 keyHash(QStringView key)
{
    quint64 hash = fnvBasis;
    for (const QChar letter : key) {
        if (letter.unicode() >= 0x80) { // rare, so that nearly always no bytes have to be made
            hash = fnvBasis;
            const QByteArray utf8 = key.toUtf8();
            for (const char byte : utf8)
                hash = hashed(hash, static_cast<unsigned char>(byte));
            break;
        }
        hash = hashed(hash, static_cast<unsigned char>(letter.unicode()));
    }
    return mixed(hash);
}

quint32 shortKeyHash(QStringView key)
{
    return static_cast<quint32>(keyHash(key) >> 32);
}

bool OwnKeys::contain(const QString &key) const
{
    if (key.startsWith(linkKeyStart))
        return !permalink.isEmpty()
            && (QStringView(key).sliced(linkKeyStart.size()) == permalink || key == linkKey(permalink));
    return !nativeId.isEmpty() && key == nativeKey(platform, nativeId);
}

bool OwnKeys::imply(const QString &key) const
{
    return !nativeId.isEmpty() && key.startsWith(linkKeyStart) && lastPart(key) == nativeId
        && areStoredAsTheyAre(*this) && key == linkKey(permalink);
}

QStringList OwnKeys::all() const
{
    QStringList keys;
    if (!nativeId.isEmpty())
        keys.append(nativeKey(platform, nativeId));
    if (!permalink.isEmpty())
        keys += {linkKey(permalink), linkKeyStart + permalink};
    keys.removeDuplicates();
    return keys;
}

QStringList keysImplying(const QString &key)
{
    QStringList keys;
    if (const QStringView id = lastPart(key); key.startsWith(linkKeyStart) && !id.isEmpty()) {
        for (const Platform platform : allPlatforms)
            keys.append(nativeKey(platform, id.toString()));
    }
    return keys;
}

StoryKeys::StoryKeys(Connection &connection)
    : m_connection(connection),
      m_find(connection, "SELECT story FROM identity WHERE hash = ?"),
      m_hasText(connection, "SELECT 1 FROM identity_key WHERE story = ? AND key = ?"),
      m_isHidden(connection, "SELECT 1 FROM hidden_story WHERE story = ?"),
      m_isListed(connection, "SELECT 1 FROM identity WHERE hash = ? AND story = ?"),
      m_isListedNow(connection,
                    QByteArray("SELECT EXISTS (SELECT 1 FROM setting WHERE key = '") + settingKey::deferredWork
                        + "' AND CAST(value AS INTEGER) < ?2) "
                          "OR EXISTS (SELECT 1 FROM identity WHERE hash = ?1 AND story = ?2)"),
      m_texts(connection, "SELECT key FROM identity_key WHERE story = ?"),
      m_own(connection,
            QByteArray("SELECT platform, native_id, ") + wholePermalink()
                + " FROM story JOIN story_text ON story = id WHERE id = ?"),
      m_list(connection, "INSERT INTO identity (hash, story) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      m_keepText(connection, "INSERT INTO identity_key (story, key) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      m_unlist(connection, "DELETE FROM identity WHERE hash = ? AND story = ?")
{
}

Result<std::optional<StoryId>> StoryKeys::find(const QString &key)
{
    auto found = findListed(key);
    return found && !found.value() ? findImplied(key) : found;
}

Result<std::optional<StoryId>> StoryKeys::findListed(const QString &key)
{
    return findBy(key, key);
}

Result<std::optional<StoryId>> StoryKeys::findImplied(const QString &key)
{
    for (const QString &listed : keysImplying(key)) {
        auto found = findBy(listed, key);
        if (!found || found.value())
            return found;
    }
    return std::optional<StoryId>();
}

Result<std::optional<StoryId>> StoryKeys::findBy(const QString &listed, const QString &key)
{
    QVector<StoryId> candidates; // nearly always one at most
    auto row = m_find.bind(columnOf(listed)).next();
    for (; row && row.value(); row = m_find.next())
        candidates.append(m_find.story(0));
    if (!row)
        return row.error();
    for (const StoryId candidate : std::as_const(candidates)) {
        const auto isIt = has(candidate, key);
        if (!isIt)
            return isIt.error();
        if (isIt.value())
            return std::optional(candidate);
    }
    return std::optional<StoryId>();
}

Result<std::optional<StoryId>> StoryKeys::findShown(const QString &key)
{
    auto found = find(key);
    if (!found || !found.value())
        return found;
    const auto hidden = m_isHidden.bind(**found).next();
    if (!hidden)
        return hidden.error();
    return hidden.value() ? std::optional<StoryId>() : found.value();
}

Result<bool> StoryKeys::has(StoryId story, const QString &key)
{
    const auto said = own(story);
    if (!said || said->contain(key))
        return said ? Result<bool>(true) : Result<bool>(said.error());
    return m_hasText.bind(story, key).next();
}

Result<bool> StoryKeys::isListed(StoryId story, const QString &key)
{
    return m_isListed.bind(columnOf(key), story).next();
}

Result<bool> StoryKeys::isOfAnother(StoryId story, const QString &key)
{
    const auto found = find(key);
    return found ? Result<bool>(found.value() && **found != story) : Result<bool>(found.error());
}

Result<QStringList> StoryKeys::of(StoryId story)
{
    const auto said = own(story);
    auto keys = said ? texts(story) : Result<QStringList>(said.error());
    if (!keys)
        return keys;
    for (const QString &key : said->all()) {
        if (keys->contains(key))
            continue;
        const auto row = m_isListedNow.bind(columnOf(key), story).next();
        if (!row)
            return row.error();
        if (said->imply(key) || m_isListedNow.flag(0))
            keys->append(key);
    }
    return keys;
}

Result<QStringList> StoryKeys::texts(StoryId story)
{
    QStringList keys;
    auto row = m_texts.bind(story).next();
    for (; row && row.value(); row = m_texts.next())
        keys.append(m_texts.text(0));
    return row ? Result<QStringList>(keys) : Result<QStringList>(row.error());
}

Result<OwnKeys> StoryKeys::own(StoryId story)
{
    const auto row = m_own.bind(story).next();
    if (!row)
        return row.error();
    return row.value() ? OwnKeys{platformOf(m_own.number(0)), m_own.text(1), m_own.text(2)} : OwnKeys();
}

Result<> StoryKeys::keepText(StoryId story, const QString &key, const OwnKeys &own)
{
    return own.contain(key) && areStoredAsTheyAre(own) ? Result<>() : m_keepText.run(story, key);
}

Result<> StoryKeys::list(StoryId story, quint32 shortHash)
{
    return m_list.run(columnOf(shortHash), story);
}

Result<> StoryKeys::list(const HashPlaces &stories)
{
    // As signed numbers the upper half of the hashes comes first.
    constexpr size_t half = HashPlaces::parts / 2;
    for (size_t part = 0; part < HashPlaces::parts; ++part) {
        for (const auto &[hash, number] : stories.part((part + half) % HashPlaces::parts)) {
            if (auto listed = list(StoryId{qint64{number}}, hash); !listed)
                return listed;
        }
    }
    return {};
}

Result<> StoryKeys::add(StoryId story, const QString &key, const OwnKeys &own)
{
    if (own.imply(key))
        return {};
    const auto kept = keepText(story, key, own);
    return kept ? list(story, shortKeyHash(key)) : kept;
}

Result<> StoryKeys::keepTexts(StoryId story, const OwnKeys &next)
{
    const auto before = own(story);
    if (!before)
        return before.error();
    if (*before == next)
        return {};
    const auto keys = of(story);
    if (!keys)
        return keys.error();
    for (const QString &key : *keys) {
        auto kept = m_keepText.run(story, key);
        if (kept && before->imply(key))
            kept = list(story, shortKeyHash(key));
        if (!kept)
            return kept;
    }
    return {};
}

Result<> StoryKeys::forget(StoryId story)
{
    const auto said = own(story);
    const auto told = said ? texts(story) : Result<QStringList>(said.error());
    if (!told)
        return told.error();
    for (const QString &key : said->all() + *told) {
        if (auto gone = m_unlist.run(columnOf(key), story); !gone)
            return gone;
    }
    return {};
}

} // namespace tidemark
