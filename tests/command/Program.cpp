#include "command/Program.h"

#include "support/Csv.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

constexpr int longestRun = 300'000; // milliseconds, on a loaded machine

} // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(output).object();
}

QVector<QJsonObject> Run::jsonLines() const
{
    QVector<QJsonObject> objects;
    const QByteArrayList lines = output.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

bool Run::says(const QString &words) const
{
    const QString sentence = QString::fromUtf8(errors).section(u'\n', 0, 0);
    return sentence.startsWith("tidemark: "_L1) && sentence.endsWith(u'.') && sentence.contains(words);
}

Program::Program()
{
    if (!m_folder.isValid())
        qFatal("no folder for the test's files");
}

QString Program::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray Program::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Program::prepare(QProcess &process, const QStringList &arguments, const QStringList &wrapper) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
        environment.remove(QLatin1String(name));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    process.setProcessEnvironment(environment);
    QStringList all = wrapper + QStringList{executable()} + arguments;
    process.setProgram(all.takeFirst());
    process.setArguments(all);
}

Run Program::run(const QStringList &arguments, const QStringList &wrapper) const
{
    QProcess process;
    prepare(process, arguments, wrapper);
    process.start();
    if (!process.waitForFinished(longestRun)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.errorString().toUtf8()};
    }
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

Run Program::ask(const QString &command, const QStringList &arguments) const
{
    return run(QStringList{command, u"--collection"_s, collection()} + arguments);
}

QString Program::executable()
{
    return QStringLiteral(TIDEMARK_PROGRAM);
}

bool Program::change(const QString &sql) const
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        database.setDatabaseName(collection());
        done = database.open() && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
    return done;
}

QByteArray inventedCsv()
{
    const auto row = [](const char *text, const char *time, const char *author, const char *platform,
                        const char *language, const char *sector) {
        return QStringList{QString::fromUtf8(text),     QString::fromUtf8(time),     QString::fromUtf8(author),
                           QString::fromUtf8(platform), QString::fromUtf8(language), QString::fromUtf8(sector)};
    };
    return csvBytes({
        row("text", "posted_at", "author", "platform", "language", "sector"),
        row("Invented: my boss, \"a friend\", followed @carla into the quincunx office", "2017-10-15T20:21:00Z",
            "anna", "twitter", "en", "press"),
        row("#MeToo", "2017-10-15T23:59:59Z", "berta", "twitter", "en", "health"),
        row("Invented: I believe every one of you, write to berta@example.org", "2017-10-17T09:00:00Z", "carla",
            "mastodon", "en", "health"),
        row("Inventada: en el trabajo", "2017-10-18T00:00:00Z", "anna", "facebook", "es", ""),
        row("=1+1 is invented, too", "2017-10-18T12:00:00Z", "dora", "twitter", "en", "press"),
        row("Invented and without a date", "", "emma", "other", "en", "press"),
    });
}

} // namespace tidemark::test
