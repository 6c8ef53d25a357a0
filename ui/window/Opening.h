#pragma once

#include "collection/Collection.h"

#include <QFuture>

#include <memory>

namespace tidemark {

/// A collection that was opened in the pool, to be taken over by the calling thread.
using Opened = std::shared_ptr<Result<std::unique_ptr<Collection>>>;

/// Opens a collection off the calling thread, to which it will belong.
QFuture<Opened> openInBackground(const QString &path, Collection::Missing missing);

/// Likewise the sample, which is made if it isn't there.
QFuture<Opened> openSampleInBackground();

} // namespace tidemark
