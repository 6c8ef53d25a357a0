#pragma once

#include <QString>
#include <QStringView>

namespace tidemark {

/// A foreign string between bidirectional isolates (U+2068, U+2069), so that it can't turn the sentence around
/// it. Isolates and overrides of its own that it doesn't close end with it.
QString isolated(QStringView text);

/// The same in quotation marks, cut after some 60 characters: how a sentence names what a person wrote.
QString quotedForPeople(QStringView text);

/// In the query language's quotes, with a quote inside written twice.
QString quotedForQuery(QStringView text);

/// As the value behind a key: bare where it may stand so, else in quotes.
QString valueForQuery(const QString &text);

} // namespace tidemark
