#include "command/Terminal.h"

#include "collection/Places.h"
#include "story/UtcText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QThread>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void noteInterrupt(int)
{
    interrupted = 1;
}

/// Control characters of a hostile story or name would speak to the terminal.
QByteArray forTerminal(QString line)
{
    line.replace(u"\r\n"_s, u"\n"_s);
    std::replace_if(
        line.begin(), line.end(),
        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; },
        QChar(QChar::ReplacementCharacter));
    return line.toUtf8();
}

void say(const QString &line)
{
    const QByteArray bytes = forTerminal(line) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

} // namespace

void printLine(const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stdout);
    std::fputc('\n', stdout);
}

void printLine(const QString &line)
{
    printLine(forTerminal(line));
}

void printNotice(const QString &line)
{
    say(u"tidemark: "_s + line);
}

QString damageInWords(qint64 stories)
{
    return Words::tr(
               "Stories whose attributes are damaged, so that they count as having none: %1. “tidemark check” "
               "names them.")
        .arg(stories);
}

void printJson(const QJsonObject &object)
{
    printLine(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

int finished(int code)
{
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    return fail(Error{Error::Kind::Other,
                      Words::tr("The answer could not be written to standard output: %1.")
                          .arg(QString::fromLocal8Bit(std::strerror(errno != 0 ? errno : EIO)))});
}

int worseOf(int code, int other)
{
    static constexpr std::array fromWorst{Failed, WrongUsage, NotYet, DoneWithRejections, Done};
    return *std::find_if(fromWorst.begin(), fromWorst.end(), [&](int one) { return one == code || one == other; });
}

int fail(const Error &error)
{
    say(u"tidemark: "_s + error.message);
    return error.kind == Error::Kind::Usage ? WrongUsage : Failed;
}

int fail(const Mistake &mistake, const QString &text)
{
    say(u"tidemark: "_s + mistake.message);
    QString line = text;
    line.replace(u'\n', u' ').replace(u'\t', u' ');
    say(u"  "_s + line);
    say(u"  "_s + QString(mistake.position, u' ') + QString(std::max<qsizetype>(1, mistake.length), u'^'));
    return WrongUsage;
}

Waiting::Waiting(std::shared_ptr<Progress> progress, QString what)
    : m_progress(std::move(progress)), m_what(std::move(what)), m_shows(::isatty(STDERR_FILENO) == 1)
{
    interrupted = 0;
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
}

Waiting::~Waiting()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (m_shown)
        std::fputs("\r\033[K", stderr);
}

void Waiting::pause()
{
    QThread::msleep(10);
    if (interrupted != 0)
        m_progress->cancel();
    if (!m_shows)
        return;
    const qint64 total = m_progress->total;
    const qint64 items = m_progress->items;
    QString line = m_what;
    if (items > 0)
        line += u' ' + QLocale().toString(items);
    if (total > 0)
        line += u" · "_s + QString::number(100 * m_progress->done / total) + u" %"_s;
    const QByteArray bytes = "\r" + line.toUtf8() + "\033[K";
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    m_shown = true;
}

CommandOption collectionOption()
{
    return {u"collection"_s, u"FILE"_s,
            Words::tr("the collection; without it, the one that the window opens by default")};
}

CommandOption jsonOption()
{
    return {u"json"_s, {}, Words::tr("print JSON, for programs")};
}

CommandOption profileOption()
{
    return {u"profile"_s, u"PROFILE"_s,
            Words::tr("pseudonymous (people as person-N, the default) or full (names and links)")};
}

CommandOption orderOption()
{
    return {
        u"order"_s, u"ORDER"_s,
        Words::tr("newest (the default) or oldest first, undated stories last; or relevance, where the filter has "
                  "words and at most a million stories match")};
}

Result<QString> collectionPath(const Invocation &invocation)
{
    const QString path = invocation.value(u"collection"_s);
    if (invocation.has(u"collection"_s) && path.isEmpty())
        return Error{Error::Kind::Usage, Words::tr("--collection needs the name of a file.")};
    return path.isEmpty() ? defaultCollectionPath() : path;
}

Result<std::unique_ptr<Collection>> openCollection(const Invocation &invocation, Collection::Missing missing)
{
    const auto path = collectionPath(invocation);
    if (!path)
        return path.error();
    return Collection::open(*path, missing);
}

std::variant<Question, int> openQuestion(const Invocation &invocation)
{
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const QString text = invocation.positional().join(u' ');
    auto parsed = parseFilter(text, (*collection)->names());
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, text);
    return Question{std::move(*collection), std::get<Filter>(std::move(parsed))};
}

Result<Order> orderFrom(const Invocation &invocation)
{
    const QString order = invocation.value(u"order"_s, u"newest"_s);
    if (order == "newest"_L1)
        return Order::NewestFirst;
    if (order == "oldest"_L1)
        return Order::OldestFirst;
    if (order == "relevance"_L1)
        return Order::MostRelevant;
    return Error{Error::Kind::Usage, Words::tr("--order is newest, oldest or relevance, not “%1”.").arg(order)};
}

Error isThereAlready(const QString &path)
{
    return {Error::Kind::Denied,
            QCoreApplication::translate("Command", "“%1” is there already. Name another file, or say --overwrite.")
                .arg(path)};
}

Result<bool> showsNames(const Invocation &invocation)
{
    const QString profile = invocation.value(u"profile"_s, u"pseudonymous"_s);
    if (profile == "full"_L1)
        return true;
    if (profile == "pseudonymous"_L1)
        return false;
    return Error{Error::Kind::Usage, Words::tr("--profile is pseudonymous or full, not “%1”.").arg(profile)};
}

QString utcText(Instant instant)
{
    return QString::fromLatin1(UtcText(instant));
}

} // namespace tidemark
