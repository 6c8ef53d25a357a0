#pragma once

#include "command/Invocation.h"

#include <QString>
#include <QVector>

namespace tidemark {

/// What a script learns from the exit code.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, DoneWithRejections = 3, NotYet = 4 };

/// One headless command: what it is called, what it takes, what it says of itself and what it does. --help and the
/// man page are both made from this.
struct Command
{
    QString name;
    QString arguments; ///< as in the synopsis: "[FILTER]"
    QString summary;   ///< one line
    QString details;   ///< paragraphs, separated by empty lines
    QVector<CommandOption> options;
    int (*run)(const Invocation &invocation) = nullptr;
};

/// All commands, in the order in which help lists them.
const QVector<Command> &allCommands();

/// For commands of several parts: an Error (Usage) where an option was said that this part of it passes over.
Result<> checkHeeded(const Invocation &invocation, const QString &part, const QStringList &heeded);

/// Runs what the arguments (without the program's name) ask for and gives the exit code; nothing if they don't name
/// a command, which means the window.
std::optional<int> runCommandLine(const QStringList &arguments);

// One file each, named after the command.
Command importCommand();
Command fetchCommand();
Command recheckCommand();
Command sourcesCommand();
Command countCommand();
Command facetsCommand();
Command timelineCommand();
Command listCommand();
Command showCommand();
Command themesCommand();
Command exportCommand();
Command forgetCommand();
Command rejectedCommand();
Command settingsCommand();
Command checkCommand();
Command benchCommand();

} // namespace tidemark
