#include "window/Opening.h"

#include "collection/Places.h"
#include "collection/SampleCollection.h"
#include "jobs/WhenDone.h"
#include "story/WorkPool.h"

#include <QFileInfo>
#include <QThread>
#include <QTimer>
#include <QtConcurrentRun>

#include <chrono>

using namespace std::chrono_literals;

namespace tidemark {

namespace {

Result<std::unique_ptr<Collection>> openSample(QThread *owner)
{
    const Result<QString> path = sampleCollectionPath();
    if (!path)
        return path.error();
    const Result<> made = makeSampleCollection(path.value());
    if (!made)
        return made.error();
    return Collection::open(path.value(), Collection::Missing::Fail, owner, Collection::Manner::Prompt);
}

} // namespace

Opening::Opening(std::function<bool()> isHeldUp, QObject *parent) : QObject(parent), m_isHeldUp(std::move(isHeldUp))
{
}

void Opening::wish(const QString &path, Collection::Missing missing)
{
    const QString known = QFileInfo(path).canonicalFilePath();
    wish(known.isEmpty() ? path : known, [path, missing, owner = thread()] {
        return Collection::open(path, missing, owner, Collection::Manner::Prompt);
    });
}

void Opening::wishSample()
{
    wish({}, [owner = thread()] { return openSample(owner); });
}

void Opening::wishNothing()
{
    m_wished.reset();
}

void Opening::wish(const QString &path, const std::function<Result<std::unique_ptr<Collection>>()> &open)
{
    m_wished = path;
    if (m_opened.contains(path))
        return;
    const QFuture<Opened> future = QtConcurrent::run(
        workPool(), [open] { return std::make_shared<Result<std::unique_ptr<Collection>>>(open()); });
    m_opened.insert(path, future);
    QTimer::singleShot(5s, this, [this, path, future] {
        if (m_wished == path && !future.isFinished())
            emit takesLong();
    });
    whenDone(future, this, [this, path](const Opened &) { end(path, false); });
}

/// It comes when nothing holds it up at two looks: what is done on an answer is queued, and between the answer and
/// that nothing seems to be open.
void Opening::end(const QString &path, bool wasFree)
{
    const Opened opened = m_opened.value(path).result();
    const bool isWished = m_wished == path;
    const bool isFree = !m_isHeldUp();
    if (isWished && *opened && !(isFree && wasFree)) {
        QTimer::singleShot(isFree ? 0ms : 100ms, this, [this, path, isFree] { end(path, isFree); });
        return;
    }
    m_opened.remove(path);
    Result<std::unique_ptr<Collection>> answer = std::move(*opened); // and is closed in this thread
    if (!isWished)
        return;
    m_wished.reset();
    if (answer)
        emit came(answer.value());
    else
        emit failed(answer.error(), path);
}

} // namespace tidemark
