#pragma once

#include "theme/Codebook.h"

namespace tidemark {

/// One of the codebooks that were in force: how it is told apart, and what was done to make it.
struct CodebookStep
{
    /// "3", the version; "3.1", "3.2" where a title has several of one version, for only rules raise it.
    QString number;
    QString change; ///< "Merge theme Bus into Train", "Undo: Merge theme Bus into Train", "The first one"
};

/// Of all that were in force, in the order in which they are given: the newest first.
QVector<CodebookStep> codebookSteps(const QVector<Codebook> &newestFirst);

} // namespace tidemark
