#include "collection/CodebookFile.h"
#include "command/ThemesCommand.h"
#include "export/CodebookExport.h"
#include "export/SavedFile.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<Codebook> mergedWith(const QString &path, const Codebook &here)
{
    const auto other = codebookOfFile(path);
    if (!other)
        return other.error();
    const auto merged = mergedCodebook(here, other.value());
    return merged ? merged
                  : Result<Codebook>(Error{merged.error().kind, u"%1: %2"_s.arg(path, merged.error().message)});
}

} // namespace

int importCodebook(Collection &collection, const Invocation &invocation)
{
    const QString path = invocation.positional().value(1);
    const Codebook before = collection.facts().codebook;
    const auto after = mergedWith(path, before);
    if (!after)
        return fail(after.error());
    for (const QString &change : codebookChanges(before, *after))
        printLine(change);
    if (*after == before) {
        printLine(Words::tr("Nothing is new in it."));
    } else if (!invocation.has(u"dry-run"_s)) {
        const auto done = waitFor(collection.setCodebook(*after), Words::tr("Coding"));
        if (!done)
            return fail(done.error());
    }
    return finished(Done);
}

int exportCodebook(Collection &collection, const Invocation &invocation)
{
    const QString path = invocation.positional().value(1);
    const auto codebook = codebookOf(collection, invocation);
    if (!codebook)
        return fail(codebook.error());
    if (path == "-"_L1) { // its form can't be told by a name
        const QByteArray json = codebookToJson(*codebook);
        std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout);
        return finished(Done);
    }
    if (QFileInfo(path).isFile() && !invocation.has(u"overwrite"_s))
        return fail(isThereAlready(path));
    const auto bytes = codebookToBytes(*codebook, path);
    if (!bytes)
        return fail(bytes.error());
    const auto saved = saveBytes(path, *bytes);
    return saved ? finished(Done) : fail(saved.error());
}

} // namespace tidemark
