#include "store/KeyCheck.h"

#include "store/Settings.h"
#include "store/StoredNumbers.h"
#include "store/StoryKeys.h"
#include "store/Tombstones.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>
#include <utility>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// Goes through the keys story by story.
class KeyCheck
{
public:
    KeyCheck(Connection &connection, const QByteArray &pseudonymKey)
        : m_tombstones(connection, pseudonymKey),
          m_keys(
              connection,
              "SELECT identity.story, hash, key, platform, native_id, permalink FROM identity "
              "JOIN story ON story.id = identity.story LEFT JOIN story_text ON story_text.story = identity.story "
              "ORDER BY identity.story, hash")
    {
    }

    Result<> run(Findings &findings, const Progress &progress);

private:
    void beginStory();
    /// The row's key; absent: nothing tells it.
    std::optional<QString> key();

    Tombstones m_tombstones;
    Statement m_keys;
    StoryId m_story = noStory;
    bool m_isTakenBack = false;
    bool m_isUntold = false;
    QHash<quint64, QString> m_own; ///< what the story's row says, by hash
};

Result<> KeyCheck::run(Findings &findings, const Progress &progress)
{
    qint64 untold = 0;
    auto row = m_keys.next();
    for (; row && row.value() && !findings.isFull(); row = m_keys.next()) {
        if (progress.isCancelled())
            return {}; // the caller says so
        if (m_keys.story(0) != m_story)
            beginStory();
        const std::optional<QString> known = key();
        if (!known) {
            untold += std::exchange(m_isUntold, true) ? 0 : 1;
            continue;
        }
        const auto gone = m_isTakenBack ? Result<bool>(false) : m_tombstones.has(*known);
        if (!gone)
            return gone.error();
        if (gone.value()) {
            m_isTakenBack = true;
            findings.add(Words::tr("Story %1 was taken back and is still there.").arg(toNumber(m_story)));
        }
    }
    if (untold > 0) {
        findings.add(Words::tr("Of %1 stories a key that they are known by can't be told any more: once forgotten, "
                               "they may come in again.")
                         .arg(untold));
    }
    return row ? Result<>() : Result<>(row.error());
}

void KeyCheck::beginStory()
{
    m_story = m_keys.story(0);
    m_isTakenBack = false;
    m_isUntold = false;
    m_own.clear();
}

std::optional<QString> KeyCheck::key()
{
    if (!m_keys.isNull(2))
        return m_keys.text(2);
    if (m_own.isEmpty()) {
        const QStringList said = OwnKeys{platformOf(m_keys.number(3)), m_keys.text(4), m_keys.text(5)}.all();
        for (const QString &each : said)
            m_own.insert(keyHash(each), each);
    }
    const auto told = m_own.constFind(static_cast<quint64>(m_keys.number(1)));
    return told == m_own.cend() ? std::nullopt : std::optional(*told);
}

} // namespace

Result<> checkKeys(Connection &connection, Findings &findings, const Progress &progress)
{
    const auto settings = readSettings(connection);
    if (!settings)
        return settings.error();
    return KeyCheck(connection, settings->pseudonymKey).run(findings, progress);
}

} // namespace tidemark
