#include "export/Manifest.h"

#include "filter/FilterText.h"
#include "text/Pseudonyms.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QJsonValue utcOrNull(const std::optional<Instant> &instant)
{
    if (!instant)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(*instant, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// The first and the last time of a selection's dated stories.
QJsonObject spanOf(const Selection &selection)
{
    const auto times = selection.times();
    return {{u"first"_s, utcOrNull(times ? std::optional(times->first) : std::nullopt)},
            {u"last"_s, utcOrNull(times ? std::optional(times->second) : std::nullopt)}};
}

/// The filter with the names of sources and the stories' numbers as the export writes them.
Filter asWritten(Filter filter, const CollectionFacts &facts, const ExportContext &context)
{
    for (StoryId &id : filter.ids)
        id = StoryId(context.storyNumber(id).toLongLong());
    std::sort(filter.ids.begin(), filter.ids.end()); // their order would tell which is which
    for (FacetTerm &term : filter.facets) {
        if (term.facet != Facet::Source)
            continue;
        for (QString &value : term.values) {
            const auto source = std::find_if(facts.sources.cbegin(), facts.sources.cend(),
                                             [&value](const SourceFacts &known) { return known.name == value; });
            if (source != facts.sources.cend())
                value = source->concealedName();
        }
    }
    return filter;
}

QString orderKey(const ExportSettings &settings, const Selection &selection)
{
    if (settings.asStored)
        return u"stored"_s;
    if (settings.order == Order::MostRelevant && selection.isRanked())
        return u"relevance"_s;
    return settings.order == Order::OldestFirst ? u"oldest"_s : u"newest"_s;
}

/// What the pseudonymous profile leaves out: links and ids, and attributes about people that were asked for.
QJsonArray leftOut(const ExportReport &report)
{
    QJsonArray names = QJsonArray::fromStringList(columnsLeftEmpty());
    for (const QString &attribute : report.leftOut)
        names.append(u"attr:"_s + attribute);
    return names;
}

QJsonObject replacedObject(const ExportReport &report)
{
    QJsonObject object;
    for (auto it = report.replaced.cbegin(); it != report.replaced.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

QByteArray manifestJson(const CollectionFacts &facts, const KnownNames &names, const Selection &selection,
                        const ExportSettings &settings, const ExportColumns &columns, const ExportReport &report)
{
    const bool hidesPeople = settings.profile == ExportProfile::Pseudonymous;
    const Filter filter
        = hidesPeople ? asWritten(selection.filter(), facts, columns.context()) : selection.filter();
    const Pseudonyms pseudonyms = Pseudonyms::numbered(facts.publicAccounts);
    const auto written = [hidesPeople, &pseudonyms](const QString &text) {
        return hidesPeople ? pseudonyms.conceal(text, Platform::Other).text : text;
    };
    QJsonObject manifest{
        {u"file"_s, QFileInfo(report.path).fileName()},
        {u"sha256"_s, QString::fromLatin1(report.sha256)},
        {u"rows"_s, report.rows},
        {u"filter"_s, written(filterToText(filter, names))},
        {u"filter_in_words"_s, written(describeFilter(filter, names))},
        {u"span"_s, spanOf(selection)},
        {u"time_zone"_s, QString::fromUtf8(facts.zone.id())},
        {u"columns"_s, QJsonArray::fromStringList(columns.headings())},
        {u"profile"_s, exportProfileKey(settings.profile)},
        {u"reader"_s, exportReaderKey(settings.reader)},
        {u"separator"_s, QString(settings.separator)},
        {u"order"_s, orderKey(settings, selection)},
        {u"themes"_s, settings.themes == ThemeForm::Wide ? u"wide"_s : u"joined"_s},
        {u"codebook"_s, QJsonObject{{u"title"_s, facts.codebook.title}, {u"version"_s, facts.codebook.version}}},
        {u"program"_s, u"Tidemark "_s + QStringLiteral(TIDEMARK_VERSION)},
        {u"made_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"invented"_s, facts.invented},
    };
    if (hidesPeople) {
        manifest.insert(u"pseudonyms"_s,
                        settings.freshPseudonyms ? u"of this export alone"_s : u"of the collection"_s);
        manifest.insert(u"replaced"_s, replacedObject(report));
        manifest.insert(u"left_out"_s, leftOut(report));
    }
    if (report.damaged > 0)
        manifest.insert(u"stories_with_damaged_attributes"_s, report.damaged);
    if (settings.reader == ExportReader::Spreadsheet) {
        manifest.insert(u"cells_over_32767_characters"_s, report.longCells);
        manifest.insert(u"more_rows_than_a_spreadsheet_takes"_s, report.tooManyRows);
    }
    return QJsonDocument(manifest).toJson(QJsonDocument::Indented);
}

} // namespace tidemark
