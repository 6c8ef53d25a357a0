#pragma once

#include "story/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <limits>

namespace tidemark {

/// An option of a command: --name, or --name VALUE.
struct CommandOption
{
    QString name;
    QString value; ///< what stands for its value in the help; empty: it takes none
    QString description;
};

/// The arguments of one call, taken apart. A filter may begin with a minus sign: only two of them make an option.
class Invocation
{
public:
    /// The Error (Usage) names what isn't understood.
    static Result<Invocation> parse(const QStringList &arguments, const QVector<CommandOption> &options);

    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const
    {
        return m_values.value(option, otherwise);
    }
    [[nodiscard]] QStringList options() const { return m_values.keys(); }
    /// A whole number that an option gives; the Error says what was wrong with it.
    [[nodiscard]] Result<qint64> number(const QString &option, qint64 otherwise,
                                        qint64 largest = std::numeric_limits<qint64>::max()) const;
    [[nodiscard]] const QStringList &positional() const { return m_positional; }

private:
    QHash<QString, QString> m_values;
    QStringList m_positional;
};

} // namespace tidemark
