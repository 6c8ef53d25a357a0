#include "import/RecordImport.h"

#include "import/Merge.h"
#include "store/Tombstones.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostRejections = 100;

QStringList allKeys(const Identity &identity)
{
    QStringList keys = identity.keys;
    for (const QString &key : {identity.link, identity.called}) {
        if (!key.isEmpty())
            keys.append(key);
    }
    return keys;
}

/// An older version that comes later is kept as an earlier text, and changes no text in force.
bool readsTheSame(Story story, const Story &stored)
{
    story.earlierTexts = stored.earlierTexts;
    return story == stored;
}

} // namespace

RecordImport::RecordImport(ImportTables &tables, const RuleCoder &rules, int codebookVersion, QByteArray fileDigest,
                           std::optional<Instant> fetchedAt)
    : m_tables(tables),
      m_rules(rules),
      m_codebookVersion(codebookVersion),
      m_digest(std::move(fileDigest)),
      m_fetchedAt(fetchedAt)
{
}

Result<> RecordImport::take(PreparedRecord &prepared, StoredRun &run)
{
    const Record &record = prepared.record;
    const RecordPlace place{record.number, prepared.packed, record.line};
    m_lastStory.reset();
    Result<> done;
    if (const auto *story = std::get_if<Story>(&record.content)) {
        auto outcome = takeStory(*story, *prepared.story, place, m_isAskedAgain ? Role::AskedAgain : Role::Record);
        if (!outcome)
            return outcome.error();
        switch (outcome.value()) {
        case Outcome::Added:
            ++run.added;
            break;
        case Outcome::Duplicate:
            ++run.duplicates;
            break;
        case Outcome::Updated:
            ++run.updated;
            break;
        case Outcome::TakenBack:
            ++run.withdrawn;
            break;
        }
    } else if (const auto *repost = std::get_if<Repost>(&record.content)) {
        done = takeRepost(*repost, prepared.reposter, prepared.story, place, run);
    } else if (const auto *withdrawal = std::get_if<Withdrawal>(&record.content)) {
        done = takeWithdrawal(*withdrawal, run);
    } else if (const auto *skipped = std::get_if<Skipped>(&record.content)) {
        ++run.skipped;
        ++run.skippedBy[skipped->reason];
    } else if (const auto *rejected = std::get_if<Rejected>(&record.content)) {
        done = takeRejected(*rejected, place, run);
    }
    if (!done)
        return done.error();
    ++run.read;
    run.lastRecord = record.number;
    return {};
}

Result<RecordImport::Outcome> RecordImport::takeStory(const Story &story, PreparedStory &prepared,
                                                      const RecordPlace &place, Role role)
{
    Identity identity = prepared.identity;
    if (identity.mayRepeat && !m_fetchedAt) {
        if (auto told = tellApart(identity, place.number); !told)
            return told.error();
    }
    auto gone = isTakenBack(identity.keys, prepared.coded);
    if (!gone)
        return gone.error();
    if (gone.value())
        return Outcome::TakenBack;
    auto known = find(identity, story);
    if (!known)
        return known.error();
    if (role == Role::Record)
        m_lastStory = known.value();
    if (known.value())
        return mergeStory(**known, story, identity, place, role);
    if (role == Role::AskedAgain)
        return Outcome::Duplicate; // it left in the meantime

    auto forgotten = forgetTakenBackRelations(prepared.coded.story);
    if (!forgotten)
        return forgotten.error();
    const RecordPlace where{place.number, forgotten.value() ? QByteArray() : place.packed};
    auto added = m_tables.add(prepared.coded, m_codebookVersion, allKeys(identity), where);
    if (!added)
        return added.error();
    m_cutTexts += story.textCut ? 1 : 0;
    if (role == Role::Record)
        m_lastStory = added.value();
    return Outcome::Added;
}

Result<RecordImport::Outcome> RecordImport::mergeStory(StoryId id, const Story &story, const Identity &identity,
                                                       const RecordPlace &place, Role role)
{
    auto stored = m_tables.read(id);
    if (!stored)
        return stored.error();
    Story incoming = story;
    auto forgotten = forgetTakenBackRelations(incoming);
    if (!forgotten)
        return forgotten.error();
    dateEdit(incoming, *stored);
    const Story result = merged(*stored, incoming);
    if (role != Role::AskedAgain) {
        // Many reposts of one story in one file are one origin of it.
        const auto noted = role == Role::Record ? m_tables.addProvenance(id, place.number)
                                                : m_tables.addFirstProvenance(id, place.number);
        if (!noted)
            return noted.error();
    }
    if (auto named = m_tables.addKeys(id, allKeys(identity)); !named)
        return named.error();
    if (result == *stored)
        return Outcome::Duplicate;
    const RecordPlace where{place.number, forgotten.value() ? QByteArray() : place.packed};
    if (auto done = m_tables.change(id, *stored, codeStory(result, m_rules), m_codebookVersion, where); !done)
        return done.error();
    return readsTheSame(result, *stored) ? Outcome::Duplicate : Outcome::Updated;
}

/// Bluesky and feeds don't say when a text was changed, or that it was: what the server shows now is the newer one.
/// In files it is the one with the later time: many feeds only give that of the last change.
void RecordImport::dateEdit(Story &incoming, const Story &stored) const
{
    const bool saysNothing = incoming.platform == Platform::Bluesky || incoming.platform == Platform::Blog;
    if (!saysNothing || incoming.editedAt || incoming.text == stored.text)
        return;
    if (m_fetchedAt)
        incoming.editedAt = m_fetchedAt;
    else if (stored.postedAt && incoming.postedAt > stored.postedAt)
        incoming.editedAt = incoming.postedAt;
}

/// The first of equal records has the key as it is, the second one with 2 behind it, and so on: so a file that
/// comes again, or has grown, adds nothing that was there. What an earlier part of this import brought is passed
/// over.
Result<> RecordImport::tellApart(Identity &identity, qint64 record)
{
    const QString key = identity.keys.constFirst();
    for (qint64 seen = m_repeated.value(key) + 1;; ++seen) {
        if (seen > 1)
            identity.keys.first() = key + u':' + QString::number(seen);
        auto isTaken = isOfAnotherRecord(identity.keys.constFirst(), record);
        if (!isTaken)
            return isTaken.error();
        auto gone = m_tables.isTakenBack(identity.keys.constFirst());
        if (!gone)
            return gone.error();
        if (seen > 1 || gone.value()) // most come once, and need not be remembered
            m_repeated.insert(key, seen);
        if (!isTaken.value())
            return {};
    }
}

Result<bool> RecordImport::isOfAnotherRecord(const QString &key, qint64 record)
{
    auto known = m_tables.find(key);
    if (!known || !known.value())
        return known ? Result<bool>(false) : Result<bool>(known.error());
    return m_tables.isFromAnotherRecord(**known, record);
}

/// By its own keys. A story that was known by its link only, and now comes with an id, is found by the link.
Result<std::optional<StoryId>> RecordImport::find(const Identity &identity, const Story &story)
{
    for (const QString &key : identity.keys) {
        auto found = m_tables.find(key);
        if (!found || found.value())
            return found;
    }
    if (identity.link.isEmpty())
        return std::optional<StoryId>();
    // What implies a link has an id, and that would be another one than this story's.
    auto found = story.nativeId.isEmpty() ? m_tables.find(identity.link) : m_tables.findListed(identity.link);
    if (!found || !found.value())
        return found;
    auto stored = m_tables.read(**found);
    if (!stored)
        return stored.error();
    return stored->nativeId.isEmpty() || story.nativeId.isEmpty() ? found : std::optional<StoryId>();
}

Result<bool> RecordImport::isTakenBack(const QStringList &keys)
{
    for (const QString &key : keys) {
        auto gone = m_tables.isTakenBack(key);
        if (!gone || gone.value())
            return gone;
    }
    return false;
}

Result<bool> RecordImport::isTakenBack(const QStringList &keys, const CodedStory &coded)
{
    auto gone = isTakenBack(keys);
    if (!gone || gone.value() || !isKnownByPlaceOnly(keys))
        return gone;
    const QString wording = wordingKey(coded.story.text, coded.figures.residualWords);
    return wording.isEmpty() ? gone : m_tables.isTakenBack(wording);
}

/// What it quotes or answers may have been taken back: then only the fact stays. True: something was forgotten,
/// and the record as it came must not be kept either.
Result<bool> RecordImport::forgetTakenBackRelations(Story &story)
{
    bool forgotten = false;
    for (Relation &relation : story.relations) {
        if (relation.nativeId.isEmpty())
            continue;
        auto gone = m_tables.isTakenBack(nativeKey(story.platform, relation.nativeId));
        if (!gone)
            return gone;
        if (!gone.value())
            continue;
        relation = {relation.kind, QString(), QString(), QString()};
        forgotten = true;
    }
    return forgotten;
}

Result<> RecordImport::takeRepost(const Repost &repost, const AuthorKeys &reposter,
                                  std::optional<PreparedStory> &original, const RecordPlace &place, StoredRun &run)
{
    QStringList originalKeys;
    if (original)
        originalKeys = original->identity.keys;
    else if (!repost.originalNativeId.isEmpty())
        originalKeys.append(nativeKey(repost.platform, repost.originalNativeId));
    const QString key = repostKey(repost, originalKeys.value(0), m_digest, place.number);
    auto gone = isTakenBack(originalKeys + QStringList{key});
    if (!gone)
        return gone.error();
    if (gone.value()) {
        ++run.reposts;
        return {};
    }
    if (original) {
        if (auto named = nameByRepost(original->identity, repost, key); !named)
            return named;
        auto outcome = takeStory(*repost.original, *original, place, Role::OriginalOfRepost);
        if (!outcome)
            return outcome.error();
        if (outcome.value() == Outcome::Added)
            ++run.originals;
    }
    const auto isNew = m_tables.addRepost(
        {key, originalKeys.value(0), repost.platform, repost.postedAt, repost.author, reposter}, place.number);
    if (!isNew)
        return isNew.error();
    ++(*isNew ? run.reposts : run.duplicates);
    return {};
}

/// Some forms of a repost hold the story that it passes on without its id. Where the repost is known from another
/// form, or becomes so, the two are one story.
Result<> RecordImport::nameByRepost(Identity &original, const Repost &repost, const QString &key)
{
    const auto known = m_tables.originalKeyOf(key);
    if (!known)
        return known.error();
    const bool isUnnamed
        = repost.original->nativeId.isEmpty() || !known->startsWith(nativeKeyStart(repost.platform));
    if (isUnnamed && !known->isEmpty() && !original.keys.contains(*known))
        original.keys.append(*known);
    return {};
}

Result<> RecordImport::takeWithdrawal(const Withdrawal &withdrawal, StoredRun &run)
{
    ++run.withdrawn;
    if (withdrawal.ofAccount)
        return m_tables.takeAccountBack(withdrawal.platform, withdrawal.nativeId, withdrawal.reason);
    return m_tables.takeBack(nativeKey(withdrawal.platform, withdrawal.nativeId), withdrawal.platform,
                             withdrawal.reason);
}

Result<> RecordImport::takeRejected(const Rejected &rejected, const RecordPlace &place, StoredRun &run)
{
    ++run.rejected;
    if (m_rejections.size() < mostRejections)
        m_rejections.append({place.number, rejected.reason, {}, place.line});
    return m_tables.reject(rejected.reason, place);
}

} // namespace tidemark
