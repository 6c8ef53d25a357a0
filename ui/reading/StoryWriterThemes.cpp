// A story's themes and voice, and why it has them.
#include "reading/StoryWriter.h"

#include "model/TimeText.h"
#include "reading/ModelWords.h"
#include "text/ShippedWords.h"
#include "theme/RuleCoder.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int mostWordsNamed = 12;
constexpr qsizetype mostModelWords = 6;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoryDocument)
};

QString codedBy(const ThemeCoding &coding)
{
    switch (coding.by) {
    case CodedBy::Rule:
        return Words::tr("by rule");
    case CodedBy::Model:
        return Words::tr("by model");
    case CodedBy::Hand:
        break;
    }
    if (coding.settled)
        return Words::tr("agreed upon by the coders");
    return coding.coder.isEmpty() ? Words::tr("by hand") : Words::tr("by hand: %1").arg(coding.coder);
}

} // namespace

/// Marks the words for which a theme's rule matched, and gives them, each once.
QStringList StoryWriter::explainTheme(int theme)
{
    QStringList words;
    const QVector<TokenRun> runs = m_coder->explain(theme, m_tokens, m_story.row.language);
    for (const TokenRun &run : runs) {
        const Token &first = m_tokens.at(run.first);
        const Token &last = m_tokens.at(run.first + run.count - 1);
        mark(first, last, m_settings.colours.explanation, QTextCharFormat::DashUnderline);
        const QString matched = said(m_story.text.mid(first.start, last.start + last.length - first.start));
        if (words.size() < mostWordsNamed && !words.contains(matched))
            words.append(matched);
    }
    return words;
}

/// Marks the words that spoke most for a theme, and says how sure the model is and what spoke for it and against
/// it.
QString StoryWriter::explainModel(int theme)
{
    const auto explanation = m_settings.models.constFind(theme);
    if (explanation == m_settings.models.cend())
        return {};
    const ModelWords words = modelWords(theme, *explanation, m_tokens, mostModelWords);
    for (const Token &token : std::as_const(m_tokens)) {
        if (words.forIt.contains(token.word))
            mark(token, token, m_settings.colours.explanation, QTextCharFormat::DashUnderline);
    }
    const QString percent = QLocale().toString(100 * words.probability, 'f', 0) + QLocale().percent();
    QStringList parts{Words::tr("probability %1").arg(percent)};
    if (words.ruleSpokeFor)
        parts.append(Words::tr("for it its rule"));
    if (!words.forIt.isEmpty())
        parts.append(Words::tr("for it %1").arg(said(words.forIt.join(u", "_s))));
    if (!words.against.isEmpty())
        parts.append(Words::tr("against it %1").arg(said(words.against.join(u", "_s))));
    return u": "_s + parts.join(u"; "_s);
}

QString StoryWriter::themeLine(const Theme &theme, const ThemeCoding &coding)
{
    QString how = codedBy(coding);
    if (coding.madeAt)
        how += u", "_s + timeText(coding.madeAt, m_settings.facts.zone);
    const QString name = said(inReadersLanguage(theme.name));
    if (!coding.present)
        return Words::tr("Not %1 (%2)").arg(name, how);
    QString line = Words::tr("%1 (%2)").arg(name, how);
    if (!m_coder || coding.by == CodedBy::Hand)
        return line;
    if (coding.by == CodedBy::Model)
        return line + explainModel(theme.number);
    const QStringList words = explainTheme(theme.number);
    return words.isEmpty() ? line : line + u": "_s + words.join(u", "_s);
}

void StoryWriter::writeThemes()
{
    writeHeading(Words::tr("Themes"));
    bool any = false;
    for (const Theme &theme : m_settings.facts.codebook.themes) {
        const auto coding = std::find_if(m_story.codings.crbegin(), m_story.codings.crend(),
                                         [&](const ThemeCoding &one) { return one.theme == theme.number; });
        if (coding == m_story.codings.crend())
            continue;
        writeLine(themeLine(theme, *coding));
        any = true;
    }
    if (!any)
        writeLine(Words::tr("No theme"));
    if (m_story.voiceBy == CodedBy::Hand)
        writeLine(Words::tr("Voice set by hand"));
    else if (m_story.voiceBy == CodedBy::Model)
        writeLine(Words::tr("Voice by a model"));
}

} // namespace tidemark
