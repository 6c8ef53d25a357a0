#include "command/Explaining.h"

#include "collection/Collection.h"
#include "theme/ModelWords.h"
#include "theme/RuleCoder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostWords = 12;

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

    [[nodiscard]] QJsonObject byModel(Label label, const ThemeModel::Explanation &explanation) const
    {
        const ModelWords words = modelWords(label, explanation, m_tokens, mostWords);
        return {{u"by"_s, u"model"_s},
                {u"probability"_s, words.probability},
                {u"cut"_s, explanation.cut},
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

QJsonArray explained(const StoryPage &story, Collection &collection, const RuleCoder &rules,
                     const StoryPrinting &printing)
{
    const Explaining explaining(story, printing);
    QJsonArray all;
    const auto add = [&](Label label, CodedBy by, const QVector<TokenRun> &runs) {
        QJsonObject one;
        if (by == CodedBy::Model) {
            const auto explanation = collection.explain(story.row.id, label).result();
            if (!explanation)
                return; // its rule codes it by now
            one = explaining.byModel(label, *explanation);
        } else {
            one = explaining.byRule(runs);
        }
        one.insert(u"label"_s, labelKey(label, printing.codebook));
        all.append(one);
    };
    story.row.themes.forEach([&](int theme) {
        const auto coding = std::find_if(story.codings.crbegin(), story.codings.crend(),
                                         [theme](const ThemeCoding &one) { return one.theme == theme; });
        if (coding != story.codings.crend() && coding->by != CodedBy::Hand)
            add({Label::Kind::Theme, theme}, coding->by,
                rules.explain(theme, explaining.tokens(), story.row.language));
    });
    if (story.voiceBy != CodedBy::Hand && story.row.voice != Voice::Unknown) {
        const auto reason = rules.explainVoice(explaining.tokens(), story.row.language);
        add({Label::Kind::Voice, static_cast<int>(story.row.voice)}, story.voiceBy,
            reason ? reason->words : QVector<TokenRun>());
    }
    return all;
}

} // namespace tidemark
