#include "SqlOracle.h"

#include "text/Tokens.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString quotedList(const QStringList &texts)
{
    QStringList list;
    for (const QString &text : texts)
        list.append(quoted(text));
    return list.join(u',');
}

template<typename Number>
QString numberList(const QVector<Number> &numbers)
{
    QStringList list;
    for (const Number number : numbers)
        list.append(QString::number(static_cast<qint64>(number)));
    return list.join(u',');
}

/// FTS5's text for a phrase; empty if it has no words.
QString phrase(const WordQuery::Node &node)
{
    const QStringList words = queryWords(node.text);
    if (words.isEmpty())
        return {};
    return u'"' + words.join(u' ') + u'"' + (node.prefix ? u" *"_s : QString());
}

QString tag(const WordQuery::Node &node)
{
    const QString folded = foldTag(node.text);
    return folded.isEmpty() ? QString() : u'"' + folded + u'"' + (node.prefix ? u" *"_s : QString());
}

QString near(const WordQuery::Node &node)
{
    QStringList phrases;
    for (const WordQuery &operand : node.operands) {
        phrases.append(phrase(operand.node()));
        if (phrases.last().isEmpty())
            return {};
    }
    return u"NEAR(%1, %2)"_s.arg(phrases.join(u' ')).arg(node.distance);
}

QString matching(const QString &column, const QString &expression)
{
    if (expression.isEmpty())
        return u"0"_s;
    const QString match = quoted(column + u" : "_s + expression);
    return u"(story.id IN (SELECT rowid FROM full_text_even WHERE full_text_even MATCH %1) "
           u"OR story.id IN (SELECT rowid FROM full_text_odd WHERE full_text_odd MATCH %1))"_s.arg(match);
}

/// SQL for the beginning of the day, week, month or year of the time `at`, in milliseconds.
QString beginning(Granularity by)
{
    const auto date = [](const QString &of) { return u"CAST(strftime('%s', %1) AS INTEGER) * 1000"_s.arg(of); };
    const QString day = u"at / 1000.0, 'unixepoch', 'start of day'"_s;
    switch (by) {
    case Granularity::Week: // six days back, then on to the next Monday
        return date(day + u", '-6 days', 'weekday 1'"_s);
    case Granularity::Month:
        return date(day + u", 'start of month'"_s);
    case Granularity::Year:
        return date(day + u", 'start of year'"_s);
    default:
        return date(day);
    }
}

const QString inForce = u"(CASE WHEN EXISTS (SELECT 1 FROM coding WHERE coding.story = story.id AND coding.theme = "
                        u"theme.number AND coded_by = 2) THEN (SELECT present FROM coding WHERE coding.story = "
                        u"story.id AND coding.theme = theme.number AND coded_by = 2) ELSE (rule_themes >> "
                        u"theme.number) & 1 END)"_s;

} // namespace

SqlOracle::SqlOracle(const QString &path, const Codebook &codebook)
    : m_codebook(codebook), m_connection(QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    database.setDatabaseName(path);
    if (!database.open())
        qWarning("%s", qPrintable(database.lastError().text()));
}

SqlOracle::~SqlOracle()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QString SqlOracle::words(const WordQuery &query) const
{
    if (query.isEmpty())
        return u"1"_s;
    const WordQuery::Node &node = query.node();
    QStringList operands;
    if (node.kind != WordQuery::Kind::Near) {
        for (const WordQuery &operand : node.operands)
            operands.append(words(operand));
    }
    switch (node.kind) {
    case WordQuery::Kind::Phrase:
        return matching(u"text"_s, phrase(node));
    case WordQuery::Kind::Tag:
        return matching(u"tags"_s, tag(node));
    case WordQuery::Kind::Near:
        return matching(u"text"_s, near(node));
    case WordQuery::Kind::And:
        return u'(' + operands.join(u" AND "_s) + u')';
    case WordQuery::Kind::Or:
        return u'(' + operands.join(u" OR "_s) + u')';
    case WordQuery::Kind::Not:
        return u"NOT "_s + operands.constFirst();
    }
    return u"0"_s;
}

QString SqlOracle::term(const FacetTerm &term) const
{
    const QString values = quotedList(term.values);
    QVector<int> numbers;
    switch (term.facet) {
    case Facet::Theme: {
        QString any = u"EXISTS (SELECT 1 FROM theme WHERE theme.id IN (%1) AND %2)"_s.arg(values, inForce);
        if (term.values.contains(u"none"_s))
            any = u"(%1 OR NOT EXISTS (SELECT 1 FROM theme WHERE %2))"_s.arg(any, inForce);
        return any;
    }
    case Facet::Voice:
        for (const QString &value : term.values)
            numbers.append(static_cast<int>(voiceFromKey(value).value()));
        return u"coalesce(hand_voice, rule_voice) IN (%1)"_s.arg(numberList(numbers));
    case Facet::Platform:
        for (const QString &value : term.values)
            numbers.append(static_cast<int>(platformFromKey(value).value()));
        return u"platform IN (%1)"_s.arg(numberList(numbers));
    case Facet::Language:
        return u"iif(language = '', 'unknown', language) IN (%1)"_s.arg(values);
    case Facet::Source:
        return u"story.id IN (SELECT story FROM whole_provenance JOIN source ON source.id = "
               u"whole_provenance.source "
               u"WHERE source.name IN (%1))"_s.arg(values);
    case Facet::Attribute:
        break;
    }
    return u"EXISTS (SELECT 1 FROM story_attributes WHERE story_attributes.story = story.id AND attribute = %1 "
           u"AND value IN (%2))"_s.arg(quoted(term.attribute), values);
}

QString SqlOracle::property(Property property)
{
    const QString marked = u"EXISTS (SELECT 1 FROM mark WHERE mark.story = story.id AND mark.%1)"_s;
    switch (property) {
    case Property::Unread:
        return u"NOT "_s + marked.arg(u"read"_s);
    case Property::Starred:
        return marked.arg(u"starred"_s);
    case Property::DoNotQuote:
        return marked.arg(u"do_not_quote"_s);
    case Property::Undated:
        return u"posted_at IS NULL"_s;
    case Property::HasNote:
        return u"EXISTS (SELECT 1 FROM note WHERE note.story = story.id)"_s;
    case Property::HasTheme:
        return u"EXISTS (SELECT 1 FROM theme WHERE %1)"_s.arg(inForce);
    case Property::HasWarning:
        return u"(coalesce(sensitive, 0) OR EXISTS (SELECT 1 FROM story_text WHERE story_text.story = story.id "
               u"AND content_warning <> ''))"_s;
    case Property::CodedByHand:
        return u"(hand_voice IS NOT NULL OR EXISTS (SELECT 1 FROM coding WHERE coding.story = story.id AND "
               u"coded_by = 2))"_s;
    case Property::Original:
        break; // depends on the rest of the filter
    }
    return u"0"_s;
}

/// Whether no earlier story of the same group is among those that a condition chooses.
QString SqlOracle::isOriginalAmong(const QString &condition)
{
    return u"NOT EXISTS (SELECT 1 FROM near_copy AS own JOIN near_copy AS copy ON copy.copy_group = "
           u"own.copy_group JOIN story AS earlier ON earlier.id = copy.story WHERE own.story = story.id AND "
           u"(earlier.posted_at IS NULL, coalesce(earlier.posted_at, 0), earlier.id) < (story.posted_at IS NULL, "
           u"coalesce(story.posted_at, 0), story.id) AND earlier.id IN (SELECT id FROM story WHERE %1))"_s.arg(
               condition);
}

QString SqlOracle::where(const Filter &filter) const
{
    QStringList conditions{u"NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id)"_s,
                           words(filter.words)};
    for (const FacetTerm &facetTerm : filter.facets)
        conditions.append((facetTerm.excluded ? u"NOT "_s : QString()) + term(facetTerm));
    for (const PropertyTerm &propertyTerm : filter.properties) {
        if (propertyTerm.property == Property::Original)
            continue;
        conditions.append((propertyTerm.excluded ? u"NOT "_s : QString()) + property(propertyTerm.property));
    }
    for (const CopiesTerm &term : filter.copies) {
        conditions.append(
            u"(SELECT max(count(*) - 1, 0) FROM near_copy WHERE copy_group = (SELECT own.copy_group FROM "
            u"near_copy AS own WHERE own.story = story.id) AND NOT EXISTS (SELECT 1 FROM hidden_story "
            u"WHERE hidden_story.story = near_copy.story)) %1BETWEEN %2 AND %3"_s
                .arg(term.excluded ? u"NOT "_s : QString())
                .arg(term.least)
                .arg(term.most.value_or(1'000'000'000)));
    }
    if (!filter.ids.isEmpty())
        conditions.append(u"story.id IN (%1)"_s.arg(numberList(filter.ids)));
    if (filter.span.from)
        conditions.append(u"posted_at >= %1"_s.arg(*filter.span.from));
    if (filter.span.until)
        conditions.append(u"posted_at < %1"_s.arg(*filter.span.until));
    const QString rest = conditions.join(u" AND "_s);
    for (const PropertyTerm &propertyTerm : filter.properties) {
        if (propertyTerm.property == Property::Original)
            conditions.append((propertyTerm.excluded ? u"NOT "_s : QString()) + isOriginalAmong(rest));
    }
    return conditions.join(u" AND "_s);
}

QMap<QString, qint64> SqlOracle::counted(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(sql))
        qWarning("%s in %s", qPrintable(query.lastError().text()), qPrintable(sql));
    QMap<QString, qint64> counts;
    while (query.next())
        counts.insert(query.value(0).toString(), query.value(1).toLongLong());
    return counts;
}

qint64 SqlOracle::number(const QString &sql)
{
    return counted(u"SELECT 'n', (%1)"_s.arg(sql)).value(u"n"_s, -1);
}

qint64 SqlOracle::count(const Filter &filter)
{
    return number(u"SELECT count(*) FROM story WHERE "_s + where(filter));
}

qint64 SqlOracle::undated(const Filter &filter)
{
    return number(u"SELECT count(*) FROM story WHERE posted_at IS NULL AND "_s + where(filter));
}

QVector<StoryId> SqlOracle::page(const Filter &filter, Order order, int rows, qint64 first)
{
    const QString direction = order == Order::NewestFirst ? u"DESC"_s : u"ASC"_s;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.exec(u"SELECT id FROM story WHERE %1 ORDER BY posted_at IS NULL, posted_at %2, id %2 LIMIT %3 OFFSET %4"_s
                   .arg(where(filter), direction)
                   .arg(rows)
                   .arg(first));
    QVector<StoryId> ids;
    while (query.next())
        ids.append(StoryId(query.value(0).toLongLong()));
    return ids;
}

QMap<QString, qint64> SqlOracle::facet(const Filter &filter, Facet facet)
{
    const QString condition = where(filter);
    switch (facet) {
    case Facet::Theme: {
        auto counts
            = counted(u"SELECT theme.id, count(*) FROM story, theme WHERE %1 AND %2 GROUP BY theme.id"_s.arg(
                condition, inForce));
        const qint64 none = number(u"SELECT count(*) FROM story WHERE %1 AND NOT EXISTS (SELECT 1 FROM theme "
                                   u"WHERE %2)"_s.arg(condition, inForce));
        if (none > 0)
            counts.insert(u"none"_s, none);
        return counts;
    }
    case Facet::Voice: {
        QMap<QString, qint64> named;
        const auto counts = counted(u"SELECT coalesce(hand_voice, rule_voice), count(*) FROM story WHERE %1 "
                                    u"GROUP BY 1"_s.arg(condition));
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            named.insert(voiceKey(static_cast<Voice>(it.key().toInt())), it.value());
        return named;
    }
    case Facet::Platform: {
        QMap<QString, qint64> named;
        const auto counts = counted(u"SELECT platform, count(*) FROM story WHERE %1 GROUP BY 1"_s.arg(condition));
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            named.insert(platformKey(static_cast<Platform>(it.key().toInt())), it.value());
        return named;
    }
    case Facet::Language:
        return counted(
            u"SELECT iif(language = '', 'unknown', language), count(*) FROM story WHERE %1 GROUP BY 1"_s.arg(
                condition));
    case Facet::Source:
        return counted(
            u"SELECT source.name, count(DISTINCT story.id) FROM story JOIN whole_provenance ON "
            u"whole_provenance.story = story.id JOIN source ON source.id = whole_provenance.source WHERE %1 "
            u"GROUP BY 1"_s.arg(condition));
    case Facet::Attribute:
        break;
    }
    return {};
}

QMap<QString, qint64> SqlOracle::attribute(const Filter &filter, const QString &name)
{
    return counted(u"SELECT value, count(*) FROM story JOIN story_attributes ON story_attributes.story = story.id "
                   u"WHERE attribute = %1 AND %2 GROUP BY 1"_s.arg(quoted(name), where(filter)));
}

QMap<qint64, qint64> SqlOracle::volume(const Filter &filter, Counting counting, Granularity by)
{
    QString events
        = u"SELECT story.id AS story, posted_at AS at, author AS account FROM story WHERE %1"_s.arg(where(filter));
    if (counting != Counting::Stories) {
        // Reposts of selected stories count at their own time, but only within the span.
        events += u" UNION ALL SELECT original, repost.posted_at, account FROM repost WHERE original IN "
                  u"(SELECT story.id FROM story WHERE %1)"_s.arg(where(filter));
        if (filter.span.from)
            events += u" AND repost.posted_at >= %1"_s.arg(*filter.span.from);
        if (filter.span.until)
            events += u" AND repost.posted_at < %1"_s.arg(*filter.span.until);
    }
    const QString figure = counting == Counting::Accounts ? u"count(DISTINCT account)"_s : u"count(*)"_s;
    const auto counts
        = counted(u"SELECT %1, %2 FROM (%3) WHERE at IS NOT NULL GROUP BY 1"_s.arg(beginning(by), figure, events));
    QMap<qint64, qint64> volume;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > 0)
            volume.insert(it.key().toLongLong(), it.value());
    }
    return volume;
}

} // namespace tidemark::test
