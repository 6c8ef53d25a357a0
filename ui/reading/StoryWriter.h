#pragma once

#include "reading/ConcealedPage.h"
#include "reading/StoryDocument.h"
#include "text/Tokens.h"

#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>

namespace tidemark {

/// Writes one story into a document, part by part, in formats of our own.
class StoryWriter
{
public:
    StoryWriter(StoryDocument &document, QTextCursor &cursor, const StoryPage &story, const StorySettings &settings,
                const RuleCoder *coder);

    void write();

private:
    static constexpr int mostListed = 200; ///< of anything that a story has several of
    static inline const QString dot = QStringLiteral(" \u00b7 ");

    void writeHeader();
    void writeWarning();
    void writeText();
    void writeMedia();
    void writeRelations();
    void writeReplies();
    void writeNote();
    void writeThemes();
    void writeVoice();
    void writeEarlierTexts();
    void writeAttributes();
    void writeProvenance();

    void beginBlock(const QTextBlockFormat &format);
    void writeHeading(const QString &heading);
    void writeLine(const QString &line); ///< quiet
    void writeForeign(const QString &text, const QTextBlockFormat &block, const QTextCharFormat &format);
    void writeLink(const QString &text, const StoryLink &link);

    void markWords();
    void markExcerpts();
    void markLinks();
    void mark(const Token &first, const Token &last, const QColor &ground, QTextCharFormat::UnderlineStyle line);
    [[nodiscard]] QStringList markRuns(const QVector<TokenRun> &runs);
    [[nodiscard]] QString explainVoiceRule();
    [[nodiscard]] QString explainModel(Label label);
    [[nodiscard]] QString origin(const Provenance &from) const;
    [[nodiscard]] QString howCoded(const ThemeCoding &coding) const;
    [[nodiscard]] QString themeLine(const Theme &theme, const ThemeCoding &coding);
    [[nodiscard]] ShownText shown(const QString &text, ShownLimits limits) const;
    [[nodiscard]] QString said(const QString &foreign) const;

    StoryDocument &m_document;
    QTextCursor &m_cursor;
    const StoryPage &m_story;
    const StorySettings &m_settings;
    ConcealedPage m_concealed;
    const RuleCoder *m_coder;
    Tokens m_tokens;
    bool m_first = true;

    double m_readingLine; ///< pixels
    double m_quietLine;
    QTextBlockFormat m_quietBlock;
    QTextBlockFormat m_readingBlock;
    QTextBlockFormat m_contextBlock; ///< what somebody wrote beside the story
    QTextBlockFormat m_contextLine;  ///< what we say of it
    QTextCharFormat m_plain;
    QTextCharFormat m_quiet;
    QTextCharFormat m_heading;
    QTextCharFormat m_link;
};

} // namespace tidemark
