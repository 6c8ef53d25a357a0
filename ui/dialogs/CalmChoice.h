#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace tidemark {

/// A choice in a part that scrolls: the wheel scrolls the part, and chooses nothing on its way.
class CalmChoice final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace tidemark
