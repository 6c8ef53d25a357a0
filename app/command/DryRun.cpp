#include "command/DryRun.h"

#include "command/ReportPrinting.h"
#include "command/Terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

constexpr qsizetype mostRejections = 100;

/// What is in one file.
struct Contents
{
    QString path;
    QString format;
    qint64 stories = 0;
    qint64 reposts = 0;
    qint64 originals = 0; ///< stories inside reposts
    qint64 withdrawn = 0;
    QMap<QString, qint64> skippedBy;
    qint64 rejected = 0;
    QVector<RejectedRecord> rejections; ///< the first 100
    QStringList notes;
    QString brokenOff;

    void operator()(const Story &) { ++stories; }
    void operator()(const Repost &repost)
    {
        ++reposts;
        originals += repost.original.has_value();
    }
    void operator()(const Withdrawal &) { ++withdrawn; }
    void operator()(const Skipped &skipped) { ++skippedBy[skipped.reason]; }
    void operator()(const Rejected &) { ++rejected; }
};

Contents contentsOf(Reader &reader, const QString &path)
{
    Contents contents;
    contents.path = path;
    contents.format = reader.format();
    while (true) {
        auto record = reader.next();
        if (!record)
            contents.brokenOff = record.error().message;
        if (!record || !*record)
            break;
        std::visit(contents, (*record)->content);
        const auto *rejected = std::get_if<Rejected>(&(*record)->content);
        if (rejected && contents.rejections.size() < mostRejections)
            contents.rejections.append({(*record)->number, rejected->reason, {}, (*record)->line});
    }
    contents.notes = reader.notes();
    return contents;
}

qint64 sumOf(const QMap<QString, qint64> &counts)
{
    return std::accumulate(counts.cbegin(), counts.cend(), qint64(0));
}

QJsonObject objectOf(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject objectOf(const Contents &contents)
{
    QJsonObject object{{u"path"_s, contents.path},
                       {u"format"_s, contents.format},
                       {u"stories"_s, contents.stories},
                       {u"reposts"_s, contents.reposts},
                       {u"originals"_s, contents.originals},
                       {u"withdrawn"_s, contents.withdrawn},
                       {u"skipped"_s, sumOf(contents.skippedBy)},
                       {u"skipped_by"_s, objectOf(contents.skippedBy)},
                       {u"rejected"_s, contents.rejected},
                       {u"notes"_s, QJsonArray::fromStringList(contents.notes)}};
    QJsonArray rejections;
    for (const RejectedRecord &rejected : contents.rejections)
        rejections.append(rejectionObject(rejected));
    object.insert(u"rejections"_s, rejections);
    if (!contents.brokenOff.isEmpty())
        object.insert(u"broken_off"_s, contents.brokenOff);
    return object;
}

void print(const Contents &contents)
{
    printLine(Words::tr("%1 (%2) would bring:").arg(contents.path, contents.format));
    const auto line = [](qint64 count, const QString &what) {
        if (count > 0)
            printLine(QString::number(count).rightJustified(12) + u"  "_s + what);
    };
    line(contents.stories, Words::tr("stories"));
    line(contents.reposts, Words::tr("reposts"));
    line(contents.originals, Words::tr("(stories inside reposts)"));
    line(contents.withdrawn, Words::tr("taken back by their authors"));
    line(sumOf(contents.skippedBy), Words::tr("records that would be skipped"));
    for (auto it = contents.skippedBy.cbegin(); it != contents.skippedBy.cend(); ++it)
        line(it.value(), u"  "_s + it.key());
    line(contents.rejected, Words::tr("records that would be set aside"));
    for (const RejectedRecord &rejected : contents.rejections)
        printLine(rejectionLine(rejected));
    for (const QString &note : contents.notes)
        printLine(u"  "_s + note);
}

} // namespace

int dryRun(const QStringList &paths, const std::function<ReaderOptions(const QString &path)> &optionsFor, bool json)
{
    int code = Done;
    QJsonArray files;
    for (const QString &path : paths) {
        const auto reader = openReader(path, optionsFor(path));
        if (!reader) {
            code = worseOf(code, fail(reader.error()));
            continue;
        }
        const Contents contents = contentsOf(**reader, path);
        if (json)
            files.append(objectOf(contents));
        else
            print(contents);
        if (!contents.brokenOff.isEmpty())
            code = worseOf(code, fail(Error{Error::Kind::Damaged, contents.brokenOff}));
        else if (contents.rejected > 0)
            code = worseOf(code, DoneWithRejections);
    }
    if (json)
        printJson(QJsonObject{{u"files"_s, files}});
    return code;
}

} // namespace tidemark
