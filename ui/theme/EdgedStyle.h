#pragma once

#include <QProxyStyle>

namespace tidemark {

/// Fusion with edges that can be seen: it draws the frames of empty boxes and rings so close to their ground that
/// in the dark they are lost (WCAG 2.1, 1.4.11 asks for 3:1), and shows a button's focus only where a key brought
/// it, a flat one's never. The arrow of a button that opens a menu stands beside its words, not below. Buttons of
/// dialogs have words alone: Qt's pictures on them are black, and gone in the dark.
/// Where less motion is wanted nothing of it moves: a bar of work without a known end has stripes that stand still.
class EdgedStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    EdgedStyle();

    void setStill(bool still);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

private:
    bool m_still = false;
};

} // namespace tidemark
