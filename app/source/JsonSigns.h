#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>
#include <QString>

namespace tidemark {

/// The names of the members of a JSON value and of those within them, at most three levels deep, with dots between
/// the levels; lists count as what they hold. The value may be cut off anywhere.
QSet<QByteArray> memberPaths(QByteArrayView json);

/// What the beginning of a JSON file shows.
struct JsonSigns
{
    QString format;      ///< a reader's key; empty: none
    QString unsupported; ///< the name of a form that is known and not read; empty: none
};
JsonSigns jsonSigns(QByteArrayView head);

} // namespace tidemark
