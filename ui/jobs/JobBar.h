#pragma once

#include "collection/Collection.h"
#include "jobs/JobLine.h"
#include "jobs/WhenDone.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tidemark {

/// The foot of the window: the jobs that run, with their progress and a way to stop each, and what failed.
/// A job that is through within a moment never shows.
class JobBar final : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget *parent = nullptr);

    /// Shows a job until it is done; then(value) is called in this thread if it went well and the context still
    /// lives. A failure stays in sight until it is dismissed or the same job is tried again; a job that the user
    /// stopped simply goes.
    template<typename T, typename Then>
    void run(const QString &title, const Job<T> &job, QObject *context, Then then)
    {
        const QPointer<JobLine> line = begin(title, job.progress);
        const QPointer<QObject> guard(context);
        whenDone(job.answer, this, [this, line, guard, then = std::move(then)](const Result<T> &answer) {
            end(line, answer ? nullptr : &answer.error());
            if (answer && guard)
                then(answer.value());
        });
    }
    /// The same, but a failure is told to otherwise(error) and doesn't stay here.
    template<typename T, typename Then, typename Otherwise>
    void run(const QString &title, const Job<T> &job, QObject *context, Then then, Otherwise otherwise)
    {
        const QPointer<JobLine> line = begin(title, job.progress);
        const QPointer<QObject> guard(context);
        whenDone(
            job.answer, this,
            [this, line, guard, then = std::move(then), otherwise = std::move(otherwise)](const Result<T> &answer) {
                end(line, guard || answer ? nullptr : &answer.error());
                if (!guard)
                    return;
                if (answer)
                    then(answer.value());
                else if (answer.error().kind != Error::Kind::Cancelled)
                    otherwise(answer.error());
            });
    }
    template<typename T>
    void run(const QString &title, const Job<T> &job)
    {
        run(title, job, this, [](const T &) {});
    }

    void tell(const QString &sentence);        ///< in sight for a moment: why what was asked for does nothing
    void stopTelling();                        ///< it holds no more
    void showFailure(const QString &sentence); ///< of something that was no job
    /// The same, of a thing that may go well some other time: dismissFailures(title) then takes it out of sight.
    void showFailure(const QString &title, const QString &sentence);
    void dismissFailures(const QString &title);
    void dismissFailures();
    [[nodiscard]] bool isBusy() const;
    void stopAll();

signals:
    void becameIdle();

private:
    JobLine *begin(const QString &title, const std::shared_ptr<Progress> &progress);
    void end(JobLine *line, const Error *error);
    void refresh();
    void remove(JobLine *line);
    void takeOver(JobLine *line, const QString &sentence);
    template<typename Which>
    void dismissFailures(Which which);
    void showIfNeeded();

    QVector<JobLine *> m_lines;
    QVBoxLayout *m_layout;
    QLabel *m_told;
    QTimer m_clock;
    QTimer m_toldLongEnough;
};

} // namespace tidemark
