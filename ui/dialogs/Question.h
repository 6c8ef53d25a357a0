#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QCheckBox;
class QDialog;
class QWidget;

namespace tidemark {

/// Asks whether to go on; the button that does is a verb. then() is called if it is chosen. Returns at once, with
/// the open question, which deletes itself when it is answered.
QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, const std::function<void()> &then);
/// The same with a choice to make beside it, which goes with the question; then() is told what was chosen.
QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, QCheckBox *besides,
             const std::function<void(bool)> &then);

/// Says something that has to be read before going on. Returns at once.
void inform(QWidget *parent, const QString &sentence, const QStringList &details = {});

} // namespace tidemark
