#include "window/Opening.h"

#include "collection/Places.h"
#include "collection/SampleCollection.h"

#include <QThread>
#include <QtConcurrentRun>

namespace tidemark {

namespace {

Opened openNow(const QString &path, Collection::Missing missing, QThread *owner)
{
    return std::make_shared<Result<std::unique_ptr<Collection>>>(
        Collection::open(path, missing, owner, Collection::Manner::Prompt));
}

Opened failed(const Error &error)
{
    return std::make_shared<Result<std::unique_ptr<Collection>>>(error);
}

} // namespace

QFuture<Opened> openInBackground(const QString &path, Collection::Missing missing)
{
    QThread *owner = QThread::currentThread();
    return QtConcurrent::run([path, missing, owner] { return openNow(path, missing, owner); });
}

QFuture<Opened> openSampleInBackground()
{
    QThread *owner = QThread::currentThread();
    return QtConcurrent::run([owner] {
        const Result<QString> path = sampleCollectionPath();
        if (!path)
            return failed(path.error());
        const Result<> made = makeSampleCollection(path.value());
        if (!made)
            return failed(made.error());
        return openNow(path.value(), Collection::Missing::Fail, owner);
    });
}

} // namespace tidemark
