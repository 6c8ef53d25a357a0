#include "command/Tokens.h"

#include "collection/SubscriptionRules.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

} // namespace

CommandOption tokenOption(const QString &meaning)
{
    return {u"token-from"_s, u"stdin|VARIABLE"_s, meaning};
}

Result<std::optional<QString>> tokenFrom(const Invocation &invocation)
{
    if (!invocation.has(u"token-from"_s))
        return std::optional<QString>();
    const QString from = invocation.value(u"token-from"_s);
    QString token;
    if (from == "stdin"_L1) {
        QFile input;
        if (input.open(0, QIODevice::ReadOnly))
            token = QString::fromUtf8(input.readLine()).trimmed();
    } else {
        token = qEnvironmentVariable(from.toLocal8Bit().constData()).trimmed();
    }
    if (token.isEmpty())
        return Error{Error::Kind::Usage, Words::tr("There is no token in “%1”.").arg(from)};
    if (const auto fault = faultOf(token))
        return Error{Error::Kind::Usage, *fault};
    return std::optional(token);
}

} // namespace tidemark
