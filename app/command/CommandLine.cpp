#include "command/Command.h"
#include "command/Help.h"
#include "command/Terminal.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

const QVector<Command> &allCommands()
{
    static const QVector<Command> commands{
        importCommand(), countCommand(),  facetsCommand(), timelineCommand(), listCommand(),
        showCommand(),   themesCommand(), exportCommand(), forgetCommand(),   checkCommand(),
    };
    return commands;
}

namespace {

int run(const Command &command, const QStringList &arguments)
{
    const bool asksForHelp = std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument == "--help"_L1 || argument == "-h"_L1;
    });
    if (asksForHelp) {
        printLine(helpText(command));
        return finished(Done);
    }
    const auto invocation = Invocation::parse(arguments, command.options);
    return invocation ? command.run(*invocation) : fail(invocation.error());
}

const Command *commandNamed(const QString &name)
{
    const auto &commands = allCommands();
    const auto command = std::find_if(commands.cbegin(), commands.cend(),
                                      [&](const Command &known) { return known.name == name; });
    return command == commands.cend() ? nullptr : &*command;
}

} // namespace

std::optional<int> runCommandLine(const QStringList &arguments)
{
    // A reader that goes away is an error to be told, not a signal to die of.
    std::signal(SIGPIPE, SIG_IGN);
    const QString first = arguments.value(0);
    if (first == "help"_L1 && commandNamed(arguments.value(1)))
        return run(*commandNamed(arguments.value(1)), {u"--help"_s});
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        printLine(overviewText());
        return finished(Done);
    }
    if (first == "--version"_L1) {
        printLine(u"Tidemark "_s + QStringLiteral(TIDEMARK_VERSION));
        return finished(Done);
    }
    if (first == "manual"_L1) {
        printLine(manualPage().chopped(1));
        return finished(Done);
    }
    const Command *command = commandNamed(first);
    return command ? std::optional(run(*command, arguments.mid(1))) : std::nullopt;
}

} // namespace tidemark
