#pragma once

#include "index/StoryIndex.h"

#include <QByteArray>

#include <optional>

namespace tidemark {

enum class Order : quint8;

/// What a window shows first of a collection, small enough to be kept beside the packed index and read long before
/// that is there: the answer to the empty filter. A value.
struct Overview
{
    static constexpr qint64 rowsTogether = 400; ///< whole pages of a list

    /// Some of a list's rows, one after another.
    struct Rows
    {
        qint64 first = 0;
        QVector<StoryId> stories;
    };

    qint64 count = 0;
    QVector<Rows> newest; ///< of Order::NewestFirst: the first ones, and others
    QVector<Rows> oldest; ///< of Order::OldestFirst likewise
    QVector<FacetCounts> facets;
    QTimeZone zone = QTimeZone(QByteArrayLiteral("UTC"));
    Timeline timeline;                ///< the answer to timelineQuestion()
    QHash<qint64, qint64> fromSource; ///< stories that a source brought, by its number

    [[nodiscard]] TimelineQuestion timelineQuestion() const; ///< the window's usual one
    /// As a Selection's, but empty where it doesn't know all of them.
    [[nodiscard]] QVector<StoryId> ids(qint64 first, qint64 most, Order order) const;
    [[nodiscard]] qint64 rowOf(StoryId id, Order order) const; ///< -1: it doesn't know that
};

/// places: stories around which it is to know the rows, too.
Overview overviewOf(const StoryIndex &index, const QTimeZone &zone, const QVector<StoryId> &places);

/// As JSON, in which no source is named.
QByteArray packOverview(const Overview &overview);
/// names: of the index that it was made of. Nothing, if it isn't what it should be, for it may come damaged or from
/// anyone; or if this system's time zones cut the timeline into other pieces.
std::optional<Overview> unpackOverview(const QByteArray &bytes, const IndexNames &names);

} // namespace tidemark
