#include "reading/StoryWriter.h"

#include "dialogs/ForeignText.h"
#include "model/TimeText.h"
#include "reading/StoryLinks.h"
#include "text/Language.h"
#include "theme/RuleCoder.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr double readingHeight = 1.45; // of the letters' size
constexpr double quietHeight = 1.4;
constexpr double quietShare = 0.84;
constexpr ShownLimits contextLimits{.units = 8 * 1024, .lines = 200};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoryDocument)
};

/// Lines a multiple of the letters' size apart, more where a script is taller. What we say runs as the window does,
/// whatever a date or a name at its beginning is written in.
QTextBlockFormat block(double above, double below, double lineHeight,
                       Qt::LayoutDirection direction = QGuiApplication::layoutDirection())
{
    QTextBlockFormat format;
    format.setLayoutDirection(direction);
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
      m_readingBlock(block(0, 0, m_readingLine, Qt::LayoutDirectionAuto)),
      m_contextBlock(block(4, 4, m_quietLine, Qt::LayoutDirectionAuto)),
      m_contextLine(block(4, 4, m_quietLine))
{
    constexpr double indent = 12;
    for (QTextBlockFormat *format : {&m_contextBlock, &m_contextLine}) {
        format->setLeftMargin(indent);
        format->setRightMargin(indent);
    }
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
    writeVoice();
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

ShownText StoryWriter::shown(const QString &text, ShownLimits limits) const
{
    limits.signsNamed = m_settings.signsNamed;
    if (m_settings.authorsShown)
        return ShownText(text, {text, {}}, limits);
    return ShownText(text, m_concealed.concealed(text), limits);
}

QString StoryWriter::said(const QString &foreign) const
{
    return inALine(shown(foreign, limitsInALine));
}

void StoryWriter::writeForeign(const QString &text, const QTextBlockFormat &blockFormat,
                               const QTextCharFormat &format)
{
    const ShownText fit = shown(text, contextLimits);
    beginBlock(blockFormat);
    const int start = m_cursor.position();
    m_cursor.insertText(fit.text(), format);
    m_document.m_writings.append({start, m_cursor.position()});
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

    QStringList parts{
        (row.words == 1 ? Words::tr("%1 word") : Words::tr("%1 words")).arg(QLocale().toString(row.words))};
    if (!m_settings.codingsHidden)
        parts.prepend(voiceName(row.voice));
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
    m_document.m_shown = shown(m_story.text, limits);
    m_tokens = tokenise(m_story.text);

    beginBlock(block(14, 0, m_readingLine, Qt::LayoutDirectionAuto));
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
    m_document.m_writings.append({m_document.textStart(), m_document.textEnd()});
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

void StoryWriter::writeMedia()
{
    if (m_story.mediaDescriptions.isEmpty())
        return;
    writeHeading(Words::tr("Pictures, as described by the author"));
    for (const QString &description :
         m_story.mediaDescriptions.first(std::min<qsizetype>(mostListed, m_story.mediaDescriptions.size())))
        writeForeign(description, m_contextBlock, m_quiet);
}

void StoryWriter::writeNote()
{
    if (m_story.note.isEmpty())
        return;
    writeHeading(Words::tr("Note"));
    beginBlock(block(0, 0, m_quietLine, Qt::LayoutDirectionAuto));
    m_cursor.insertText(ShownText(m_story.note, {m_story.note, {}}, ShownLimits()).text(), m_quiet);
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
        parts.append(m_story.reposts == 1
                         ? Words::tr("reposted once")
                         : Words::tr("reposted %1 times").arg(QLocale().toString(m_story.reposts)));
    if (m_story.row.copies > 0)
        parts.append(
            m_story.row.copies == 1
                ? Words::tr("one near-copy in this collection")
                : Words::tr("%1 near-copies in this collection").arg(QLocale().toString(m_story.row.copies)));
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
