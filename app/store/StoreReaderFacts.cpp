// What a collection holds beside its stories: attributes, sources, imports, settings, codebooks, events; and
// whether it is well.
#include "store/StoreReader.h"

#include "store/AttributeFacts.h"
#include "store/AuthorTable.h"
#include "store/EventTable.h"
#include "store/FactTables.h"
#include "store/InOneMoment.h"
#include "store/Integrity.h"
#include "store/Settings.h"
#include "text/FileNames.h"
#include "text/Identifiers.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<QVector<StoredAttribute>> StoreReader::attributes()
{
    return inOneMoment(*m_connection, [this] { return readAttributes(*m_connection); });
}

Result<FoundAttributes> StoreReader::attributeValues(const QVector<WantedAttribute> &wanted,
                                                     const Progress &progress)
{
    return inOneMoment(*m_connection, [&] { return readAttributeValues(*m_connection, wanted, progress); });
}

Result<QVector<StoredSource>> StoreReader::sources()
{
    auto sources = readSources(*m_connection);
    const auto known = settings();
    if (!sources || !known)
        return sources ? known.error() : sources.error();
    AuthorTable authors(*m_connection, known->pseudonymKey);
    for (StoredSource &source : *sources) {
        source.namesPerson = source.name.startsWith(u'@') || !findIdentifiers(source.name).isEmpty();
        const QStringList names = accountsInFileName(source.name);
        for (const QString &name : names) {
            const auto isSomebody = authors.isSomebody(name);
            if (!isSomebody)
                return isSomebody.error();
            source.namesPerson = source.namesPerson || *isSomebody;
        }
    }
    return sources;
}

Result<QVector<StoredSubscription>> StoreReader::subscriptions()
{
    return readSubscriptions(*m_connection);
}

Result<QVector<AskedStory>> StoreReader::askedStories(Platform platform)
{
    return readAskedStories(*m_connection, platform);
}

Result<qint64> StoreReader::countAskedStories(Platform platform)
{
    return tidemark::countAskedStories(*m_connection, platform);
}

Result<QVector<StoredRun>> StoreReader::runs()
{
    return readRuns(*m_connection);
}

Result<QString> StoreReader::tableForm(qint64 run)
{
    const auto form = m_connection->value(u"SELECT table_form FROM import_run WHERE id = ?"_s, {run});
    return form ? Result<QString>(form->toString()) : Result<QString>(form.error());
}

Result<QVector<StoredRejection>> StoreReader::rejections(qint64 run, qint64 after, qint64 most)
{
    return readRejections(*m_connection, run, after, most);
}

Result<StoreSettings> StoreReader::settings()
{
    return readSettings(*m_connection);
}

Result<Codebook> StoreReader::codebook()
{
    return readCodebook(*m_connection);
}

Result<QVector<ShelvedCodebook>> StoreReader::shelvedCodebooks()
{
    return readShelf(*m_connection);
}

Result<qint64> StoreReader::codebookNumber()
{
    return numberInForce(*m_connection);
}

Result<QVector<CodebookVersion>> StoreReader::codebookVersions()
{
    return readCodebookVersions(*m_connection);
}

Result<QVector<DatedEvent>> StoreReader::events()
{
    return readEvents(*m_connection);
}

Result<QStringList> StoreReader::check(Progress &progress)
{
    return inOneMoment(*m_connection, [&] { return checkIntegrity(*m_connection, progress); });
}

} // namespace tidemark
