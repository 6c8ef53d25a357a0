#include "store/CodebookTables.h"

#include "store/CoderTables.h"
#include "store/Compression.h"
#include "store/HandThemes.h"
#include "store/ModelTables.h"
#include "store/Recoding.h"
#include "store/Statement.h"
#include "store/WriterTables.h"
#include "theme/RuleHits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Result<> noteCodebook(Connection &connection, const Codebook &codebook)
{
    auto noted = connection.select(
        u"INSERT INTO codebook_version (version, made_at, json) VALUES (?, ?, ?)"_s,
        {codebook.version, QDateTime::currentMSecsSinceEpoch(), compressed(codebookToJson(codebook))});
    return noted ? Result<>() : Result<>(noted.error());
}

/// A string that is null would be NULL in the file.
QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Result<> setCodings(Connection &connection, const QVector<HandThemes> &codings, CodebookChange &back)
{
    for (const HandThemes &coding : codings) {
        auto before = setHandThemes(connection, coding);
        if (!before)
            return before.error();
        back.codings.prepend({coding.theme, std::move(before).value()});
    }
    return {};
}

/// Which labels have to be coded anew, and by what: a theme that is retired by no model; and where the rules are
/// others all that models code, for models look at what the rules say.
Result<QVector<LabelCoder>> codersAnew(Connection &connection, const CodebookChange &change, bool areRulesOthers)
{
    const auto inForce = readLabelCoders(connection);
    if (!inForce)
        return inForce.error();
    QVector<LabelCoder> anew = change.coders;
    for (LabelCoder coder : inForce.value()) {
        const bool isRetired
            = coder.label.kind == Label::Kind::Theme && change.codebook.themes.value(coder.label.number).isRetired;
        const bool isSaid
            = std::ranges::find(change.coders, coder.label, &LabelCoder::label) != change.coders.cend();
        if (isSaid || (!isRetired && !areRulesOthers))
            continue;
        if (isRetired)
            coder.model = 0;
        anew.append(coder);
    }
    return anew;
}

/// What coders answered on a theme, as what takes it away.
Result<QVector<ThemeAnswer>> noAnswersOn(Connection &connection, int theme)
{
    Statement rows(connection, "SELECT story, coder FROM coder_coding WHERE theme = ?");
    QVector<ThemeAnswer> answers;
    auto row = rows.bind(theme).next();
    for (; row && row.value(); row = rows.next())
        answers.append({theme, {rows.story(0), std::nullopt, 0, rows.text(1), {}}});
    return row ? Result<QVector<ThemeAnswer>>(std::move(answers)) : Result<QVector<ThemeAnswer>>(row.error());
}

/// Takes away what was coded by hand with themes that go: an import may have coded with one since it was made.
Result<> clearThemes(Connection &connection, qsizetype first, qsizetype end, CodebookChange &back)
{
    for (int theme = static_cast<int>(first); theme < end; ++theme) {
        auto said = readHandThemes(connection, theme);
        if (!said)
            return said.error();
        for (HandTheme &coding : said.value())
            coding.present = std::nullopt;
        if (auto done = setCodings(connection, {{theme, said.value()}}, back); !done)
            return done;
        const auto answers = noAnswersOn(connection, theme);
        if (!answers)
            return answers.error();
        auto before = setCoderAnswers(connection, answers.value());
        if (!before)
            return before.error();
        back.answers += before.value();
    }
    return {};
}

} // namespace

Result<Codebook> readCodebook(Connection &connection)
{
    auto json = connection.value(u"SELECT json FROM codebook"_s);
    if (!json)
        return json.error();
    return codebookFromJson(json->toString().toUtf8());
}

Result<> writeCodebook(Connection &connection, const Codebook &codebook)
{
    auto whole
        = connection.select(u"INSERT INTO codebook (only, version, json) VALUES (1, ?, ?) ON CONFLICT (only) "
                            "DO UPDATE SET version = excluded.version, json = excluded.json"_s,
                            {codebook.version, QString::fromUtf8(codebookToJson(codebook))});
    if (!whole)
        return whole.error();
    if (auto noted = noteCodebook(connection, codebook); !noted)
        return noted;
    auto used = connection.value(u"SELECT id FROM theme WHERE number >= ? AND EXISTS "
                                 "(SELECT 1 FROM coding WHERE coding.theme = theme.number UNION ALL "
                                 "SELECT 1 FROM coder_coding WHERE coder_coding.theme = theme.number UNION ALL "
                                 "SELECT 1 FROM theme_model WHERE theme_model.theme = theme.number)"_s,
                                 {codebook.themes.size()});
    if (!used)
        return used.error();
    if (used->isValid()) {
        return Error{
            Error::Kind::Usage,
            QCoreApplication::translate(
                "Store", "The theme “%1” can't leave the codebook, for stories were coded with it by hand.")
                .arg(used->toString())};
    }
    auto gone = connection.select(u"DELETE FROM theme WHERE number >= ?"_s, {codebook.themes.size()});
    if (!gone)
        return gone.error();
    for (const Theme &theme : codebook.themes) {
        auto written = connection.select(
            u"INSERT INTO theme (number, id, name, theme_group, definition, rule) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (number) DO UPDATE SET id = excluded.id, name = excluded.name, "
            "theme_group = excluded.theme_group, definition = excluded.definition, rule = excluded.rule"_s,
            {theme.number, theme.id, theme.name, orEmpty(theme.group), orEmpty(theme.definition),
             orEmpty(theme.rule)});
        if (!written)
            return written.error();
    }
    return {};
}

Result<QVector<CodebookVersion>> readCodebookVersions(Connection &connection)
{
    auto rows = connection.select(u"SELECT made_at, json FROM codebook_version ORDER BY id DESC"_s);
    if (!rows)
        return rows.error();
    QVector<CodebookVersion> versions;
    while (rows->next()) {
        auto codebook = codebookFromJson(decompressed(rows->value(1).toByteArray()));
        if (!codebook)
            return codebook.error();
        versions.append({rows->value(0).toLongLong(), std::move(codebook).value()});
    }
    return versions;
}

Result<> noteFirstCodebook(Connection &connection)
{
    const auto noted = connection.value(u"SELECT 1 FROM codebook_version"_s);
    if (!noted || noted->isValid())
        return noted ? Result<>() : Result<>(noted.error());
    const auto codebook = readCodebook(connection);
    return codebook ? noteCodebook(connection, codebook.value()) : Result<>(codebook.error());
}

Result<CodebookChange> changeCodebook(WriterTables &tables, const CodebookChange &change, Progress &progress)
{
    Connection &connection = tables.connection;
    const auto before = readCodebook(connection);
    if (!before)
        return before.error();
    CodebookChange back{before.value()};
    // A theme is there before it is coded, and isn't coded any more when it goes.
    const bool goes = change.codebook.themes.size() < before->themes.size();
    if (goes) {
        if (auto done = setCodings(connection, change.codings, back); !done)
            return done.error();
        if (auto done = clearThemes(connection, change.codebook.themes.size(), before->themes.size(), back); !done)
            return done.error();
    }
    if (change.codebook != before.value()) {
        if (auto written = writeCodebook(connection, change.codebook); !written)
            return written.error();
    }
    const bool areRulesOthers = change.codebook.version != before->version;
    if (areRulesOthers) {
        const RuleCoder rules(change.codebook);
        if (auto coded = recodeStories(tables, rules, change.codebook.version, progress); !coded)
            return coded.error();
    }
    const auto anew = codersAnew(connection, change, areRulesOthers);
    if (!anew)
        return anew.error();
    if (!anew->isEmpty()) {
        auto coders = setLabelCoders(connection, anew.value(), HitFinder(change.codebook), progress);
        if (!coders)
            return coders.error();
        back.coders = std::move(coders).value();
    }
    if (!goes) {
        auto answers = setCoderAnswers(connection, change.answers);
        if (!answers)
            return answers.error();
        back.answers = std::move(answers).value();
        if (auto done = setCodings(connection, change.codings, back); !done)
            return done.error();
    }
    return back;
}

} // namespace tidemark
