#pragma once

#include <QHeaderView>
#include <QPointer>

namespace tidemark {

/// The names of the list's columns, for keys as well as for the mouse: arrows go from column to column, Shift with
/// them makes one narrower or wider, Enter and Space are a click, Escape goes back to the list, or where it came
/// from.
class StoryHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit StoryHeader(QWidget *parent = nullptr);

    void takeKeys(QWidget *before); ///< takes the focus, which Escape gives back; null: to the list
    [[nodiscard]] QWidget *before() const { return m_before; }

signals:
    void fitWished();         ///< every column as wide as what is in sight
    void usualWidthsWished(); ///< as before anybody changed them

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void choose(int place);
    void widen(int pixels);
    void speak();

    QPointer<QWidget> m_before;
    int m_chosen = 0; ///< a column
};

} // namespace tidemark
