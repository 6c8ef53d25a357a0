#pragma once

#include "story/Story.h"

#include <QString>
#include <QStringList>

namespace tidemark {

/// A list of strings as a JSON array, the form in which columns hold lists.
QString stringsToJson(const QStringList &strings);
QStringList stringsFromJson(const QString &json);

/// A whole story as JSON and back, exactly: what an import changed is kept in this form.
QString storyToJson(const Story &story);
Story storyFromJson(const QString &json);

} // namespace tidemark
