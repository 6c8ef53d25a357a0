#pragma once

#include "collection/Collection.h"
#include "command/Command.h"

#include <QJsonObject>

namespace tidemark {

/// Writes a line to standard output, with U+FFFD for control characters other than newline and tab.
void printLine(const QString &line);
void printLine(const QByteArray &utf8);    ///< exactly these bytes
void printJson(const QJsonObject &object); ///< on one line

/// Writes a line to standard error: what a person should know and a program need not read.
void printNotice(const QString &line);

/// What is to be told where stories' attributes can't be read.
QString damageInWords(qint64 stories);

/// Makes sure that everything reached standard output: gives Failed, with a sentence, where it didn't (a full disk,
/// a closed pipe), else the code.
int finished(int code);

/// What is told of several things where the one gave one exit code and the other another: failures before wrong
/// usage, that before what is still to be asked for, that before records that were set aside. The order in which
/// they came doesn't matter.
int worseOf(int code, int other);

/// Says an error on standard error and gives its exit code.
int fail(const Error &error);
int fail(const Mistake &mistake, const QString &text); ///< the sentence, and the place below the filter's text

/// Waits for a job; shows its progress on standard error where that is a terminal; Ctrl+C cancels it.
class Waiting
{
public:
    explicit Waiting(std::shared_ptr<Progress> progress, QString what);
    ~Waiting();
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;

    void pause(); ///< a moment; then shows how far the job is

private:
    std::shared_ptr<Progress> m_progress;
    QString m_what;
    bool m_shows;
    bool m_shown = false;
};

template<typename T>
Result<T> waitFor(const Job<T> &job, const QString &what)
{
    Waiting waiting(job.progress, what);
    while (!job.answer.isFinished())
        waiting.pause();
    return job.answer.result();
}

/// The options that most commands share.
CommandOption collectionOption();
CommandOption jsonOption();
CommandOption profileOption();
CommandOption orderOption();

/// The file that --collection names, else the default one.
Result<QString> collectionPath(const Invocation &invocation);

/// Opens that collection.
Result<std::unique_ptr<Collection>> openCollection(const Invocation &invocation, Collection::Missing missing);

/// What most commands begin with: the collection and the filter of the positional arguments. Otherwise an exit
/// code, the reason already said.
struct Question
{
    std::unique_ptr<Collection> collection;
    Filter filter;
};
std::variant<Question, int> openQuestion(const Invocation &invocation);

/// newest, oldest or relevance.
Result<Order> orderFrom(const Invocation &invocation);
/// Whether names may appear: --profile full.
Result<bool> showsNames(const Invocation &invocation);

/// Where --overwrite wasn't said.
Error isThereAlready(const QString &path);

/// A time as JSON and CSV write it: 2017-10-15T20:21:00Z.
QString utcText(Instant instant);

} // namespace tidemark
