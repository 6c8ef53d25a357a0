#pragma once

#include <QHash>
#include <QString>

namespace tidemark {

/// What a collection's file remembers under free keys (Collection::setSetting()), for those who only want to know
/// that. The collection isn't opened and nothing is changed, not even beside it. Empty where there is none, or
/// where it can't be read.
QHash<QString, QString> settingsRememberedIn(const QString &path);

} // namespace tidemark
