#pragma once

#include <QLabel>

namespace tidemark {

/// A sentence that is text and never markup, on as many lines as it needs.
inline QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace tidemark
