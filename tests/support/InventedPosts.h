#pragma once

#include "collection/Collection.h"
#include "source/Reader.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace tidemark::test {

/// Invented posts, the same for the same seed: several languages and platforms, equal times, undated ones,
/// hashtags, content warnings, attributes `sector` and `region`. Nobody said any of this.
QByteArray inventedCsv(int posts, quint32 seed);
ReaderOptions inventedCsvOptions();

/// Invented posts and reposts in the form of Twitter's API v1.1, one a line.
QByteArray inventedTweets(int posts, quint32 seed);

/// A text of a few words as those posts have it.
QString inventedText(QRandomGenerator &random);

/// Writes bytes to a file in the folder and gives its path.
QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

/// A new collection at folder/NAME.tidemark into which both kinds were imported; null if that failed (said as a
/// warning).
std::unique_ptr<Collection> collectionOfInventedPosts(const QTemporaryDir &folder, int posts,
                                                      const QString &name = QStringLiteral("invented"));

/// Waits for a job's or a question's answer.
template<typename T>
Result<T> waitFor(const Job<T> &job)
{
    return job.answer.result();
}
template<typename T>
T waitFor(const QFuture<T> &answer)
{
    return answer.result();
}

} // namespace tidemark::test
