// Several codebooks, of which one is in force.
#include "collection/CollectionWriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A title that no other codebook of the collection has; number: the one that is to have it, 0: a new one.
Result<QString> freeTitle(const CollectionFacts &facts, qint64 number, const QString &wanted)
{
    const QString title = wanted.trimmed();
    if (title.isEmpty())
        return Error{Error::Kind::Usage, QCoreApplication::translate("Collection", "A codebook needs a name.")};
    if (facts.hasCodebook(title, number))
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate(
                         "Collection", "This collection has a codebook named “%1” already. Choose another name.")
                         .arg(title)};
    return title;
}

Error noSuchCodebook()
{
    return {Error::Kind::NotFound,
            QCoreApplication::translate("Collection", "This codebook is not in the collection any more.")};
}

} // namespace

Result<> CollectionWriter::addCodebook(const Codebook &codebook)
{
    const auto title = freeTitle(*m_state.facts.get(), 0, codebook.title);
    if (!title)
        return title.error();
    Codebook added = codebook;
    added.title = title.value();
    const auto number = m_writer->addCodebook(added);
    if (!number)
        return number.error();
    Progress progress;
    return act(KeepCodebook{number.value(), added.title, true}, progress);
}

Result<> CollectionWriter::giveTitle(qint64 codebook, const QString &wanted)
{
    const auto facts = m_state.facts.get();
    const auto title = freeTitle(*facts, codebook, wanted);
    if (!title)
        return title.error();
    const RenameCodebook action{codebook, title.value()};
    Progress progress;
    if (codebook != facts->codebookNumber)
        return act(action, progress);
    Codebook named = facts->codebook;
    named.title = action.title;
    return act(SetCodebook{{named}, actionText(action, 0, named)}, progress);
}

Result<DoneAction> CollectionWriter::useCodebook(const UseCodebook &action, Progress &progress)
{
    const QString title = m_state.facts.get()->codebook.title;
    const auto before = m_writer->useCodebook(action.number, progress);
    if (!before)
        return before.error();
    DoneAction done{UseCodebook{before.value(), title}, {}, {.codings = true, .codebook = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

Result<DoneAction> CollectionWriter::keepCodebook(const KeepCodebook &action)
{
    const auto found = m_writer->keepCodebook(action.number, action.kept);
    if (!found)
        return found.error();
    if (!found.value())
        return noSuchCodebook();
    DoneAction done{KeepCodebook{action.number, action.title, !action.kept}, {}, {.settings = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

Result<DoneAction> CollectionWriter::renameCodebook(const RenameCodebook &action)
{
    const QString before = m_state.facts.get()->titleOf(action.number);
    const auto found = m_writer->renameCodebook(action.number, action.title);
    if (!found)
        return found.error();
    if (!found.value() || before.isEmpty())
        return noSuchCodebook();
    DoneAction done{RenameCodebook{action.number, before}, {}, {.settings = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

} // namespace tidemark
