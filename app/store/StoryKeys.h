#pragma once

#include "store/Statement.h"
#include "story/Platform.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// 64 well mixed bits of a key: FNV-1a over its UTF-8 with the last steps of MurmurHash3 (fmix64) behind it. Stored
/// in collections: never change it.
quint64 keyHash(QStringView key);

/// What a story's own row says of its keys: they need no text in `identity`.
struct OwnKeys
{
    Platform platform = Platform::Other;
    QString nativeId;
    QString permalink;

    [[nodiscard]] bool contain(const QString &key) const;
    [[nodiscard]] QStringList all() const;

    bool operator==(const OwnKeys &other) const = default;
};

/// The table `identity`: by which keys stories are known, 'twitter:123', 'link:https://...', 'hash:...',
/// 'record:...'. A row holds a key's hash, by which a story is found, and its text only where the story's own row
/// doesn't say it, for the texts would be a quarter of the file. A hash is no proof: the whole key is compared.
///
/// Within the caller's transaction. While a first large import has left the table without its index
/// (store/DeferredWork.h), nothing is found by a key alone.
class StoryKeys final
{
public:
    explicit StoryKeys(Connection &connection);

    Result<std::optional<StoryId>> find(const QString &key);
    Result<std::optional<StoryId>> findShown(const QString &key); ///< only if it isn't hidden
    Result<bool> has(StoryId story, const QString &key);
    /// Without those that nothing tells any more, which a check finds (store/KeyCheck.h).
    Result<QStringList> of(StoryId story);

    /// own: what the story's row says.
    Result<> add(StoryId story, const QString &key, const OwnKeys &own);
    /// Before the story's row says something else: the keys that it said get a text.
    Result<> keepTexts(StoryId story, const OwnKeys &next);

private:
    Result<OwnKeys> own(StoryId story);

    Statement m_find;
    Statement m_compare;
    Statement m_isHidden;
    Statement m_ofStory;
    Statement m_own;
    Statement m_add;
    Statement m_keepText;
};

} // namespace tidemark
