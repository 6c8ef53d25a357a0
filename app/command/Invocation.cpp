#include "command/Invocation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<Invocation> Invocation::parse(const QStringList &arguments, const QVector<CommandOption> &options)
{
    Invocation invocation;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--"_L1) {
            invocation.m_positional += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith("--"_L1)) {
            invocation.m_positional.append(argument);
            continue;
        }
        const QString name = argument.mid(2).section(u'=', 0, 0);
        const auto option = std::find_if(options.cbegin(), options.cend(),
                                         [&](const CommandOption &known) { return known.name == name; });
        if (option == options.cend())
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Command", "There is no option --%1 here; --help lists them.")
                             .arg(name)};
        if (invocation.has(name))
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Command", "--%1 is said twice. Say it once.").arg(name)};
        if (option->value.isEmpty() && argument.contains(u'='))
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Command", "--%1 takes no value.").arg(name)};
        if (option->value.isEmpty()) {
            invocation.m_values.insert(name, QString());
        } else if (argument.contains(u'=')) {
            invocation.m_values.insert(name, argument.mid(argument.indexOf(u'=') + 1));
        } else if (i + 1 < arguments.size()) {
            invocation.m_values.insert(name, arguments.at(++i));
        } else {
            return Error{
                Error::Kind::Usage,
                QCoreApplication::translate("Command", "--%1 needs a value: %2.").arg(name, option->value)};
        }
    }
    return invocation;
}

Result<qint64> Invocation::number(const QString &option, qint64 otherwise, qint64 largest) const
{
    if (!has(option))
        return otherwise;
    bool valid = false;
    const qint64 number = value(option).toLongLong(&valid);
    if (!valid || number < 0)
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Command", "--%1 takes a whole number, not “%2”.")
                         .arg(option, value(option))};
    if (number > largest)
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Command", "--%1 is at most %2.").arg(option).arg(largest)};
    return number;
}

} // namespace tidemark
