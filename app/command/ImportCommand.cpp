#include "command/DryRun.h"
#include "command/MappingOptions.h"
#include "command/ReportPrinting.h"
#include "command/Terminal.h"

#include "collection/RememberedSettings.h"
#include "source/Formats.h"
#include "source/ImportPaths.h"
#include "source/MappingMemory.h"
#include "source/Preview.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// What a collection remembers under a key (see MappingMemory), or an empty text.
using Recall = std::function<QString(const QString &key)>;

/// The options for one file: what is remembered for a file with these columns, of how it is written and what its
/// columns mean, counts where nothing is given.
ReaderOptions recalled(const Recall &recall, const QString &path, ReaderOptions options)
{
    const bool saysForm = options.form != TableForm();
    if (saysForm && options.mapping)
        return options;
    TableKeys keys = tableKeys(path, options);
    if (!saysForm && !keys.form.isEmpty()) {
        options.form = tableFormFromText(recall(keys.form));
        if (options.form != TableForm())
            keys = tableKeys(path, options);
    }
    if (!options.mapping && !keys.mapping.isEmpty())
        options.mapping = mappingFromText(recall(keys.mapping));
    return options;
}

void remember(Collection &collection, const QString &path, const ReaderOptions &options)
{
    const bool saysForm = options.form != TableForm();
    const TableKeys keys = options.mapping || saysForm ? tableKeys(path, options) : TableKeys();
    if (options.mapping && !keys.mapping.isEmpty()) {
        (void)waitFor(collection.setSetting(keys.mapping, mappingToText(*options.mapping)), Words::tr("Importing"));
    }
    if (saysForm && !keys.form.isEmpty())
        (void)waitFor(collection.setSetting(keys.form, tableFormToText(options.form)), Words::tr("Importing"));
}

struct ReadableFile
{
    QString path;
    ReaderOptions options; ///< with what the collection remembers
};

/// The files that a reader opens; says of the others why not. Looked at first, so that no collection is made for
/// nothing.
std::vector<ReadableFile> readableFiles(const QStringList &paths, const Recall &recall,
                                        const ReaderOptions &options, int &code)
{
    std::vector<ReadableFile> readable;
    for (const QString &path : paths) {
        const ReaderOptions used = recalled(recall, path, options);
        const auto reader = openReader(path, used);
        if (reader)
            readable.push_back({path, used});
        else
            code = worseOf(code, fail(reader.error()));
    }
    return readable;
}

/// As an import would find the files, with what the collection remembers; it isn't opened.
int runDry(const Invocation &invocation, const ReaderOptions &options)
{
    const auto path = collectionPath(invocation);
    const auto remembered = path ? settingsRememberedIn(*path) : QHash<QString, QString>();
    const Recall recall = [&](const QString &key) { return remembered.value(key); };
    return dryRun(
        importPaths(invocation.positional()), [&](const QString &file) { return recalled(recall, file, options); },
        invocation.has(u"json"_s));
}

int runImport(const Invocation &invocation)
{
    if (invocation.positional().isEmpty())
        return fail(Error{Error::Kind::Usage, Words::tr("Name the files to import.")});
    const auto mapping = mappingFrom(invocation);
    if (!mapping)
        return fail(mapping.error());
    const auto form = parseTableForm(invocation.value(u"encoding"_s), invocation.value(u"delimiter"_s),
                                     invocation.value(u"quote"_s));
    if (!form)
        return fail(form.error());
    const ReaderOptions options{.format = invocation.value(u"format"_s),
                                .mapping = *mapping,
                                .window = invocation.has(u"large-window"_s) ? ZstdWindow::Large : ZstdWindow::Usual,
                                .form = *form};
    if (invocation.has(u"dry-run"_s))
        return finished(runDry(invocation, options));
    int code = Done;
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    const bool isMissing = !collection && collection.error().kind == Error::Kind::NotFound;
    const Recall recall = [&](const QString &key) { return collection ? (*collection)->setting(key) : QString(); };
    const auto readable = readableFiles(importPaths(invocation.positional()), recall, options, code);
    if (readable.empty())
        return code;
    if (isMissing)
        collection = openCollection(invocation, Collection::Missing::Create);
    if (!collection)
        return fail(collection.error());

    if (invocation.has(u"no-raw"_s) || invocation.has(u"raw"_s)) {
        const auto set = (*collection)->setKeepRawRecords(!invocation.has(u"no-raw"_s)).answer.result();
        if (!set)
            return fail(set.error());
    }

    const bool json = invocation.has(u"json"_s);
    ImportCounts sums;
    bool imported = false;
    QJsonArray files;
    for (const auto &[path, used] : readable) {
        const auto report = waitFor((*collection)->import(path, used), Words::tr("Importing"));
        if (!report) {
            code = worseOf(code, fail(report.error()));
            continue;
        }
        remember(**collection, path, options);
        imported = true;
        sums += report->counts;
        if (json)
            files.append(reportObject(*report));
        else
            printReport(*report);
        if (!report->brokenOff.isEmpty())
            code = worseOf(code, fail(Error{Error::Kind::Damaged, report->brokenOff}));
        if (report->cancelled) {
            code = Failed;
            break;
        }
    }
    const qint64 stories = (*collection)->facts().stories;
    if (json) {
        QJsonObject answer = countsObject(sums);
        answer.insert(u"files"_s, files);
        answer.insert(u"stories"_s, stories);
        printJson(answer);
    } else if (imported) {
        printLine(stories == 1 ? Words::tr("The collection holds 1 story.")
                               : Words::tr("The collection holds %1 stories.").arg(stories));
    }
    return finished(sums.rejected > 0 ? worseOf(code, DoneWithRejections) : code);
}

} // namespace

Command importCommand()
{
    return {
        .name = u"import"_s,
        .arguments = u"FILE..."_s,
        .summary = Words::tr("bring the stories of files into a collection, which is made if it isn't there"),
        .details = Words::tr(
            "Formats: Twitter API v1.1 and v2, X's and Facebook's archives, twarc-csv, 4CAT, Zeeschuimer, "
            "CrowdTangle, Meta Content Library, Reddit dumps and answers, feeds (RSS, Atom, JSON Feed), "
            "ActivityPub "
            "archives, Mastodon's and Bluesky's answers, any CSV or TSV with a header, JSON of any shape, "
            "whose places "
            "are columns (post.author.name), Tidemark's own JSON Lines; plain or compressed, in a folder, zip "
            "or tar. The format is found from the content. "
            "A mapping, and an encoding, delimiter or quote that you name, are remembered by the names of the "
            "columns. Importing a file twice adds nothing; an "
            "interrupted import goes on where it stopped.\n\nFields "
            "for --map: text, posted_at, platform, native_id, permalink, author_id, author, author_name, "
            "language, content_warning, media_descriptions, hashtags, reply_to, quote_of, sensitive; besides "
            "dates=day-first, month-first or excel, and zone=Europe/Berlin for times without a zone."),
        .options
        = {collectionOption(),
           jsonOption(),
           {u"map"_s, u"FIELD=COLUMN,..."_s,
            Words::tr("which column of a CSV or JSON file is which field; the rest is guessed")},
           {u"attributes"_s, u"A,B"_s,
            Words::tr("keep only these other columns as attributes; without it, all that aren't mapped")},
           {u"keep"_s, u"A,B"_s,
            Words::tr("columns that look as if they were about people, and are to be kept in sight")},
           {u"labels"_s, u"THEME=COLUMN,..."_s,
            Words::tr("columns that become codings by hand: 1 or 0 (yes or no) for a theme, or, with "
                      "themes=COLUMN, a list of "
                      "themes; the coder is the file's name")},
           {u"no-raw"_s,
            {},
            Words::tr("from now on the collection keeps no record as it came, which makes it smaller")},
           {u"raw"_s, {}, Words::tr("from now on it keeps them again, as a new collection does")},
           {u"platform"_s, u"PLATFORM"_s, Words::tr("the platform of a CSV file without such a column")},
           {u"encoding"_s, u"NAME"_s,
            Words::tr(
                "the encoding of a CSV file, such as windows-1252, macintosh or Shift_JIS; without it, found")},
           {u"delimiter"_s, u"SIGN"_s,
            Words::tr("what separates the columns of a CSV file: one sign, or tab; without it, found")},
           {u"quote"_s, u"WAY"_s,
            Words::tr("how cells of a CSV file are quoted: double, single, backslash or none; without it, found")},
           {u"format"_s, u"FORMAT"_s, formatKeys()},
           {u"dry-run"_s,
            {},
            Words::tr(
                "only say what would come in, with what the collection remembers of such files; it isn't touched")},
           {u"large-window"_s, {}, Words::tr("take up to 2 GiB of memory for a zstd file that asks for it")}},
        .run = runImport};
}

} // namespace tidemark
