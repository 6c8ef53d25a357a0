#include "store/KeyCheck.h"

#include "store/Settings.h"
#include "store/StoryKeys.h"
#include "store/Tombstones.h"

#include <QCoreApplication>
#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;

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
        : m_connection(connection),
          m_tombstones(connection, pseudonymKey),
          m_keys(connection),
          m_stories(connection, "SELECT id FROM story")
    {
    }

    Result<> run(Findings &findings, const Progress &progress);

private:
    Result<> checkStory(StoryId story, Findings &findings);
    Result<> checkNumber(Findings &findings);
    Result<bool> isGone(StoryId story, const QString &key);

    Connection &m_connection;
    Tombstones m_tombstones;
    StoryKeys m_keys;
    Statement m_stories;
    qint64 m_listed = 0; ///< keys that are told and listed
};

Result<> KeyCheck::run(Findings &findings, const Progress &progress)
{
    auto row = m_stories.next();
    for (; row && row.value() && !findings.isFull(); row = m_stories.next()) {
        if (progress.isCancelled())
            return {}; // the caller says so
        if (auto checked = checkStory(m_stories.story(0), findings); !checked)
            return checked;
    }
    if (!row)
        return row.error();
    return findings.isFull() ? Result<>() : checkNumber(findings);
}

Result<> KeyCheck::checkStory(StoryId story, Findings &findings)
{
    const auto keys = m_keys.of(story);
    if (!keys)
        return keys.error();
    bool isTakenBack = false;
    for (const QString &key : *keys) {
        const auto gone = isGone(story, key);
        const auto listed = gone ? m_keys.isListed(story, key) : gone;
        if (!listed)
            return listed.error();
        isTakenBack = isTakenBack || gone.value();
        m_listed += listed.value() ? 1 : 0;
    }
    if (isTakenBack)
        findings.add(Words::tr("Story %1 was taken back and is still there.").arg(toNumber(story)));
    return {};
}

Result<bool> KeyCheck::isGone(StoryId story, const QString &key)
{
    const auto gone = m_tombstones.has(key);
    if (!gone || !gone.value())
        return gone;
    const auto isOfAnother = m_keys.isOfAnother(story, key);
    return isOfAnother ? Result<bool>(!isOfAnother.value()) : isOfAnother;
}

/// What is listed beyond what stories tell.
Result<> KeyCheck::checkNumber(Findings &findings)
{
    const auto all = m_connection.value(
        u"SELECT count(*) FROM identity WHERE EXISTS (SELECT 1 FROM story WHERE story.id = identity.story)"_s);
    if (!all)
        return all.error();
    if (const qint64 untold = all->toLongLong() - m_listed; untold > 0) {
        findings.add(Words::tr("%1 keys that stories are known by can't be told any more: once forgotten, these "
                               "stories may come in again.")
                         .arg(untold));
    }
    return {};
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
