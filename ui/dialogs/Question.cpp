#include "dialogs/Question.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QMessageBox *plainBox(QWidget *parent, const QString &sentence)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(sentence);
    box->setWindowTitle(QGuiApplication::applicationDisplayName());
    return box;
}

/// The sign beside the words, which Qt leaves without a name.
void nameSign(const QMessageBox *box, const QString &name)
{
    if (auto *sign = box->findChild<QLabel *>(u"qt_msgboxex_icon_label"_s))
        sign->setAccessibleName(name);
}

} // namespace

QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, const std::function<void()> &then,
             QCheckBox *besides)
{
    QMessageBox *box = plainBox(parent, sentence);
    box->setObjectName(u"question"_s);
    box->setIcon(QMessageBox::Question);
    nameSign(box, QCoreApplication::translate("Question", "Question"));
    QPushButton *go = box->addButton(verb, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    if (besides)
        box->setCheckBox(besides);
    QObject::connect(go, &QPushButton::clicked, parent ? parent : static_cast<QWidget *>(box), then,
                     Qt::QueuedConnection);
    box->open();
    return box;
}

void inform(QWidget *parent, const QString &sentence, const QStringList &details)
{
    QMessageBox *box = plainBox(parent, sentence);
    box->setObjectName(u"notice"_s);
    box->setIcon(QMessageBox::Information);
    nameSign(box, QCoreApplication::translate("Question", "Notice"));
    if (!details.isEmpty())
        box->setDetailedText(details.join(u'\n'));
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace tidemark
