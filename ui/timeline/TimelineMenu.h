#pragma once

#include "timeline/TimelineLook.h"

#include <QMenu>

class QActionGroup;

namespace tidemark {

/// How the timeline is shown, as a menu: of the panel's button, and in the window's View menu.
class TimelineMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit TimelineMenu(QWidget *parent);

    [[nodiscard]] TimelineLook look() const;
    void setLook(const TimelineLook &look); ///< says nothing back

    /// Lays the timeline out over the selected span alone.
    [[nodiscard]] QAction *onlySelected() const { return m_onlySelected; }
    [[nodiscard]] QAction *closer() const { return m_closer; }
    [[nodiscard]] QAction *wider() const { return m_wider; }
    [[nodiscard]] QAction *everything() const { return m_everything; }
    [[nodiscard]] QAction *asTable() const { return m_asTable; }
    [[nodiscard]] QAction *copyPicture() const { return m_copyPicture; }
    [[nodiscard]] QAction *savePicture() const { return m_savePicture; }
    [[nodiscard]] QAction *copyFigures() const { return m_copyFigures; }
    [[nodiscard]] QAction *saveFigures() const { return m_saveFigures; }
    [[nodiscard]] QAction *print() const { return m_print; }

signals:
    void lookChanged(const tidemark::TimelineLook &look);

private:
    QAction *choice(QMenu *menu, QActionGroup *group, const QString &text, const QVariant &value);
    QAction *toggle(const QString &text);
    QAction *zoom(const QString &text, const QList<QKeySequence> &keys);
    void fillAverages();
    void fillEarlier();
    void fillBursts();

    QActionGroup *m_shape;
    QActionGroup *m_places;
    QActionGroup *m_averaged;
    QActionGroup *m_earlier;
    QActionGroup *m_burstRatio;
    QAction *m_logarithmic;
    QAction *m_events;
    QAction *m_onlySelected;
    QAction *m_closer;
    QAction *m_wider;
    QAction *m_everything;
    QAction *m_asTable;
    QAction *m_copyPicture;
    QAction *m_savePicture;
    QAction *m_copyFigures;
    QAction *m_saveFigures;
    QAction *m_print;
};

} // namespace tidemark
