#include "command/Terminal.h"
#include "export/Exporter.h"
#include "text/NameList.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<QChar> separatorFrom(const QString &text)
{
    if (text == "tab"_L1)
        return QChar(u'\t');
    if (text.size() == 1 && u",;|\t"_s.contains(text.at(0)))
        return text.at(0);
    return Error{Error::Kind::Usage,
                 Words::tr("--separator is a comma, a semicolon, | or tab, not “%1”.").arg(text)};
}

Result<ExportSettings> settingsFrom(const Invocation &invocation)
{
    ExportSettings settings;
    const auto reader = exportReaderFromKey(invocation.value(u"for"_s, u"analysis"_s));
    const auto names = showsNames(invocation);
    settings.asStored = invocation.value(u"order"_s) == "stored"_L1;
    const auto order = settings.asStored ? Result<Order>(settings.order) : orderFrom(invocation);
    const auto separator = separatorFrom(invocation.value(u"separator"_s, u","_s));
    const QString themes = invocation.value(u"themes"_s, u"joined"_s);
    if (!reader)
        return Error{Error::Kind::Usage,
                     Words::tr("--for is spreadsheet or analysis, not “%1”.").arg(invocation.value(u"for"_s))};
    if (!names)
        return names.error();
    if (!order)
        return Error{Error::Kind::Usage,
                     Words::tr("--order is newest, oldest, relevance or stored, not “%1”.")
                         .arg(invocation.value(u"order"_s))};
    if (!separator)
        return separator.error();
    if (themes != "wide"_L1 && themes != "joined"_L1)
        return Error{Error::Kind::Usage, Words::tr("--themes is joined or wide, not “%1”.").arg(themes)};
    settings.reader = *reader;
    settings.profile = *names ? ExportProfile::Full : ExportProfile::Pseudonymous;
    settings.order = *order;
    settings.separator = *separator;
    settings.themes = themes == "wide"_L1 ? ThemeForm::Wide : ThemeForm::Joined;
    settings.manifest = !invocation.has(u"no-manifest"_s);
    settings.freshPseudonyms = invocation.has(u"fresh-pseudonyms"_s);
    if (invocation.has(u"columns"_s))
        settings.columns = namesInList(invocation.value(u"columns"_s));
    if (settings.columns.isEmpty())
        return Error{Error::Kind::Usage, Words::tr("--columns names no column.")};
    if (settings.themes == ThemeForm::Wide && !settings.columns.contains(u"themes"_s))
        return Error{Error::Kind::Usage, Words::tr("--themes wide needs “themes” among the --columns.")};
    if (settings.freshPseudonyms && *names)
        return Error{Error::Kind::Usage, Words::tr("--fresh-pseudonyms has no use with --profile full.")};
    return settings;
}

int runExport(const Invocation &invocation)
{
    const auto settings = settingsFrom(invocation);
    if (!settings)
        return fail(settings.error());
    const QString output = invocation.value(u"output"_s);
    if (output.isEmpty())
        return fail(Error{Error::Kind::Usage,
                          Words::tr("Say where to with --output FILE, or --output - for standard output.")});
    const bool toStandardOutput = output == "-"_L1;
    if (!toStandardOutput && !invocation.has(u"overwrite"_s)) {
        for (const QString &file : writtenFiles(output, *settings)) {
            if (QFileInfo(file).isFile())
                return fail(isThereAlready(file));
        }
    }
    auto opened = openQuestion(invocation);
    if (const int *code = std::get_if<int>(&opened))
        return *code;
    auto &question = std::get<Question>(opened);
    if (invocation.has(u"originals"_s))
        question.filter.properties.append({Property::Original, false});
    const auto selection = question.collection
                               ->select({.filter = question.filter,
                                         .timeline = {},
                                         .facets = false,
                                         .ranked = settings->order == Order::MostRelevant})
                               .result();
    if (!selection)
        return fail(selection.error());
    const auto report = waitFor(
        exportSelection(*question.collection, *selection, *settings, toStandardOutput ? QString() : output),
        Words::tr("Exporting"));
    if (!report)
        return fail(report.error());
    if (!report->leftOut.isEmpty()) {
        printNotice(Words::tr("Left out, for they look as if they were about people: %1. Name them in “settings "
                              "shown-columns”, or export with --profile full.")
                        .arg(report->leftOut.join(u", "_s)));
    }
    if (report->damaged > 0)
        printNotice(damageInWords(report->damaged));
    if (!toStandardOutput && QFileInfo(output).isFile()) // what goes into a pipe stays as it is
        printLine(report->rows == 1
                      ? Words::tr("1 story written to %1").arg(output)
                      : Words::tr("%1 stories written to %2").arg(QString::number(report->rows), output));
    return finished(Done);
}

} // namespace

Command exportCommand()
{
    return {.name = u"export"_s,
            .arguments = u"[FILTER]"_s,
            .summary = Words::tr("write exactly the filtered stories to CSV"),
            .details
            = Words::tr(
                  "The file is whole or isn't there. Beside it stands NAME.manifest.json with the filter, the "
                  "number of "
                  "rows "
                  "and what was replaced.\n\nColumns: %1. Attributes are asked for by their names, or as attr:NAME "
                  "where "
                  "a column has that name.\n\nThe pseudonymous profile "
                  "replaces people's handles, mail addresses, phone numbers and links; what people wrote stays, "
                  "and can "
                  "often "
                  "be found again with a search engine.")
                  .arg(allExportColumns().join(u", "_s)),
            .options
            = {collectionOption(),
               {u"output"_s, u"FILE"_s, Words::tr("where to; - is standard output (then without a manifest)")},
               profileOption(),
               {u"columns"_s, u"A,B"_s,
                Words::tr("which columns, in this order; one whose name holds a comma in double quotes, "
                          "'\"Town, State\",text'")},
               {u"originals"_s, {}, Words::tr("without the near-copies of earlier stories, as with is:original")},
               {u"order"_s, u"ORDER"_s,
                Words::tr(
                    "newest (the default), oldest, relevance, or stored: as they came in, which is the quickest")},
               {u"for"_s, u"READER"_s, Words::tr("analysis (R, Python, an archive: the default) or spreadsheet")},
               {u"separator"_s, u"C"_s, Words::tr("a comma (the default), a semicolon, | or tab")},
               {u"themes"_s, u"FORM"_s,
                Words::tr("joined (one column, the default) or wide (one column of 0 and 1 each)")},
               {u"fresh-pseudonyms"_s, {}, Words::tr("pseudonyms that only this export uses")},
               {u"no-manifest"_s, {}, Words::tr("write no manifest")},
               {u"overwrite"_s, {}, Words::tr("replace a file that is there already")}},
            .run = runExport};
}

} // namespace tidemark
