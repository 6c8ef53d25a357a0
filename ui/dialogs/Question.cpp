#include "dialogs/Question.h"

#include <QApplication>
#include <QCheckBox>
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

QString noticeName()
{
    return u"notice"_s;
}

/// One that says the same and wasn't read yet; null: there is none.
QMessageBox *openNotice(const QWidget *parent, const QString &sentence, const QString &detailed)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *box = qobject_cast<QMessageBox *>(window);
        if (box && box->isVisible() && box->parentWidget() == parent && box->objectName() == noticeName()
            && box->text() == sentence && box->detailedText() == detailed)
            return box;
    }
    return nullptr;
}

} // namespace

QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, const std::function<void()> &then)
{
    return ask(parent, sentence, verb, nullptr, [then](bool) { then(); });
}

QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, QCheckBox *besides,
             const std::function<void(bool)> &then)
{
    QMessageBox *box = plainBox(parent, sentence);
    box->setObjectName(u"question"_s);
    box->setIcon(QMessageBox::Question);
    nameSign(box, QCoreApplication::translate("Question", "Question"));
    QPushButton *go = box->addButton(verb, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    if (besides)
        box->setCheckBox(besides);
    // What is to be done waits until the question is gone; what was chosen is looked at before that.
    QWidget *const context = parent ? parent : box;
    QObject::connect(go, &QPushButton::clicked, context, [context, then, besides] {
        const bool also = besides && besides->isChecked();
        QMetaObject::invokeMethod(
            context, [then, also] { then(also); }, Qt::QueuedConnection);
    });
    box->open();
    return box;
}

void inform(QWidget *parent, const QString &sentence, const QStringList &details)
{
    const QString detailed = details.join(u'\n');
    if (QMessageBox *open = openNotice(parent, sentence, detailed)) {
        open->raise();
        open->activateWindow();
        return;
    }
    QMessageBox *box = plainBox(parent, sentence);
    box->setObjectName(noticeName());
    box->setIcon(QMessageBox::Information);
    nameSign(box, QCoreApplication::translate("Question", "Notice"));
    if (!detailed.isEmpty())
        box->setDetailedText(detailed);
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace tidemark
