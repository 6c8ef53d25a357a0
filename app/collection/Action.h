#pragma once

#include "collection/CollectionFacts.h"
#include "store/StoreFacts.h"
#include "store/StoreWriter.h"
#include "story/Result.h"
#include "theme/Codebook.h"

#include <QString>
#include <QVector>

#include <variant>

namespace tidemark {

struct SetMarks
{
    QVector<StoryId> ids;
    StoryMark mark = StoryMark::Read;
    bool on = true;
};

struct SetThemes
{
    int theme = 0;
    QVector<HandTheme> values;
};

struct SetVoices
{
    QVector<HandVoice> values;
};

struct SetNotes
{
    QVector<HandNote> notes;
};

struct SetDefinition
{
    Theme theme;
};

struct SetCodebook
{
    CodebookChange change;
    QString text = {}; ///< for the menu; empty: what differs
};

/// Adds or deletes a codebook that is not in force.
struct KeepCodebook
{
    qint64 number = 0;
    QString title; ///< for the menu
    bool kept = true;
};

/// Renames one that is not in force.
struct RenameCodebook
{
    qint64 number = 0;
    QString title;
};

/// Brings another codebook into force. Undoing it brings the one before back.
struct UseCodebook
{
    qint64 number = 0;
    QString title; ///< for the menu
};

struct SetEvents
{
    QVector<DatedEvent> events; ///< all of them
};

/// What coders say of themes of stories, in force and beside it.
struct RecordAnswers
{
    RecordedAnswers answers;
    InForce inForce = InForce::Replaced; ///< what becomes of codings by hand that are there
};

/// Lets rules or models code themes and voices. Undoing it lets what coded them before do it again.
struct SetLabelCoders
{
    QVector<LabelCoder> coders;
};

/// Something that a reader does to the collection. Its contrary is another one, so undoing is doing.
using Action = std::variant<SetMarks, SetThemes, SetVoices, SetNotes, SetDefinition, SetCodebook, SetEvents,
                            SetLabelCoders, RecordAnswers, KeepCodebook, RenameCodebook, UseCodebook>;

/// An action on stories that was done.
struct DoneAction
{
    Action contrary;
    QVector<StoryId> touched; ///< empty: nothing was different afterwards
    CollectionChange change;
};

/// Does an action on stories; stories that are gone are passed over. Not for those that define or code themes, set
/// events, or are about codebooks.
Result<DoneAction> doOnStories(const Action &action, StoreWriter &writer);

/// How many codings and answers it brings along.
qsizetype storiesRemembered(const SetCodebook &action);

/// The action as the menu names it: "Star 3 stories".
QString actionText(const Action &action, qsizetype stories, const Codebook &codebook);

} // namespace tidemark
