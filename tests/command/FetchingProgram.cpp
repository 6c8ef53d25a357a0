#include "command/FetchingProgram.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QProcessEnvironment>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tidemark::test {

Run FetchingProgram::run(const QString &command, const QStringList &arguments, const QByteArray &input,
                         const QStringList &environment)
{
    QProcess process;
    m_program->prepare(process, QStringList{command, u"--collection"_s, m_program->collection()} + arguments);
    QProcessEnvironment variables = process.processEnvironment();
    for (const QString &variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(variables);
    QEventLoop loop;
    connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    process.start();
    m_running = static_cast<pid_t>(process.processId());
    process.write(input);
    process.closeWriteChannel();
    loop.exec();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Run FetchingProgram::addTag(const LocalServer &server, const QStringList &more)
{
    const QStringList name = more.contains(u"--name"_s) ? QStringList() : QStringList{u"--name"_s, u"tag"_s};
    return run(u"sources"_s,
               QStringList{u"add"_s, server.address(QString()).toString(), u"--tag"_s, u"metoo"_s} + name + more);
}

QJsonObject FetchingProgram::fetched(const QStringList &more)
{
    return run(u"fetch"_s, QStringList{u"--json"_s} + more).json()["sources"_L1].toArray().at(0).toObject();
}

LocalServer::Script FetchingProgram::stopIt()
{
    return [this](QTcpSocket &, const SeenRequest &) { ::kill(m_running, SIGINT); };
}

qint64 FetchingProgram::count()
{
    return run(u"count"_s, {}).output.trimmed().toLongLong();
}

QByteArray quoteOf(const QByteArray &wish)
{
    return R"(,"quote":{"state":"accepted","quoted_status":{"uri":"https://b.example/2","visibility":"public",)"
           R"("content":"Words of another","account":{"acct":"b","indexable":)"
        + wish + "}}}";
}

} // namespace tidemark::test
