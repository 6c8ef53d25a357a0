#include "collection/CodebookSteps.h"

namespace tidemark {

QVector<CodebookStep> stepsOf(const QVector<CodebookVersion> &versions)
{
    QVector<Codebook> codebooks;
    for (const CodebookVersion &version : versions)
        codebooks.append(version.codebook);
    return codebookSteps(codebooks);
}

} // namespace tidemark
