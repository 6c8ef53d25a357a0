#pragma once

#include "model/CurrentSelection.h"

#include <QObject>

class QPrinter;

namespace tidemark {

class JobBar;
class TimelinePanel;
class TimelinePicture;

/// Takes the timeline's picture and figures out of the window: to the clipboard, into a file, onto paper.
class TimelineCommands final : public QObject
{
    Q_OBJECT

public:
    TimelineCommands(TimelinePanel *panel, const CurrentSelection *current, JobBar *jobs, QWidget *window);

private:
    [[nodiscard]] TimelinePicture picture() const;
    [[nodiscard]] QByteArray figures() const;
    [[nodiscard]] QString title() const;
    void copyPicture();
    void savePicture();
    void copyFigures();
    void saveFigures();
    void print();
    void save(const QString &path, const QByteArray &bytes);

    TimelinePanel *m_panel;
    const CurrentSelection *m_current;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
