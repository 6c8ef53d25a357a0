#pragma once

#include "story/Result.h"

#include <QString>

#include <memory>

namespace tidemark {

class Connection;

/// For those who only want to know what a collection holds: it isn't opened, and nothing is changed, nor written
/// beside it but where a log that somebody left must be read. What is read may be of an older schema.
Result<std::unique_ptr<Connection>> connectionToLook(const QString &path);

} // namespace tidemark
