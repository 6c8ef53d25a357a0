#pragma once

#include <QPointer>
#include <QSplitter>
#include <QSplitterHandle>

namespace tidemark {

/// Panes side by side whose borders can be moved by keys, too.
class PaneSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit PaneSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
    void changeEvent(QEvent *event) override;

private:
    void keepEdges();
};

/// A border between two panes. Tab comes to it; arrows move it, Home and End as far as it goes; Enter ends that,
/// and Escape puts it back where it was.
class PaneBorder final : public QSplitterHandle
{
    Q_OBJECT

public:
    PaneBorder(Qt::Orientation orientation, QSplitter *splitter);

    void moveByKeys(QWidget *before);                          ///< takes the focus, and gives it back in the end
    [[nodiscard]] QWidget *before() const { return m_before; } ///< which gets the focus back; null: none

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    void moveBy(int pixels);
    void leave();

    QPointer<QWidget> m_before;
    QList<int> m_sizesBefore;
};

/// Whether the focus only comes back to where it was, from another window or a menu.
[[nodiscard]] bool bringsFocusBack(Qt::FocusReason reason);

} // namespace tidemark
