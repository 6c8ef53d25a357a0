#include "command/Explaining.h"

#include "collection/Collection.h"
#include "theme/ModelWords.h"
#include "theme/RuleCoder.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostWords = 12;

double toTheThousandth(double share)
{
    return std::round(share * 1000) / 1000;
}

/// Explains the labels of one story.
class Explaining
{
public:
    Explaining(const StoryPage &story, const StoryPrinting &printing) : m_tokens(tokenise(story.text))
    {
        const Tokens shown = tokenise(printing.shown(story.text, story));
        for (const Token &token : shown)
            m_shown.insert(token.word.toString());
    }

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    [[nodiscard]] QJsonObject byRule(const QVector<TokenRun> &runs) const
    {
        QStringList phrases;
        for (const TokenRun &run : runs) {
            QStringList words;
            for (qsizetype i = run.first; i < run.first + run.count; ++i)
                words.append(m_tokens.at(i).word.toString());
            const bool isShown
                = std::ranges::all_of(words, [this](const QString &word) { return m_shown.contains(word); });
            const QString phrase = words.join(u' ');
            if (isShown && !phrases.contains(phrase))
                phrases.append(phrase);
        }
        return {{u"by"_s, u"rule"_s}, {u"words"_s, QJsonArray::fromStringList(phrases)}};
    }

    [[nodiscard]] QJsonObject byVoiceRule(const VoiceReason &reason) const
    {
        QJsonObject object = byRule(reason.words);
        if (reason.mostOtherWords)
            object.insert(u"other_words_at_most"_s, *reason.mostOtherWords);
        if (reason.otherwise)
            object.insert(u"no_other_rule_holds"_s, true);
        return object;
    }

    [[nodiscard]] QJsonObject byModel(Label label, const ThemeModel::Explanation &explanation) const
    {
        const ModelWords words = modelWords(label, explanation, m_tokens, mostWords);
        return {{u"by"_s, u"model"_s},
                {u"probability"_s, toTheThousandth(words.probability)},
                {u"cut"_s, toTheThousandth(explanation.cut)},
                {u"for"_s, shownOf(words.forIt)},
                {u"against"_s, shownOf(words.against)},
                {u"rule_spoke_for"_s, words.ruleSpokeFor}};
    }

private:
    [[nodiscard]] QJsonArray shownOf(const QStringList &words) const
    {
        QJsonArray shown;
        for (const QString &word : words) {
            if (m_shown.contains(word))
                shown.append(word);
        }
        return shown;
    }

    Tokens m_tokens;
    QSet<QString> m_shown; ///< words that the text, as it is printed, has
};

} // namespace

Result<QJsonArray> explained(const StoryPage &story, Collection &collection, const RuleCoder &rules,
                             const StoryPrinting &printing)
{
    const Explaining explaining(story, printing);
    QJsonArray all;
    std::optional<Error> failed;
    const auto add = [&](Label label, QJsonObject one) {
        one.insert(u"label"_s, labelKey(label, printing.codebook));
        all.append(one);
    };
    const auto addByModel = [&](Label label) {
        const auto explanation = collection.explain(story.row.id, label).result();
        if (explanation)
            add(label, explaining.byModel(label, *explanation));
        else if (explanation.error().kind != Error::Kind::NotFound) // else its rule codes it by now
            failed = explanation.error();
    };
    story.row.themes.forEach([&](int theme) {
        const Label label{Label::Kind::Theme, theme};
        const auto coding = std::find_if(story.codings.crbegin(), story.codings.crend(),
                                         [theme](const ThemeCoding &one) { return one.theme == theme; });
        if (coding == story.codings.crend() || coding->by == CodedBy::Hand)
            return;
        if (coding->by == CodedBy::Model)
            addByModel(label);
        else
            add(label, explaining.byRule(rules.explain(theme, explaining.tokens(), story.row.language)));
    });
    const Label voice{Label::Kind::Voice, static_cast<int>(story.row.voice)};
    if (story.voiceBy == CodedBy::Model) {
        addByModel(voice);
    } else if (story.voiceBy == CodedBy::Rule) {
        const auto reason = rules.explainVoice(explaining.tokens(), story.row.language);
        if (reason && reason->voice == story.row.voice)
            add(voice, explaining.byVoiceRule(*reason));
    }
    if (failed)
        return *failed;
    return all;
}

} // namespace tidemark
