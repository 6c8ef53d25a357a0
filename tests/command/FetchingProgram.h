#pragma once

#include "command/Program.h"
#include "support/LocalServer.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

#include <sys/types.h>

namespace tidemark::test {

/// What tests share that run the program against servers of their own: these go on working while it runs.
class FetchingProgram : public QObject
{
protected:
    void beginAnew() { m_program = std::make_unique<Program>(); } ///< with an empty folder

    /// environment: "NAME=value" each.
    Run run(const QString &command, const QStringList &arguments, const QByteArray &input = {},
            const QStringList &environment = {});
    /// Follows #metoo there, as "tag" if more doesn't name it.
    Run addTag(const LocalServer &server, const QStringList &more = {});
    /// What fetching says of the first source.
    QJsonObject fetched(const QStringList &more = {});
    /// For a server that isn't to answer any more: somebody presses Ctrl+C.
    LocalServer::Script stopIt();
    qint64 count();

    [[nodiscard]] const Program &program() const { return *m_program; }

private:
    std::unique_ptr<Program> m_program;
    pid_t m_running = 0;
};

/// In a post: that it quotes another one, whose author says this of being found by those who search.
QByteArray quoteOf(const QByteArray &wish);

} // namespace tidemark::test
