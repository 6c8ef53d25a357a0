#pragma once

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace tidemark {

/// Lets a line of text be emptied by a button, which Qt leaves without a name.
inline void addClearButton(QLineEdit *line)
{
    line->setClearButtonEnabled(true);
    const auto buttons = line->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(QCoreApplication::translate("ClearButton", "Clear"));
}

} // namespace tidemark
