#include "reading/NoteEditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tidemark {

NoteEditor::NoteEditor(QWidget *parent) : QWidget(parent), m_text(new QPlainTextEdit(this))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    constexpr int height = 84;
    m_text->setFixedHeight(height);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("A note on this story, for yourself"));
    m_text->installEventFilter(this);
    auto *keepButton = new QPushButton(tr("Keep note"), this);
    auto *cancelButton = new QPushButton(tr("Cancel"), this);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancelButton);
    buttons->addWidget(keepButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(keepButton, &QPushButton::clicked, this, &NoteEditor::keep);
    connect(cancelButton, &QPushButton::clicked, this, &NoteEditor::giveUp);
    hide();
}

void NoteEditor::edit(StoryId story, const QString &note, const QString &addition)
{
    if (!isHidden() && m_story != story)
        keep();
    if (isHidden()) {
        m_from = window()->focusWidget();
        m_story = story;
        m_before = note;
        m_text->setPlainText(note);
        show();
    }
    m_text->moveCursor(QTextCursor::End);
    if (!addition.isEmpty())
        m_text->insertPlainText(addition);
    m_text->setFocus(Qt::OtherFocusReason);
}

void NoteEditor::keep()
{
    if (isHidden())
        return;
    const QString note = m_text->toPlainText().trimmed();
    const bool changed = note != m_before.trimmed();
    const StoryId story = m_story;
    giveUp();
    if (changed)
        emit edited(story, note);
}

void NoteEditor::giveUp()
{
    if (isHidden())
        return;
    m_story = noStory;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus && m_from)
        m_from->setFocus(Qt::OtherFocusReason);
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool keeps = enter && key->modifiers().testFlag(Qt::ControlModifier);
        const bool givesUp = key->key() == Qt::Key_Escape;
        if (keeps || givesUp) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                keeps || m_text->document()->isModified() ? keep() : giveUp();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tidemark
