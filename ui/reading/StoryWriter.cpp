#include "reading/StoryWriter.h"

#include "dialogs/ForeignText.h"
#include "filter/WordMatcher.h"
#include "model/TimeText.h"
#include "reading/Excerpts.h"
#include "reading/ModelWords.h"
#include "reading/StoryLinks.h"
#include "text/Language.h"
#include "theme/RuleCoder.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr double readingHeight = 1.45; // of the letters' size
constexpr double quietHeight = 1.4;
constexpr double quietShare = 0.84;
constexpr qsizetype longestSaid = 400;
constexpr ShownLimits contextLimits{.units = 8 * 1024, .lines = 200};
constexpr int mostWordsNamed = 12;
constexpr int mostListed = 200;
constexpr qsizetype mostModelWords = 6;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoryDocument)
};

const auto dot = u" \u00b7 "_s;

QString counted(qint64 number, const char *one, const char *many)
{
    return Words::tr(number == 1 ? one : many).arg(QLocale().toString(number));
}

QString codedBy(CodedBy by)
{
    switch (by) {
    case CodedBy::Rule:
        return Words::tr("by rule");
    case CodedBy::Model:
        return Words::tr("by model");
    case CodedBy::Hand:
        break;
    }
    return Words::tr("by hand");
}

bool isDirectionSign(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e
        || code == 0x200f || code == 0x061c;
}

/// Lines a multiple of the letters' size apart, more where a script is taller.
QTextBlockFormat block(double above, double below, double lineHeight)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(lineHeight, QTextBlockFormat::MinimumHeight);
    return format;
}

double pixels(const QFont &font)
{
    return QFontInfo(font).pixelSize();
}

} // namespace

StoryWriter::StoryWriter(StoryDocument &document, QTextCursor &cursor, const StoryPage &story,
                         const StorySettings &settings, const RuleCoder *coder)
    : m_document(document),
      m_cursor(cursor),
      m_story(story),
      m_settings(settings),
      m_concealed(story, settings.facts.publicAccounts),
      m_coder(settings.explained ? coder : nullptr),
      m_readingLine(readingHeight * pixels(settings.font)),
      m_quietLine(quietHeight * quietShare * pixels(settings.font)),
      m_quietBlock(block(0, 0, m_quietLine)),
      m_readingBlock(block(0, 0, m_readingLine)),
      m_contextBlock(block(4, 4, m_quietLine))
{
    constexpr double indent = 12;
    m_contextBlock.setLeftMargin(indent);
    m_contextBlock.setRightMargin(indent);
    m_plain.setFont(settings.font);
    m_plain.setForeground(settings.colours.text);
    m_quiet = m_plain;
    m_quiet.setFontPointSize(settings.font.pointSizeF() * quietShare);
    m_quiet.setForeground(settings.colours.secondary);
    m_heading = m_quiet;
    m_heading.setFontWeight(QFont::DemiBold);
    m_link = m_quiet;
    m_link.setForeground(settings.colours.accent);
    m_link.setFontUnderline(true);
}

void StoryWriter::write()
{
    writeHeader();
    writeWarning();
    writeText();
    writeMedia();
    writeRelations();
    writeReplies();
    writeNote();
    writeThemes();
    writeEarlierTexts();
    writeAttributes();
    writeProvenance();
    markExcerpts();
    markWords(); // last, so that a word searched for shows above an explanation
}

void StoryWriter::beginBlock(const QTextBlockFormat &format)
{
    if (m_first)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format, m_plain);
    m_first = false;
}

void StoryWriter::writeHeading(const QString &heading)
{
    beginBlock(block(16, 2, m_quietLine));
    m_cursor.insertText(heading, m_heading);
}

void StoryWriter::writeLine(const QString &line)
{
    beginBlock(m_quietBlock);
    m_cursor.insertText(line, m_quiet);
}

ShownText StoryWriter::shown(const QString &text, const ShownLimits &limits) const
{
    if (m_settings.authorsShown)
        return ShownText(text, {text, {}}, limits);
    return ShownText(text, m_concealed.concealed(text), limits);
}

/// A foreign string within a line of ours: on one line, not too long, and with no say over the line's direction.
QString StoryWriter::said(const QString &foreign) const
{
    const ShownText fit = shown(foreign, {longestSaid, 1});
    QString line = fit.text();
    line.removeIf(isDirectionSign);
    line = line.simplified();
    if (fit.isCut())
        line += u'\u2026';
    return isolated(line);
}

void StoryWriter::writeForeign(const QString &text, const QTextBlockFormat &blockFormat,
                               const QTextCharFormat &format)
{
    const ShownText fit = shown(text, contextLimits);
    beginBlock(blockFormat);
    m_cursor.insertText(fit.text(), format);
    if (fit.isCut())
        m_cursor.insertText(u"\u2026"_s, format);
}

void StoryWriter::writeLink(const QString &text, const StoryLink &link)
{
    const int start = m_cursor.position();
    m_cursor.insertText(text, m_link);
    m_document.m_links.append({start, m_cursor.position(), link});
}

void StoryWriter::writeHeader()
{
    const StoryRow &row = m_story.row;
    beginBlock(m_quietBlock);
    m_cursor.insertText(timeText(row.postedAt, m_settings.facts.zone), m_heading);
    m_cursor.insertText(dot + platformName(row.platform), m_quiet);
    if (!row.postedAt && !m_story.postedAtText.isEmpty())
        writeLine(Words::tr("The record's time could not be read: %1").arg(said(m_story.postedAtText)));
    else if (row.postedAt && !m_story.zoneKnown)
        writeLine(Words::tr("The record names no time zone; its time is read as UTC."));

    QStringList parts{voiceName(row.voice), counted(row.words, "%1 word", "%1 words")};
    if (!row.language.isEmpty())
        parts.append(row.languageDetected ? Words::tr("%1 (detected)").arg(languageName(row.language))
                                          : languageName(row.language));
    writeLine(parts.join(dot));
    if (m_settings.authorsShown && !m_story.author.isEmpty()) {
        const Author &author = m_story.author;
        QStringList names;
        if (!author.name.isEmpty())
            names.append(said(author.name));
        if (!author.handle.isEmpty())
            names.append(said(u'@' + author.handle));
        writeLine(names.join(u' '));
    }
}

void StoryWriter::writeWarning()
{
    if (!m_story.contentWarning.isEmpty()) {
        beginBlock(block(14, 0, m_readingLine));
        m_cursor.insertText(Words::tr("The author's content warning: "), m_heading);
        m_cursor.insertText(said(m_story.contentWarning), m_plain);
    } else if (m_story.sensitive) {
        beginBlock(block(14, 0, m_readingLine));
        m_cursor.insertText(Words::tr("Marked as sensitive where it was shared."), m_quiet);
    }
}

void StoryWriter::writeText()
{
    ShownLimits limits;
    limits.units *= m_settings.parts;
    limits.lines *= m_settings.parts;
    limits.signsNamed = m_settings.signsNamed;
    m_document.m_shown = shown(m_story.text, limits);
    m_tokens = tokenise(m_story.text);

    beginBlock(block(14, 0, m_readingLine));
    m_document.m_textStart = m_cursor.position();
    const QStringView text(m_document.m_shown.text());
    const qsizetype firstLine = std::max<qsizetype>(0, text.indexOf(u'\n'));
    m_cursor.insertText(text.first(firstLine).toString(), m_plain);
    if (firstLine < text.size()) {
        const QStringView rest = text.sliced(firstLine);
        if (rest.startsWith(u'\n')) {
            m_cursor.insertBlock(m_readingBlock, m_plain);
            m_cursor.insertText(rest.sliced(1).toString(), m_plain);
        } else {
            m_cursor.insertText(rest.toString(), m_plain);
        }
    }
    markLinks();

    if (m_document.m_shown.isCut()) {
        beginBlock(block(10, 0, m_quietLine));
        m_cursor.insertText(Words::tr("This is the beginning of a text of %1 characters. ")
                                .arg(QLocale().toString(m_story.text.size())),
                            m_quiet);
        writeLink(Words::tr("Show more"), ShowMore());
    }
    if (m_story.textCut) {
        beginBlock(block(10, 0, m_quietLine));
        m_cursor.insertText(Words::tr("The record holds only the beginning of this text."), m_quiet);
    }
}

void StoryWriter::markLinks()
{
    const QVector<TextLink> links = linksOf(m_story.text);
    for (const TextLink &link : links) {
        if (m_document.m_shown.isConcealed(link.start, link.length))
            continue;
        const ShownRange range = m_document.m_shown.fromStored(link.start, link.length);
        if (range.length == 0)
            continue;
        const int start = m_document.m_textStart + static_cast<int>(range.start);
        const int end = start + static_cast<int>(range.length);
        QTextCursor cursor(&m_document);
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setForeground(m_settings.colours.accent);
        format.setFontUnderline(true);
        cursor.mergeCharFormat(format);
        m_document.m_links.append({start, end, link.target});
    }
}

void StoryWriter::mark(const Token &first, const Token &last, const QColor &ground,
                       QTextCharFormat::UnderlineStyle line)
{
    const ShownRange range = m_document.m_shown.fromStored(first.start, last.start + last.length - first.start);
    if (range.length == 0)
        return;
    QTextCursor cursor(&m_document);
    cursor.setPosition(m_document.m_textStart + static_cast<int>(range.start));
    cursor.setPosition(cursor.position() + static_cast<int>(range.length), QTextCursor::KeepAnchor);
    QTextCharFormat format;
    format.setBackground(ground);
    format.setUnderlineStyle(line);
    cursor.mergeCharFormat(format);
}

void StoryWriter::markWords()
{
    if (m_settings.words.isEmpty())
        return;
    const QVector<TokenRun> runs = WordMatcher(m_settings.words).runs(m_tokens);
    for (const TokenRun &run : runs) {
        const Token &first = m_tokens.at(run.first);
        const Token &last = m_tokens.at(run.first + run.count - 1);
        mark(first, last, m_settings.colours.match, QTextCharFormat::SingleUnderline);
        const ShownRange range = m_document.m_shown.fromStored(first.start, last.start + last.length - first.start);
        const int start = m_document.m_textStart + static_cast<int>(range.start);
        if (range.length > 0)
            m_document.m_matches.append({start, start + static_cast<int>(range.length)});
    }
}

/// Underlines with dots what the note quotes.
void StoryWriter::markExcerpts()
{
    const QVector<ShownRange> ranges = excerptsIn(m_document.m_shown.text(), m_story.note);
    for (const ShownRange &range : ranges) {
        QTextCursor cursor(&m_document);
        cursor.setPosition(m_document.m_textStart + static_cast<int>(range.start));
        cursor.setPosition(cursor.position() + static_cast<int>(range.length), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(m_settings.colours.accent);
        cursor.mergeCharFormat(format);
    }
}

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

void StoryWriter::writeMedia()
{
    if (m_story.mediaDescriptions.isEmpty())
        return;
    writeHeading(Words::tr("Pictures, as described by the author"));
    for (const QString &description :
         m_story.mediaDescriptions.first(std::min<qsizetype>(mostListed, m_story.mediaDescriptions.size())))
        writeForeign(description, m_contextBlock, m_quiet);
}

void StoryWriter::writeRelations()
{
    for (const LinkedRelation &linked : m_story.relations) {
        writeHeading(linked.relation.kind == Relation::Kind::Reply ? Words::tr("In reply to")
                                                                   : Words::tr("Quotes"));
        if (!linked.relation.text.isEmpty())
            writeForeign(linked.relation.text, m_contextBlock, m_quiet);
        beginBlock(m_contextBlock);
        if (linked.story != noStory)
            writeLink(Words::tr("Show story %1").arg(QLocale::c().toString(toNumber(linked.story))), linked.story);
        else
            m_cursor.insertText(Words::tr("Not in this collection."), m_quiet);
    }
}

void StoryWriter::writeReplies()
{
    if (m_settings.replies.isEmpty())
        return;
    writeHeading(Words::tr("Replies in this collection"));
    for (const StoryRow &reply : m_settings.replies) {
        if (!reply.opening.isEmpty())
            writeForeign(reply.opening, m_contextBlock, m_quiet);
        beginBlock(m_contextBlock);
        m_cursor.insertText(timeText(reply.postedAt, m_settings.facts.zone) + dot, m_quiet);
        if (reply.opening.isEmpty())
            m_cursor.insertText(Words::tr("covered") + dot, m_quiet);
        writeLink(Words::tr("Show story %1").arg(QLocale::c().toString(toNumber(reply.id))), reply.id);
    }
}

void StoryWriter::writeNote()
{
    if (m_story.note.isEmpty())
        return;
    writeHeading(Words::tr("Note"));
    beginBlock(m_quietBlock);
    m_cursor.insertText(ShownText(m_story.note, {m_story.note, {}}, ShownLimits()).text(), m_quiet);
}

QString StoryWriter::themeLine(const Theme &theme, const ThemeCoding &coding)
{
    QString how = codedBy(coding.by);
    if (coding.madeAt)
        how += u", "_s + timeText(coding.madeAt, m_settings.facts.zone);
    const QString name = said(theme.name);
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

void StoryWriter::writeEarlierTexts()
{
    for (const EarlierText &earlier : m_story.earlierTexts) {
        writeHeading(
            earlier.writtenAt
                ? Words::tr("Before it was edited, %1").arg(timeText(earlier.writtenAt, m_settings.facts.zone))
                : Words::tr("Before it was edited"));
        writeForeign(earlier.text, m_contextBlock, m_quiet);
    }
}

void StoryWriter::writeAttributes()
{
    bool headed = false;
    int written = 0;
    for (const Attribute &attribute : m_story.attributes) {
        const auto facts = std::ranges::find(m_settings.facts.attributes, attribute.name, &AttributeFacts::name);
        const bool visible = facts == m_settings.facts.attributes.cend() ? !attribute.personal : facts->isVisible();
        if (!visible || attribute.value.isEmpty() || ++written > mostListed)
            continue;
        if (!headed)
            writeHeading(Words::tr("Further columns"));
        headed = true;
        beginBlock(m_quietBlock);
        m_cursor.insertText(Words::tr("%1: ").arg(said(attribute.name)), m_quiet);
        QTextCharFormat value = m_quiet;
        value.setForeground(m_settings.colours.text);
        m_cursor.insertText(said(attribute.value), value);
    }
}

/// One line: whence, when, what became of it. Further sources have a line each.
void StoryWriter::writeProvenance()
{
    beginBlock(block(16, 0, m_quietLine));
    QStringList parts;
    const qsizetype sources = std::min<qsizetype>(mostListed, m_story.provenances.size());
    if (sources > 0)
        parts.append(origin(m_story.provenances.constFirst()));
    if (!m_story.earlierTexts.isEmpty())
        parts.append(Words::tr("edited"));
    if (m_story.reposts > 0)
        parts.append(counted(m_story.reposts, "reposted once", "reposted %1 times"));
    if (m_story.row.copies > 0)
        parts.append(
            counted(m_story.row.copies, "one near-copy in this collection", "%1 near-copies in this collection"));
    parts.append(Words::tr("story %1").arg(QLocale::c().toString(toNumber(m_story.row.id))));
    m_cursor.insertText(parts.join(dot), m_quiet);
    if (const std::optional<QUrl> page = safeLink(m_story.permalink)) {
        m_cursor.insertText(dot, m_quiet);
        writeLink(Words::tr("Open at %1").arg(isolated(shownHost(*page))), *page);
    }
    for (qsizetype i = 1; i < sources; ++i)
        writeLine(Words::tr("Also %1").arg(origin(m_story.provenances.at(i))));
}

QString StoryWriter::origin(const Provenance &from) const
{
    return Words::tr("%1, record %2, imported %3")
        .arg(isolated(from.sourceName), QLocale().toString(from.record),
             timeText(from.importedAt, m_settings.facts.zone));
}

} // namespace tidemark
