#include "store/KeptOverview.h"

#include "filter/ReadingPlace.h"
#include "store/Connection.h"
#include "store/IndexParts.h"
#include "store/IndexScan.h"
#include "store/Settings.h"

#include <QVariant>

#include <xxhash.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString key()
{
    return QString::fromLatin1(settingKey::overview);
}

/// What stands before the packed overview.
QByteArray stampOf(qint64 generation, const QByteArray &packed)
{
    const quint64 checksum = XXH3_64bits(packed.constData(), static_cast<size_t>(packed.size()));
    return QByteArray::number(generation) + ' ' + QByteArray::number(checksum, 16) + ' ';
}

Result<QTimeZone> collectionZone(Connection &connection)
{
    const auto settings = readSettings(connection);
    return settings ? Result<QTimeZone>(settings->zone) : Result<QTimeZone>(settings.error());
}

} // namespace

Result<std::optional<Overview>> readOverview(Connection &connection)
{
    const auto kept = connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key()});
    if (!kept)
        return kept.error();
    const QByteArray bytes = kept->toString().toUtf8();
    const auto generation = connection.value(u"SELECT generation FROM index_stamp WHERE packed = generation"_s);
    if (!generation)
        return generation.error();
    const QByteArray packed = bytes.mid(bytes.indexOf('{'));
    if (!generation->isValid() || bytes != stampOf(generation->toLongLong(), packed) + packed)
        return std::optional<Overview>();
    const auto names = readIndexNames(connection);
    if (!names)
        return names.error();
    const auto zone = collectionZone(connection);
    if (!zone)
        return zone.error();
    auto overview = unpackOverview(packed, names.value());
    return overview && overview->zone == zone.value() ? overview : std::optional<Overview>();
}

Result<> writeOverview(Connection &connection, const StoryIndex &index)
{
    const auto generation = indexGeneration(connection);
    if (!generation)
        return generation.error();
    const auto zone = collectionZone(connection);
    if (!zone)
        return zone.error();
    const auto place
        = connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {QString::fromLatin1(lastPlaceKey)});
    if (!place)
        return place.error();
    const ReadingPlace reading = readingPlaceFromText(place->toString());
    const QByteArray packed = packOverview(overviewOf(index, zone.value(), {reading.top, reading.story}));
    return writeSetting(connection, key(), QString::fromUtf8(stampOf(generation.value(), packed) + packed));
}

Result<> forgetOverview(Connection &connection)
{
    return writeSetting(connection, key(), {});
}

} // namespace tidemark
