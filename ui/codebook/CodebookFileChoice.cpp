#include "codebook/CodebookFileChoice.h"

#include "collection/CodebookFile.h"
#include "dialogs/FileChoice.h"
#include "jobs/WhenDone.h"
#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tidemark {

QString chooseCodebookFile(QWidget *parent, const QString &title)
{
    struct Words
    {
        Q_DECLARE_TR_FUNCTIONS(CodebookFileChoice)
    };
    return chooseFile(parent, title, usualFolder(),
                      Words::tr("Codebooks and collections (*.json *.csv *.tsv *.qdc *.tidemark)") + u";;"_s
                          + Words::tr("All files (*)"));
}

void readCodebook(const QString &path, QObject *context, const std::function<void(const Result<Codebook> &)> &then)
{
    whenDone(QtConcurrent::run(workPool(), [path] { return codebookOfFile(path); }), context, then);
}

} // namespace tidemark
