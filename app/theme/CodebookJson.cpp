#include "filter/FilterText.h"
#include "theme/Codebook.h"
#include "theme/CodebookGuid.h"
#include "theme/JsonStrings.h"
#include "theme/RuleText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr auto formatName = "story-codebook"_L1;
constexpr int formatVersion = 1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

int numberUpTo(int most, const QJsonValue &value)
{
    const int number = value.toInt();
    return number > 0 && number <= most ? number : 0;
}

/// Reads one codebook; the first thing wrong is the error.
class CodebookReader
{
public:
    Result<Codebook> read(const QByteArray &json)
    {
        QJsonParseError mistake;
        const QJsonObject root = QJsonDocument::fromJson(json, &mistake).object();
        if (mistake.error != QJsonParseError::NoError)
            return Error{Error::Kind::Damaged,
                         Words::tr("The codebook is not valid JSON: %1 at byte %2. Check the file at that place.")
                             .arg(mistake.errorString())
                             .arg(mistake.offset)};
        if (root.value("format"_L1) != formatName || root.value("format_version"_L1).toInt() != formatVersion)
            return Error{Error::Kind::Damaged,
                         Words::tr("The file is not a codebook of this version of Tidemark: its \"format\" must be "
                                   "\"story-codebook\" and its \"format_version\" 1.")};
        m_book.title = root.value("title"_L1).toString();
        m_book.language = root.value("language"_L1).toString();
        m_book.version = root.value("version"_L1).toInt(1);
        m_book.lexicons = stringsOf(root.value("lexicons"_L1));
        readMacros(root.value("macros"_L1).toObject());
        readThemes(root.value("themes"_L1).toArray());
        readVoices(root.value("voices"_L1).toArray());
        readGroups(root);
        if (!m_error.message.isEmpty())
            return m_error;
        return m_book;
    }

private:
    void fail(const QString &message)
    {
        if (m_error.message.isEmpty())
            m_error = {Error::Kind::Damaged, message};
    }

    void readMacros(const QJsonObject &macros)
    {
        for (auto macro = macros.begin(); macro != macros.end(); ++macro)
            m_macros.insert(macro.key(), stringsOf(macro.value()));
    }

    QString readRule(const QString &written, const QString &owner)
    {
        const QString rule = expandMacros(written, m_macros);
        if (rule.trimmed().isEmpty())
            return {};
        const auto parsed = parseWords(rule);
        if (const Mistake *mistake = std::get_if<Mistake>(&parsed))
            fail(Words::tr("The rule of %1 can't be read at character %2: %3")
                     .arg(owner)
                     .arg(mistake->position + 1)
                     .arg(mistake->message));
        return rule;
    }

    void readThemes(const QJsonArray &themes)
    {
        if (themes.size() > ThemeSet::capacity)
            fail(Words::tr("The codebook has %1 themes; at most 64 are possible.").arg(themes.size()));
        for (const QJsonValue &entry : themes) {
            const QJsonObject object = entry.toObject();
            Theme theme;
            theme.number = static_cast<int>(m_book.themes.size());
            theme.id = object.value("id"_L1).toString();
            theme.name = object.value("name"_L1).toString(theme.id);
            theme.group = object.value("group"_L1).toString();
            theme.definition = object.value("definition"_L1).toString();
            theme.examples = stringsOf(object.value("examples"_L1));
            theme.colour = numberUpTo(8, object.value("colour"_L1));
            theme.key = numberUpTo(9, object.value("key"_L1));
            theme.isCoveredFirst = object.value("covered_first"_L1).toBool();
            theme.isRetired = object.value("retired"_L1).toBool();
            theme.guid = checkedGuid(object.value("guid"_L1).toString());
            const QString written = object.contains("query"_L1)
                ? object.value("query"_L1).toString()
                : ruleFromTerms(stringsOf(object.value("terms"_L1)), stringsOf(object.value("require_any"_L1)));
            theme.rule = readRule(written, Words::tr("the theme \"%1\"").arg(theme.id));
            if (theme.id.isEmpty() || theme.id == "none"_L1 || m_book.theme(theme.id))
                fail(Words::tr(
                         "Theme %1 of the codebook needs an id that no other theme has and that is not \"none\".")
                         .arg(theme.number + 1));
            m_book.themes.append(theme);
        }
        giveKeys(themes);
    }

    /// Where a file knows of no keys, the first themes have them.
    void giveKeys(const QJsonArray &themes)
    {
        const bool areKnown = std::any_of(themes.begin(), themes.end(), [](const QJsonValue &theme) {
            return theme.toObject().contains("key"_L1);
        });
        for (int i = 0; !areKnown && i < std::min<qsizetype>(9, m_book.themes.size()); ++i)
            m_book.themes[i].key = i + 1;
    }

    VoiceRule readVoiceRule(const QJsonObject &object, const QString &owner)
    {
        VoiceRule rule;
        rule.query = readRule(object.value("query"_L1).toString(), owner);
        rule.unlessQuery = readRule(object.value("unless_query"_L1).toString(), owner);
        rule.outsideTags = object.value("outside_tags"_L1).toString();
        if (const QJsonValue most = object.value("max_residual_words"_L1); most.isDouble())
            rule.maxResidualWords = most.toInt();
        return rule;
    }

    void readVoices(const QJsonArray &voices)
    {
        QVector<std::pair<int, VoiceDefinition>> ordered;
        for (const QJsonValue &entry : voices) {
            const QJsonObject object = entry.toObject();
            const QString id = object.value("id"_L1).toString();
            const auto voice = voiceFromKey(id);
            if (!voice || *voice == Voice::Unknown) {
                fail(Words::tr(
                         "The codebook has a voice \"%1\"; only testimony, solidarity, support and commentary are "
                         "known.")
                         .arg(id));
                continue;
            }
            VoiceDefinition definition;
            definition.voice = *voice;
            definition.name = object.value("name"_L1).toString(id);
            definition.definition = object.value("definition"_L1).toString();
            const QJsonObject rule = object.value("rule"_L1).toObject();
            const QString owner = Words::tr("the voice \"%1\"").arg(id);
            definition.otherwise = rule.value("otherwise"_L1).toBool();
            const QJsonArray any = rule.value("any"_L1).toArray();
            for (const QJsonValue &alternative : any)
                definition.anyOf.append(readVoiceRule(alternative.toObject(), owner));
            if (any.isEmpty() && !definition.otherwise && !rule.isEmpty())
                definition.anyOf.append(readVoiceRule(rule, owner));
            ordered.append({object.value("order"_L1).toInt(static_cast<int>(ordered.size()) + 1), definition});
        }
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[order, definition] : std::as_const(ordered))
            m_book.voices.append(definition);
    }

    /// A JSON object has no order, so the groups stand as listed in group_order, else as the themes name them.
    void readGroups(const QJsonObject &root)
    {
        const QJsonObject groups = root.value("groups"_L1).toObject();
        const QJsonObject guids = root.value("group_guids"_L1).toObject();
        QStringList order = stringsOf(root.value("group_order"_L1));
        for (const Theme &theme : std::as_const(m_book.themes)) {
            order.append(theme.group);
            if (!theme.group.isEmpty() && !groups.contains(theme.group))
                fail(Words::tr("The theme \"%1\" is in a group \"%2\" that the codebook doesn't name.")
                         .arg(theme.id, theme.group));
        }
        order.append(groups.keys());
        order.removeDuplicates();
        for (const QString &key : std::as_const(order)) {
            if (groups.contains(key))
                m_book.groups.append({key, groups.value(key).toString(), checkedGuid(guids.value(key).toString())});
        }
    }

    Codebook m_book;
    RuleMacros m_macros;
    Error m_error;
};

QJsonObject voiceRuleToJson(const VoiceRule &rule)
{
    QJsonObject object;
    if (!rule.query.isEmpty())
        object.insert("query"_L1, rule.query);
    if (!rule.unlessQuery.isEmpty())
        object.insert("unless_query"_L1, rule.unlessQuery);
    if (!rule.outsideTags.isEmpty())
        object.insert("outside_tags"_L1, rule.outsideTags);
    if (rule.maxResidualWords)
        object.insert("max_residual_words"_L1, *rule.maxResidualWords);
    return object;
}

QJsonArray themesToJson(const Codebook &codebook)
{
    QJsonArray themes;
    for (const Theme &theme : codebook.themes) {
        QJsonObject object{{"id"_L1, theme.id},
                           {"name"_L1, theme.name},
                           {"group"_L1, theme.group},
                           {"definition"_L1, theme.definition},
                           {"query"_L1, theme.rule},
                           {"examples"_L1, QJsonArray::fromStringList(theme.examples)},
                           {"colour"_L1, theme.colour},
                           {"key"_L1, theme.key},
                           {"covered_first"_L1, theme.isCoveredFirst},
                           {"retired"_L1, theme.isRetired}};
        if (!theme.guid.isEmpty())
            object.insert("guid"_L1, theme.guid);
        themes.append(object);
    }
    return themes;
}

QJsonArray voicesToJson(const Codebook &codebook)
{
    QJsonArray voices;
    for (const VoiceDefinition &definition : codebook.voices) {
        QJsonArray any;
        for (const VoiceRule &rule : definition.anyOf)
            any.append(voiceRuleToJson(rule));
        QJsonObject rule;
        if (!any.isEmpty())
            rule.insert("any"_L1, any);
        if (definition.otherwise)
            rule.insert("otherwise"_L1, true);
        voices.append(QJsonObject{{"id"_L1, voiceKey(definition.voice)},
                                  {"name"_L1, definition.name},
                                  {"definition"_L1, definition.definition},
                                  {"order"_L1, voices.size() + 1},
                                  {"rule"_L1, rule}});
    }
    return voices;
}

} // namespace

Result<Codebook> codebookFromJson(const QByteArray &json)
{
    return CodebookReader().read(json);
}

QByteArray codebookToJson(const Codebook &codebook)
{
    QJsonObject groups;
    QJsonArray order;
    QJsonObject guids;
    for (const ThemeGroup &group : codebook.groups) {
        groups.insert(group.key, group.name);
        order.append(group.key);
        if (!group.guid.isEmpty())
            guids.insert(group.key, group.guid);
    }
    QJsonObject root{{"format"_L1, formatName},
                     {"format_version"_L1, formatVersion},
                     {"title"_L1, codebook.title},
                     {"language"_L1, codebook.language},
                     {"version"_L1, codebook.version},
                     {"lexicons"_L1, QJsonArray::fromStringList(codebook.lexicons)},
                     {"groups"_L1, groups},
                     {"group_order"_L1, order},
                     {"themes"_L1, themesToJson(codebook)},
                     {"voices"_L1, voicesToJson(codebook)}};
    if (!guids.isEmpty())
        root.insert("group_guids"_L1, guids);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace tidemark
