#pragma once

#include "story/Result.h"

#include <QString>

namespace tidemark {

/// The folder that collections live in by default: the platform's data folder, made with mode 0700 if it isn't
/// there. An Error if it can't be made.
Result<QString> dataFolder();

/// The collection that `tidemark` opens where none is named.
Result<QString> defaultCollectionPath();

/// Where the sample collection stands.
Result<QString> sampleCollectionPath();

/// A path in folder for a collection named after an imported file, free at this moment: "posts.tidemark",
/// "posts 2.tidemark" ...
QString freeCollectionPath(const QString &folder, const QString &importedFile);

} // namespace tidemark
