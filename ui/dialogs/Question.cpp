#include "dialogs/Question.h"

#include <QGuiApplication>
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

} // namespace

QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, const std::function<void()> &then)
{
    QMessageBox *box = plainBox(parent, sentence);
    box->setObjectName(u"question"_s);
    box->setIcon(QMessageBox::Question);
    QPushButton *go = box->addButton(verb, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
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
    if (!details.isEmpty())
        box->setDetailedText(details.join(u'\n'));
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace tidemark
