#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>

class QAction;

namespace tidemark {

/// Puts everything out of sight at once: the window and every dialog go, an empty page with a neutral title stands
/// in their place, and the clipboard is emptied if it holds something of ours; what opens meanwhile stays out of
/// sight, too. The action's key or F9 on that page, or a double click on its sentence, brings all of it back. That
/// key works in dialogs, which keep the window's shortcuts away; where it is switched on, Shift pressed and
/// released alone three times hides, too.
class QuickHide final : public QObject
{
    Q_OBJECT

public:
    QuickHide(QWidget *window, QAction *hide, QAction *byShift);
    ~QuickHide() override;

    [[nodiscard]] bool isHiding() const { return m_page != nullptr; }
    void hide();
    void bringBack();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepAway(QWidget *opened);
    void countShift(QEvent *event);

    QWidget *m_window;
    QPointer<QAction> m_hide;
    std::unique_ptr<QWidget> m_page;
    QList<QPointer<QWidget>> m_hidden;
    QString m_programName;
    QElapsedTimer m_sinceFirst;
    int m_shifts = 0;
    bool m_shiftAlone = false;
    bool m_byShift; ///< as its action says, which goes before this does when the window closes
};

} // namespace tidemark
