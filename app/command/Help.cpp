#include "command/Help.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype lineLength = 88;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// Fills a paragraph to lines that begin with so many spaces.
QString filled(const QString &text, qsizetype indent)
{
    QString result;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > lineLength) {
            result += QString(indent, u' ') + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return result + QString(indent, u' ') + line + u'\n';
}

QString optionTitle(const CommandOption &option)
{
    return u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

QString filterHelp()
{
    return Words::tr(
        "A FILTER is the text of the search box: words (all of them), \"a phrase\", pre*, AND, OR, NOT or -word, ( "
        "), "
        "NEAR(a b, 5), #hashtag; theme:a,b (any of), theme:a theme:b (both), -theme:a, theme:none; voice:, "
        "platform:, lang: (a code, or unknown), source:\"name\", attr:name=value, id:; since:2017-10-15 and "
        "until:2017-10-22 (both days "
        "included); is:unread, is:read, is:starred, is:undated, is:do-not-quote, is:original, is:copy, copies:>10, "
        "has:note, has:theme, has:warning, coded:hand. Without a filter, all stories.");
}

QString exitCodes()
{
    return Words::tr(
        "0: done. 1: failed. 2: wrong usage, such as a filter that can't be understood. 3: done, with records that "
        "had to be set aside. 4: not all of it yet, since a server asked for patience, couldn't be reached, has "
        "more than one run takes, or said nothing of some stories; ask again later. Of several files or sources "
        "the worst counts, whichever came first: 1, then 2, then 4, then 3.");
}

QByteArray roff(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    if (escaped.startsWith(u'.') || escaped.startsWith(u'\''))
        escaped.prepend("\\&"_L1);
    return escaped.toUtf8();
}

QByteArray paragraphs(const QString &text)
{
    QByteArray page;
    for (const QString &paragraph : text.split(u"\n\n"_s, Qt::SkipEmptyParts))
        page += roff(paragraph) + "\n.PP\n";
    return page.chopped(page.isEmpty() ? 0 : 4);
}

} // namespace

QString overviewText()
{
    QString text = Words::tr("Usage: tidemark [FILE...]\n       tidemark COMMAND [options] ...\n\n");
    text += filled(
        Words::tr(
            "Without a command, the window opens: with a collection (*.tidemark), or with other files to import."),
        0);
    text += u'\n' + Words::tr("Commands:") + u'\n';
    for (const Command &command : allCommands())
        text += u"  "_s + command.name.leftJustified(10) + command.summary + u'\n';
    text += u'\n' + filled(filterHelp(), 0);
    text += u'\n' + filled(Words::tr("Exit codes: %1").arg(exitCodes()), 0);
    text += u'\n' + Words::tr("tidemark COMMAND --help tells more; tidemark manual prints the man page.");
    return text;
}

QString helpText(const Command &command)
{
    QString text
        = Words::tr("Usage: tidemark %1 [options] %2").arg(command.name, command.arguments).trimmed() + u"\n\n"_s;
    text += filled(command.summary.at(0).toUpper() + command.summary.mid(1) + u'.', 0);
    for (const QString &paragraph : command.details.split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u'\n' + filled(paragraph, 0);
    text += u'\n' + Words::tr("Options:") + u'\n';
    for (const CommandOption &option : command.options)
        text += u"  "_s + optionTitle(option) + u'\n' + filled(option.description, 6);
    if (command.arguments.contains("FILTER"_L1))
        text += u'\n' + filled(filterHelp(), 0);
    return text.chopped(1);
}

QByteArray manualPage()
{
    QByteArray page = ".TH TIDEMARK 1 \"\" \"Tidemark " TIDEMARK_VERSION
                      "\" \"User Commands\"\n.SH NAME\ntidemark \\- "
        + roff(Words::tr("read what a movement said"))
        + "\n.SH SYNOPSIS\n.B tidemark\n[\\fIFILE\\fR...]\n.br\n.B tidemark\n"
          "\\fICOMMAND\\fR [\\fIoptions\\fR] ...\n.SH DESCRIPTION\n";
    page
        += roff(Words::tr(
               "Tidemark gathers publicly shared stories of a movement from files into one private local "
               "collection, "
               "filters them by theme, shows their volume over time, shows each as plain text, and exports exactly "
               "the filtered set to CSV."))
        + "\n.PP\n";
    page += roff(Words::tr(
        "Without a command, the window opens: with a collection (*.tidemark), or with other files to import."));
    page += "\n.SH FILTERS\n" + roff(filterHelp()) + "\n.SH COMMANDS\n";
    for (const Command &command : allCommands()) {
        page += ".SS \"tidemark " + roff(command.name + u' ' + command.arguments) + "\"\n"
            + roff(command.summary.at(0).toUpper() + command.summary.mid(1) + u'.') + '\n';
        if (!command.details.isEmpty())
            page += ".PP\n" + paragraphs(command.details);
        for (const CommandOption &option : command.options)
            page += ".TP\n\\fB" + roff(optionTitle(option)) + "\\fR\n" + roff(option.description) + '\n';
    }
    page += ".SH \"EXIT STATUS\"\n" + roff(exitCodes()) + "\n.SH FILES\n"
        + roff(Words::tr(
            "A collection is an ordinary SQLite database with the views stories and story_themes. It is not "
            "encrypted: "
            "keep it on an encrypted disk."))
        + '\n';
    return page;
}

} // namespace tidemark
