#pragma once

#include "filter/FilterText.h"

#include <QAbstractButton>

namespace tidemark {

/// One part of the filter in force. A click, Enter, Delete or Backspace takes it out; the context menu can also
/// turn it round.
class FilterChipButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChipButton(const FilterChip &chip, bool invertible, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removed(const tidemark::Filter &filter);
    void inverted(const tidemark::Filter &filter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    FilterChip m_chip;
    bool m_invertible;
};

} // namespace tidemark
