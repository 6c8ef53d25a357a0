#include "dialogs/NoteDialog.h"

#include "dialogs/Question.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

NoteDialog::NoteDialog(const QString &note, qsizetype stories, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(note, this))
{
    setObjectName(u"noteDialog"_s);
    setWindowTitle(tr("Note"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setAccessibleName(tr("Note on this story"));
    m_text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Keep Note"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    if (stories > 1) {
        m_text->setAccessibleName(tr("Note on these stories"));
        auto *effect
            = new QLabel(tr("This becomes the note of %1 stories and takes the place of notes that they have. "
                            "Left empty, it removes them.")
                             .arg(QLocale().toString(stories)),
                         this);
        effect->setTextFormat(Qt::PlainText);
        effect->setWordWrap(true);
        layout->addWidget(effect);
    }
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    resize(420, 220);
}

void NoteDialog::reject()
{
    if (!m_text->document()->isModified()) {
        QDialog::reject();
        return;
    }
    ask(this, tr("Throw away what you wrote?"), tr("Throw Away"), [this] { QDialog::reject(); });
}

void NoteDialog::write(const QString &note)
{
    m_text->selectAll();
    m_text->insertPlainText(note);
}

QString NoteDialog::note() const
{
    return m_text->toPlainText();
}

} // namespace tidemark
