#include "dialogs/LinesDialog.h"

#include "dialogs/Question.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

LinesDialog::LinesDialog(const QString &title, const QString &sentence, const QStringList &lines, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(lines.join(u'\n'), this))
{
    setObjectName(u"linesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *label = new QLabel(sentence, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_text->setAccessibleName(title);
    m_text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(420, 340);
    m_before = this->lines();
}

void LinesDialog::reject()
{
    if (lines() == m_before)
        return QDialog::reject();
    ask(this, tr("Throw away what you wrote?"), tr("Throw Away"), [this] { QDialog::reject(); });
}

QStringList LinesDialog::lines() const
{
    QStringList lines;
    const QStringList written = m_text->toPlainText().split(u'\n');
    for (const QString &line : written) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !lines.contains(trimmed))
            lines.append(trimmed);
    }
    return lines;
}

} // namespace tidemark
