#include "collection/Action.h"

#include "text/ShippedWords.h"
#include "theme/CodebookEditing.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Action)
};

QString countedStories(qsizetype count)
{
    return count == 1 ? Words::tr("1 story") : Words::tr("%1 stories").arg(QLocale().toString(count));
}

template<typename Value>
QVector<StoryId> storiesOf(const QVector<Value> &values)
{
    QVector<StoryId> ids;
    ids.reserve(values.size());
    for (const Value &value : values)
        ids.append(value.story);
    return ids;
}

struct Doing
{
    StoreWriter &writer;

    Result<DoneAction> operator()(const SetMarks &action) const
    {
        const auto different = writer.setMark(action.ids, action.mark, action.on);
        if (!different)
            return different.error();
        return DoneAction{SetMarks{different.value(), action.mark, !action.on}, different.value(), {.marks = true}};
    }

    Result<DoneAction> operator()(const SetThemes &action) const
    {
        const auto before = writer.setTheme(action.theme, action.values);
        if (!before)
            return before.error();
        return DoneAction{SetThemes{action.theme, before.value()}, storiesOf(before.value()), {.codings = true}};
    }

    Result<DoneAction> operator()(const SetVoices &action) const
    {
        const auto before = writer.setVoice(action.values);
        if (!before)
            return before.error();
        return DoneAction{SetVoices{before.value()}, storiesOf(before.value()), {.codings = true}};
    }

    Result<DoneAction> operator()(const RecordAnswers &action) const
    {
        const auto before = writer.record(action.answers, action.inForce);
        if (!before)
            return before.error();
        QVector<StoryId> touched = storiesOf(before->voices) + storiesOf(before->voicesOfCoders);
        for (const auto &answers : {before->inForce, before->ofCoders}) {
            for (const ThemeAnswer &answer : answers)
                touched.append(answer.value.story);
        }
        std::sort(touched.begin(), touched.end());
        touched.resize(std::distance(touched.begin(), std::unique(touched.begin(), touched.end())));
        return DoneAction{RecordAnswers{before.value(), InForce::Replaced}, touched, {.codings = true}};
    }

    Result<DoneAction> operator()(const SetNotes &action) const
    {
        const auto before = writer.setNotes(action.notes);
        if (!before)
            return before.error();
        return DoneAction{SetNotes{before.value()}, storiesOf(before.value()), {.marks = true}};
    }

    Result<DoneAction> operator()(const SetDefinition &) const { return noAction(); }
    Result<DoneAction> operator()(const SetCodebook &) const { return noAction(); }
    Result<DoneAction> operator()(const SetEvents &) const { return noAction(); }
    Result<DoneAction> operator()(const SetLabelCoders &) const { return noAction(); }
    Result<DoneAction> operator()(const KeepCodebook &) const { return noAction(); }
    Result<DoneAction> operator()(const RenameCodebook &) const { return noAction(); }
    Result<DoneAction> operator()(const UseCodebook &) const { return noAction(); }

    static Error noAction()
    {
        return {Error::Kind::Usage,
                Words::tr("What defines or codes a theme, or an event, is no action on stories.")};
    }
};

struct Naming
{
    QString stories;
    const Codebook &codebook;

    QString operator()(const SetMarks &action) const
    {
        switch (action.mark) {
        case StoryMark::Starred:
            return (action.on ? Words::tr("Star %1") : Words::tr("Remove the star of %1")).arg(stories);
        case StoryMark::DoNotQuote:
            return (action.on ? Words::tr("Mark %1 as not to be quoted") : Words::tr("Allow quoting of %1"))
                .arg(stories);
        case StoryMark::Read:
            break;
        }
        return (action.on ? Words::tr("Mark %1 as read") : Words::tr("Mark %1 as unread")).arg(stories);
    }

    QString operator()(const SetThemes &action) const
    {
        const bool known = action.theme >= 0 && action.theme < codebook.themes.size();
        const QString theme
            = known ? inReadersLanguage(codebook.themes.at(action.theme).name) : QString::number(action.theme);
        const std::optional<bool> present = action.values.isEmpty() ? std::nullopt : action.values.first().present;
        const QString pattern = !present ? Words::tr("Clear theme %1 on %2")
            : *present                   ? Words::tr("Set theme %1 on %2")
                                         : Words::tr("Take theme %1 off %2");
        return pattern.arg(theme, stories);
    }

    QString operator()(const SetVoices &action) const
    {
        const std::optional<Voice> voice = action.values.isEmpty() ? std::nullopt : action.values.first().voice;
        return voice ? Words::tr("Set voice %1 on %2").arg(voiceName(*voice), stories)
                     : Words::tr("Clear the voice set on %1").arg(stories);
    }

    QString operator()(const SetNotes &action) const
    {
        const bool isRemoval = action.notes.isEmpty() || action.notes.first().note.isEmpty();
        return (isRemoval ? Words::tr("Remove the note on %1") : Words::tr("Write a note on %1")).arg(stories);
    }

    QString operator()(const SetCodebook &action) const
    {
        if (!action.text.isEmpty())
            return action.text;
        return action.change.codebook == codebook ? Words::tr("Keep what was judged")
                                                  : changeInWords(codebook, action.change.codebook);
    }

    QString operator()(const SetEvents &) const { return Words::tr("Change the events"); }

    QString operator()(const RecordAnswers &action) const
    {
        const RecordedAnswers &answers = action.answers;
        const bool settles = answers.ofCoders.isEmpty()
            && ((!answers.inForce.isEmpty() && answers.inForce.first().value.settled)
                || (!answers.voices.isEmpty() && answers.voices.first().settled));
        return (settles ? Words::tr("Settle a difference on %1") : Words::tr("Code %1")).arg(stories);
    }

    QString operator()(const SetLabelCoders &action) const
    {
        const bool toModel = std::any_of(action.coders.cbegin(), action.coders.cend(),
                                         [](const LabelCoder &coder) { return coder.model != 0; });
        return (toModel ? Words::tr("Code %1 themes or voices by what was learned")
                        : Words::tr("Code %1 themes or voices by their rules"))
            .arg(action.coders.size());
    }

    QString operator()(const SetDefinition &action) const
    {
        return Words::tr("Change theme %1").arg(inReadersLanguage(action.theme.name));
    }

    QString operator()(const KeepCodebook &action) const
    {
        return (action.kept ? Words::tr("Add the codebook %1") : Words::tr("Delete the codebook %1"))
            .arg(inReadersLanguage(action.title));
    }

    QString operator()(const RenameCodebook &action) const
    {
        return Words::tr("Name the codebook %1").arg(action.title);
    }

    QString operator()(const UseCodebook &action) const
    {
        return Words::tr("Use the codebook %1").arg(inReadersLanguage(action.title));
    }
};

} // namespace

Result<DoneAction> doOnStories(const Action &action, StoreWriter &writer)
{
    return std::visit(Doing{writer}, action);
}

qsizetype storiesRemembered(const SetCodebook &action)
{
    qsizetype stories = action.change.answers.size();
    for (const HandThemes &coding : action.change.codings)
        stories += coding.values.size();
    return stories;
}

QString actionText(const Action &action, qsizetype stories, const Codebook &codebook)
{
    return std::visit(Naming{countedStories(stories), codebook}, action);
}

} // namespace tidemark
