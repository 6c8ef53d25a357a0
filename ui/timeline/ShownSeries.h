#pragma once

#include "index/Timeline.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace tidemark {

/// A series as it is painted: at most eight, the small ones gathered in the last.
struct ShownSeries
{
    QString name;
    QVector<qint64> counts;

    friend bool operator==(const ShownSeries &, const ShownSeries &) = default;
};

/// The largest series by name, and `other` with the sum of the rest where there are more than most.
QVector<ShownSeries> shownSeries(const Timeline &timeline, const QStringList &names, const QString &other,
                                 int most = 8);

} // namespace tidemark
