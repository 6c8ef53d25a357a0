#pragma once

#include "filter/FilterText.h"

#include <QAbstractButton>

namespace tidemark {

/// One part of the filter. A click, Enter, Delete or Backspace takes it out, or brings one that is switched off
/// into force again; the context menu can also turn it round, switch it off and on, and lock it against Clear All.
class FilterChipButton final : public QAbstractButton
{
    Q_OBJECT

public:
    struct State
    {
        bool invertible = false;
        bool off = false; ///< kept in sight, but not in force
        bool locked = false;
    };

    FilterChipButton(const FilterChip &chip, State state, QWidget *parent = nullptr);

    [[nodiscard]] const FilterChip &chip() const { return m_chip; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removed();
    void inverted();
    void switched(bool on);
    void lockTurned(bool locked);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QRect textPlace() const; ///< as written from left to right
    void paintLock(QPainter &painter, const QPointF &centre) const;

    FilterChip m_chip;
    State m_state;
};

} // namespace tidemark
