#include "store/StoryKeys.h"

#include "store/Settings.h"
#include "store/StoredNumbers.h"
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

qint64 columnOf(const QString &key)
{
    return static_cast<qint64>(keyHash(key));
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

bool OwnKeys::contain(const QString &key) const
{
    if (key.startsWith(linkKeyStart))
        return !permalink.isEmpty()
            && (QStringView(key).sliced(linkKeyStart.size()) == permalink || key == linkKey(permalink));
    return !nativeId.isEmpty() && key == nativeKey(platform, nativeId);
}

QStringList OwnKeys::all() const
{
    QStringList keys;
    if (!nativeId.isEmpty())
        keys.append(nativeKey(platform, nativeId));
    if (!permalink.isEmpty())
        keys += {linkKey(permalink), linkKeyStart + permalink};
    return keys;
}

StoryKeys::StoryKeys(Connection &connection)
    : m_find(
        connection,
        QByteArray("SELECT story FROM identity WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM setting WHERE key = '")
            + settingKey::deferredWork + "')"),
      m_compare(connection,
                "SELECT key, platform, native_id, permalink FROM identity JOIN story ON story.id = identity.story "
                "LEFT JOIN story_text ON story_text.story = identity.story WHERE identity.story = ? AND hash = ?"),
      m_isHidden(connection, "SELECT 1 FROM hidden_story WHERE story = ?"),
      m_ofStory(connection, "SELECT key, hash FROM identity WHERE story = ?"),
      m_own(connection,
            "SELECT platform, native_id, permalink FROM story JOIN story_text ON story = id WHERE id = ?"),
      m_add(connection, "INSERT INTO identity (story, hash, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
      m_keepText(connection, "UPDATE identity SET key = ? WHERE story = ? AND hash = ? AND key IS NULL")
{
}

Result<std::optional<StoryId>> StoryKeys::find(const QString &key)
{
    QVector<StoryId> candidates; // nearly always one at most
    auto row = m_find.bind(columnOf(key)).next();
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
    const auto row = m_compare.bind(story, columnOf(key)).next();
    if (!row || !row.value())
        return row;
    if (!m_compare.isNull(0))
        return m_compare.utf8(0) == key.toUtf8();
    return OwnKeys{platformOf(m_compare.number(1)), m_compare.text(2), m_compare.text(3)}.contain(key);
}

Result<QStringList> StoryKeys::of(StoryId story)
{
    QStringList keys;
    QVector<qint64> unsaid;
    auto row = m_ofStory.bind(story).next();
    for (; row && row.value(); row = m_ofStory.next()) {
        if (m_ofStory.isNull(0))
            unsaid.append(m_ofStory.number(1));
        else
            keys.append(m_ofStory.text(0));
    }
    if (!row)
        return row.error();
    if (unsaid.isEmpty())
        return keys;
    const auto said = own(story);
    if (!said)
        return said.error();
    for (const QString &key : said->all()) {
        if (unsaid.removeAll(columnOf(key)) > 0)
            keys.append(key);
    }
    return keys;
}

Result<OwnKeys> StoryKeys::own(StoryId story)
{
    const auto row = m_own.bind(story).next();
    if (!row)
        return row.error();
    return row.value() ? OwnKeys{platformOf(m_own.number(0)), m_own.text(1), m_own.text(2)} : OwnKeys();
}

Result<> StoryKeys::add(StoryId story, const QString &key, const OwnKeys &own)
{
    const bool isSaid = own.contain(key) && areStoredAsTheyAre(own);
    return m_add.run(story, columnOf(key), isSaid ? std::nullopt : std::optional(key));
}

Result<> StoryKeys::keepTexts(StoryId story, const OwnKeys &next)
{
    const auto before = own(story);
    if (!before)
        return before.error();
    if (*before == next)
        return {};
    for (const QString &key : before->all()) {
        if (auto kept = m_keepText.run(key, story, columnOf(key)); !kept)
            return kept;
    }
    return {};
}

} // namespace tidemark
