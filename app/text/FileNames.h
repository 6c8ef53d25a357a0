#pragma once

#include <QString>
#include <QStringList>

namespace tidemark {

/// What of a file's name could be the handle or the name of an account: "janeroe_tweets_2018.csv.gz" gives
/// "janeroe_tweets_2018" and "janeroe". Words that files are usually called by (tweets, posts, archive) and numbers
/// are taken off at both ends. Empty where nothing else is left.
QStringList accountsInFileName(const QString &name);

} // namespace tidemark
