#pragma once

#include "story/StoryId.h"

#include <QPointer>
#include <QWidget>

class QPlainTextEdit;

namespace tidemark {

/// A person's note on one story, being written. It is kept with its button, with Ctrl+Return, with Esc where
/// something was written, when the collection is left, and when another story takes its place: a note is never lost
/// by going on.
class NoteEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    /// addition is offered behind the note, or behind what is being written of the same story, and isn't kept
    /// unless the editor is.
    void edit(StoryId story, const QString &note, const QString &addition = {});
    void keep();   ///< says edited() if something changed, and closes
    void giveUp(); ///< closes
    [[nodiscard]] StoryId story() const { return m_story; }

signals:
    void edited(tidemark::StoryId story, const QString &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
    StoryId m_story = noStory;
    QString m_before;
    QPointer<QWidget> m_from; ///< what had the focus before, and has it again
};

} // namespace tidemark
