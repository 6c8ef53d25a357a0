#pragma once

#include "story/Progress.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tidemark {

/// One job of the job bar: what it does, how far it is, and a way to stop it; after a failure, the sentence that
/// says why, until it is dismissed.
class JobLine final : public QWidget
{
    Q_OBJECT

public:
    JobLine(const QString &title, std::shared_ptr<Progress> progress, QWidget *parent = nullptr);

    void refresh(); ///< reads the progress; the job bar's clock calls it
    void fail(const QString &sentence);
    void stop(); ///< asks the job to stop
    /// Its own title, and those of other jobs that failed of the same.
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    void standFor(const QStringList &titles);
    /// Takes a title out, and says whether there was one and it was the last.
    bool standsForNothingWithout(const QString &title);
    [[nodiscard]] QString sentence() const; ///< what it says now
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }

signals:
    void dismissed();

private:
    void stopOrDismiss();

    QString m_title;
    QStringList m_titles;
    std::shared_ptr<Progress> m_progress;
    QElapsedTimer m_clock;
    bool m_failed = false;
    QLabel *m_sentence;
    QProgressBar *m_bar;
    QToolButton *m_button;
};

} // namespace tidemark
