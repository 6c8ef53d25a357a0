#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QVector>

namespace tidemark::test {

/// What a run of the program gave.
struct Run
{
    int code = -1; ///< -1: it didn't end by itself
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const; ///< the output as one JSON object
    [[nodiscard]] QVector<QJsonObject> jsonLines() const;
    /// Whether the errors are one whole sentence of the program that holds these words.
    [[nodiscard]] bool says(const QString &words) const;
};

/// The built program with a folder of its own for files and for its data, and without a display.
class Program
{
public:
    Program();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file into the folder and gives its path.
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    /// Sets up a process that is to run the program; wrapper goes before it ("setpriv", ...).
    void prepare(QProcess &process, const QStringList &arguments, const QStringList &wrapper = {}) const;
    [[nodiscard]] Run run(const QStringList &arguments, const QStringList &wrapper = {}) const;
    /// The same with --collection for the collection in the folder.
    [[nodiscard]] Run ask(const QString &command, const QStringList &arguments = {}) const;

    [[nodiscard]] QString collection() const { return path(QStringLiteral("c.tidemark")); }
    /// Runs SQL on it, beside the program.
    [[nodiscard]] bool change(const QString &sql) const;
    static QString executable();

private:
    QTemporaryDir m_folder;
};

/// Six invented stories as CSV: text,posted_at,author,platform,language,sector.
QByteArray inventedCsv();

} // namespace tidemark::test
