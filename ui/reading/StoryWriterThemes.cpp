// A story's themes and voice, and why it has them.
#include "reading/StoryWriter.h"

#include "model/TimeText.h"
#include "text/LocalShares.h"
#include "text/ShippedWords.h"
#include "theme/ModelWords.h"
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

/// Marks the words for which a rule matched, and gives them, each once.
QStringList StoryWriter::markRuns(const QVector<TokenRun> &runs)
{
    QStringList words;
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

/// Marks the words for which the rule of the story's voice held, and says what it rests on.
QString StoryWriter::explainVoiceRule()
{
    const auto reason = m_coder->explainVoice(m_tokens, m_story.row.language);
    if (!reason || reason->voice != m_story.row.voice)
        return {};
    QStringList parts = markRuns(reason->words);
    if (reason->otherwise)
        parts.append(Words::tr("the rule of no other voice holds"));
    else if (reason->mostOtherWords)
        parts.append(Words::tr("hardly a word beside tags, names and links"));
    return parts.isEmpty() ? QString() : u": "_s + parts.join(u", "_s);
}

/// Marks the words that spoke most for a theme or voice, and says how sure the model is, how sure it had to be, and
/// what spoke for it and against it.
QString StoryWriter::explainModel(Label label)
{
    const auto explanation = m_settings.models.constFind(label);
    if (explanation == m_settings.models.cend())
        return {};
    const ModelWords words = modelWords(label, *explanation, m_tokens, mostModelWords);
    for (const Token &token : std::as_const(m_tokens)) {
        if (words.forIt.contains(token.word))
            mark(token, token, m_settings.colours.explanation, QTextCharFormat::DashUnderline);
    }
    QStringList parts{Words::tr("probability %1, cut %2")
                          .arg(localPercent(words.probability, 0), localPercent(explanation->cut, 0))};
    if (words.ruleSpokeFor)
        parts.append(Words::tr("for it its rule"));
    if (!words.forIt.isEmpty())
        parts.append(Words::tr("for it %1").arg(said(words.forIt.join(u", "_s))));
    if (!words.against.isEmpty())
        parts.append(Words::tr("against it %1").arg(said(words.against.join(u", "_s))));
    return u": "_s + parts.join(u"; "_s);
}

QString StoryWriter::howCoded(const ThemeCoding &coding) const
{
    return coding.madeAt ? codedBy(coding) + u", "_s + timeText(coding.madeAt, m_settings.facts.zone)
                         : codedBy(coding);
}

QString StoryWriter::themeLine(const Theme &theme, const ThemeCoding &coding)
{
    const QString name = said(inReadersLanguage(theme.name));
    if (!coding.present)
        return Words::tr("Not %1 (%2)").arg(name, howCoded(coding));
    QString line = Words::tr("%1 (%2)").arg(name, howCoded(coding));
    if (!m_coder || coding.by == CodedBy::Hand)
        return line;
    if (coding.by == CodedBy::Model)
        return line + explainModel({Label::Kind::Theme, theme.number});
    const QStringList words = markRuns(m_coder->explain(theme.number, m_tokens, m_story.row.language));
    return words.isEmpty() ? line : line + u": "_s + words.join(u", "_s);
}

void StoryWriter::writeThemes()
{
    writeHeading(Words::tr("Themes"));
    if (m_settings.codingsHidden)
        return writeLine(Words::tr("Hidden in a blind round, as is the voice"));
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
}

/// What gave the story its voice; where nobody and no model did, only for who wants it explained.
void StoryWriter::writeVoice()
{
    const Voice voice = m_story.row.voice;
    if (m_story.voiceBy == CodedBy::Rule && (!m_coder || voice == Voice::Unknown))
        return;
    writeHeading(Words::tr("Voice"));
    const ThemeCoding coding{
        0, m_story.voiceBy, true, m_story.voiceMadeAt, m_story.voiceCoder, m_story.voiceSettled};
    QString line = Words::tr("%1 (%2)").arg(voiceName(voice), howCoded(coding));
    if (m_coder && m_story.voiceBy == CodedBy::Rule)
        line += explainVoiceRule();
    else if (m_coder && m_story.voiceBy == CodedBy::Model)
        line += explainModel({Label::Kind::Voice, static_cast<int>(voice)});
    writeLine(line);
}

} // namespace tidemark
