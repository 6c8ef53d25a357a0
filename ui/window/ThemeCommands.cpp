#include "window/ThemeCommands.h"

#include "dialogs/TicksDialog.h"
#include "jobs/JobBar.h"
#include "model/Covering.h"
#include "tables/ThemePage.h"
#include "tables/ThemeTableDialog.h"
#include "text/Language.h"
#include "theme/Lexicons.h"
#include "window/WindowActions.h"

using namespace Qt::StringLiterals;

namespace tidemark {

ThemeCommands::ThemeCommands(Collection *collection, FilterHistory *history, Covering *covering,
                             WindowActions *actions, JobBar *jobs, QWidget *window)
    : QObject(window),
      m_collection(collection),
      m_history(history),
      m_covering(covering),
      m_jobs(jobs),
      m_window(window)
{
    connect(actions->themeTables, &QAction::triggered, this, &ThemeCommands::showTable);
    connect(actions->themePage, &QAction::triggered, this, [this] { showPage({}); });
    connect(actions->lexicons, &QAction::triggered, this, &ThemeCommands::chooseLexicons);
}

void ThemeCommands::showTable()
{
    (new ThemeTableDialog(m_collection, m_history, m_window))->show();
}

void ThemeCommands::showPage(const QString &theme)
{
    auto *page = new ThemePage(m_collection, m_history, m_covering, m_window);
    connect(page, &ThemePage::storyWished, this, &ThemeCommands::storyWished);
    page->showTheme(theme);
    page->show();
}

void ThemeCommands::chooseLexicons()
{
    const Codebook codebook = m_collection->facts().codebook;
    QVector<TicksDialog::Entry> entries;
    for (const Lexicon &lexicon : shippedLexicons())
        entries.append({tr("%1 (unmeasured)").arg(languageName(lexicon.language)),
                        codebook.lexicons.contains(lexicon.language)});
    auto *dialog = new TicksDialog(
        tr("Rules in Other Languages"),
        tr("The themes can be looked for in these languages, too, each in stories of that language only. Nobody "
           "has "
           "measured yet how well these rules find them: read what they bring before you count on it. Choosing "
           "them codes all stories anew, and can be undone."),
        entries, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Codebook after = m_collection->facts().codebook;
        const QStringList before = after.lexicons;
        after.lexicons.clear();
        for (int row = 0; row < shippedLexicons().size(); ++row) {
            if (dialog->isTicked(row))
                after.lexicons.append(shippedLexicons().at(row).language);
        }
        if (after.lexicons == before)
            return;
        ++after.version;
        m_jobs->run(tr("Coding the stories anew"), m_collection->setCodebook(after));
    });
    dialog->open();
}

} // namespace tidemark
