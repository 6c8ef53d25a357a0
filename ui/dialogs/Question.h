#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QCheckBox;
class QDialog;
class QWidget;

namespace tidemark {

/// Asks whether to go on; the button that does is a verb. then() is called if it is chosen. Returns at once, with
/// the open question, which deletes itself when it is answered. besides: a choice to make with it, which lives as
/// long.
QDialog *ask(QWidget *parent, const QString &sentence, const QString &verb, const std::function<void()> &then,
             QCheckBox *besides = nullptr);

/// Says something that has to be read before going on. Returns at once.
void inform(QWidget *parent, const QString &sentence, const QStringList &details = {});

} // namespace tidemark
