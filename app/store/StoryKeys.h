#pragma once

#include "store/HashPlaces.h"
#include "store/Statement.h"
#include "story/Platform.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// 64 well mixed bits of a key: FNV-1a over its UTF-8 with the last steps of MurmurHash3 (fmix64) behind it. Stored
/// in collections: never change it.
quint64 keyHash(QStringView key);

/// The part of a key's hash that is kept, in memory and, as a signed number, in `identity`.
quint32 shortKeyHash(QStringView key);

/// What a story's own row says of its keys: they need no text.
struct OwnKeys
{
    Platform platform = Platform::Other;
    QString nativeId;
    QString permalink;

    [[nodiscard]] bool contain(const QString &key) const;
    /// Whether the story is found by this key without its being listed: the key of its page, if the page's address
    /// ends with the platform's id of the story, as Twitter's do.
    [[nodiscard]] bool imply(const QString &key) const;
    /// Each once.
    [[nodiscard]] QStringList all() const;

    bool operator==(const OwnKeys &other) const = default;
};

/// Keys by which an implied one is looked for, see OwnKeys::imply(); none for keys that are never implied.
QStringList keysImplying(const QString &key);

/// By which keys stories are known: 'twitter:123', 'link:https://...', 'hash:...', 'record:...'. The table
/// `identity` leads from a key's hash to stories; the key's text stands in `identity_key`, and only where the
/// story's own row doesn't say it, for the texts would be a quarter of the file. A hash is no proof: the whole key
/// is compared. What a story's row implies is not listed at all.
///
/// Within the caller's transaction. A large import lists the keys of its stories at its end
/// (store/DeferredWork.h): until then none of these is found by a key.
class StoryKeys final
{
public:
    explicit StoryKeys(Connection &connection);

    Result<std::optional<StoryId>> find(const QString &key);
    Result<std::optional<StoryId>> findShown(const QString &key); ///< only if it isn't hidden
    // The same among keys that are listed, and that are implied.
    Result<std::optional<StoryId>> findListed(const QString &key);
    Result<std::optional<StoryId>> findImplied(const QString &key);
    /// The story to which the hash of one key leads, and that has the other.
    Result<std::optional<StoryId>> findBy(const QString &listed, const QString &key);
    /// Whether the key is the story's, wherever it may be listed.
    Result<bool> has(StoryId story, const QString &key);
    /// Without those that nothing tells any more, which a check finds (store/KeyCheck.h).
    Result<QStringList> of(StoryId story);
    Result<bool> isListed(StoryId story, const QString &key);
    /// Whether the key leads to another story: two may share the address of one page, which is the one's alone.
    Result<bool> isOfAnother(StoryId story, const QString &key);

    /// The key's text, unless the story's row says it. own: what the row says.
    Result<> keepText(StoryId story, const QString &key, const OwnKeys &own);
    Result<> list(StoryId story, quint32 shortHash);
    /// Stories by short hashes of their keys.
    Result<> list(const HashPlaces &stories);
    /// Both of these, unless own implies the key.
    Result<> add(StoryId story, const QString &key, const OwnKeys &own);
    /// Before the story's row says something else: the keys that it said get a text.
    Result<> keepTexts(StoryId story, const OwnKeys &next);
    /// Before the story is removed: no key leads to it any more.
    Result<> forget(StoryId story);

private:
    Result<OwnKeys> own(StoryId story);
    Result<QStringList> texts(StoryId story);

    Connection &m_connection;
    Statement m_find;
    Statement m_hasText;
    Statement m_isHidden;
    Statement m_isListed;
    Statement m_isListedNow;
    Statement m_texts;
    Statement m_own;
    Statement m_list;
    Statement m_keepText;
    Statement m_unlist;
};

} // namespace tidemark
