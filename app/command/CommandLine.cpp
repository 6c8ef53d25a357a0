#include "command/Command.h"
#include "command/Help.h"
#include "command/Terminal.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

const QVector<Command> &allCommands()
{
    static const QVector<Command> commands{
        importCommand(),   sourcesCommand(),  fetchCommand(),  countCommand(),  facetsCommand(),  timelineCommand(),
        listCommand(),     showCommand(),     themesCommand(), exportCommand(), recheckCommand(), forgetCommand(),
        rejectedCommand(), settingsCommand(), checkCommand(),  benchCommand(),
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
    if (!invocation)
        return fail(invocation.error());
    if (command.arguments.isEmpty() && !invocation->positional().isEmpty())
        return fail(Error{Error::Kind::Usage,
                          QCoreApplication::translate("Command",
                                                      "“tidemark %1” takes options alone, not “%2”; --help lists "
                                                      "them.")
                              .arg(command.name, invocation->positional().constFirst())});
    return command.run(*invocation);
}

const Command *commandNamed(const QString &name)
{
    const auto &commands = allCommands();
    const auto command = std::find_if(commands.cbegin(), commands.cend(),
                                      [&](const Command &known) { return known.name == name; });
    return command == commands.cend() ? nullptr : &*command;
}

/// Commands are called by a single word.
bool mayNameCommand(const QString &first)
{
    return !first.isEmpty() && std::all_of(first.cbegin(), first.cend(), [](QChar c) { return c.isLetter(); });
}

/// Without a command the window is meant: with nothing, with --collection, or with a file that is there or is to be
/// a collection.
bool windowIsMeant(const QString &first)
{
    return first.isEmpty() || first.startsWith(u'-') || first.endsWith(".tidemark"_L1) || QFileInfo::exists(first);
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Nothing if the window can be opened.
std::optional<int> reasonForNoWindow(const QString &first)
{
    if (!windowIsMeant(first))
        return fail(Error{Error::Kind::Usage,
                          QCoreApplication::translate("Command",
                                                      "There is neither a command nor a file “%1”; --help lists "
                                                      "the commands.")
                              .arg(first)});
    if (!hasDisplay())
        return fail(Error{Error::Kind::Other,
                          QCoreApplication::translate("Command",
                                                      "There is no display to open the window on. The commands "
                                                      "work without one; --help lists them.")});
    return std::nullopt;
}

} // namespace

Result<> checkHeeded(const Invocation &invocation, const QString &part, const QStringList &heeded)
{
    for (const QString &option : invocation.options()) {
        if (option != "collection"_L1 && !heeded.contains(option))
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Command", "“%1” has no use for --%2.").arg(part, option)};
    }
    return {};
}

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
    // What commands say of themselves is made once, in the language of the system; the window has one of its own.
    const Command *command = mayNameCommand(first) ? commandNamed(first) : nullptr;
    return command ? std::optional(run(*command, arguments.mid(1))) : reasonForNoWindow(first);
}

} // namespace tidemark
