#pragma once

#include "story/Result.h"

#include <QLockFile>

#include <memory>

namespace tidemark {

/// Says that this process writes a collection: a file beside it with process and host. That of a process which
/// is gone is taken over.
class CollectionLock final
{
public:
    /// An Error of kind Busy names who holds it; of kind Denied, that the folder can't be written.
    static Result<std::unique_ptr<CollectionLock>> take(const QString &collection);

    static QString path(const QString &collection) { return collection + QStringLiteral(".lock"); }

private:
    explicit CollectionLock(const QString &collection);
    QLockFile m_file;
};

} // namespace tidemark
