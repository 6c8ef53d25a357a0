#include "store/KeyListing.h"

#include "store/HashPlaces.h"
#include "store/StoredNumbers.h"
#include "store/StoryKeys.h"
#include "store/StoryTexts.h"
#include "story/Permalink.h"

#include <limits>

namespace tidemark {

namespace {

class KeyListing
{
public:
    KeyListing(Connection &connection, StoryId after) : m_connection(connection), m_keys(connection), m_after(after)
    {
    }

    Result<> run()
    {
        // Texts first: a key that a row says, too, stays the one's who has it told.
        if (auto noted = noteTexts(); !noted)
            return noted;
        if (auto noted = noteOwn(); !noted)
            return noted;
        return m_keys.list(m_stories);
    }

private:
    Result<> noteTexts()
    {
        Statement texts(m_connection, "SELECT story, key FROM identity_key WHERE story > ? ORDER BY story");
        auto row = texts.bind(m_after).next();
        for (; row && row.value(); row = texts.next()) {
            if (auto noted = noteUnlessKnown(texts.text(1), texts.number(0)); !noted)
                return noted;
        }
        return row ? Result<>() : Result<>(row.error());
    }

    Result<> noteOwn()
    {
        Statement rows(m_connection,
                       QByteArray("SELECT id, platform, native_id, ") + wholePermalink()
                           + " FROM story JOIN story_text ON story = id WHERE id > ? ORDER BY id");
        auto row = rows.bind(m_after).next();
        for (; row && row.value(); row = rows.next()) {
            const OwnKeys own{platformOf(rows.number(1)), rows.text(2), rows.text(3)};
            if (auto noted
                = own.nativeId.isEmpty() ? Result<>() : note(nativeKey(own.platform, own.nativeId), rows.number(0));
                !noted)
                return noted;
            const QString link = linkKey(own.permalink);
            if (link.isEmpty() || own.imply(link))
                continue;
            if (auto noted = noteUnlessKnown(link, rows.number(0)); !noted)
                return noted;
        }
        return row ? Result<>() : Result<>(row.error());
    }

    Result<> noteUnlessKnown(const QString &key, qint64 story)
    {
        const auto known = isKnown(key);
        if (!known)
            return known.error();
        return known.value() ? Result<>() : note(key, story);
    }

    /// A number of more than 32 bits doesn't fit in memory's list.
    Result<> note(const QString &key, qint64 story)
    {
        if (story > std::numeric_limits<quint32>::max())
            return m_keys.list(StoryId{story}, shortKeyHash(key));
        m_stories.insert(shortKeyHash(key), static_cast<quint32>(story));
        return {};
    }

    /// By a story that was noted, or one that is listed; likewise by what would imply the key.
    Result<bool> isKnown(const QString &key)
    {
        Result<bool> is = false;
        for (const QString &listed : QStringList{key} + keysImplying(key)) {
            m_stories.find(shortKeyHash(listed), [&](quint32 story) {
                is = m_keys.has(StoryId{qint64{story}}, key);
                return !is || is.value();
            });
            if (!is || is.value())
                return is;
        }
        const auto found = m_keys.find(key);
        return found ? Result<bool>(found->has_value()) : Result<bool>(found.error());
    }

    Connection &m_connection;
    StoryKeys m_keys;
    StoryId m_after;
    HashPlaces m_stories;
};

} // namespace

Result<> listKeysAnew(Connection &connection, StoryId after)
{
    return KeyListing(connection, after).run();
}

} // namespace tidemark
