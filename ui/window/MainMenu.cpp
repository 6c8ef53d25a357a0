#include "window/MainMenu.h"

#include "window/LanguageMenu.h"
#include "window/WindowActions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MainMenu)
};

QMenu *subMenu(QMenu *menu, const QString &title, const QString &name)
{
    QMenu *sub = menu->addMenu(title);
    sub->setObjectName(name);
    return sub;
}

} // namespace

LiveMenus fillMenuBar(QMenuBar *bar, const WindowActions &actions)
{
    LiveMenus live;

    QMenu *file = bar->addMenu(Words::tr("&File"));
    file->addActions({actions.newCollection, actions.open});
    live.recent = subMenu(file, Words::tr("Open &Recent"), u"recentMenu"_s);
    file->addAction(actions.sample);
    file->addSeparator();
    file->addActions({actions.import, actions.exportStories, actions.saveCopy, actions.print});
    file->addSeparator();
    file->addAction(actions.quit);

    QMenu *edit = bar->addMenu(Words::tr("&Edit"));
    edit->addActions({actions.undo, actions.redo});
    edit->addSeparator();
    edit->addActions({actions.copy, actions.copyWithNames, actions.find});

    QMenu *view = bar->addMenu(Words::tr("&View"));
    view->addActions({actions.back, actions.forward, actions.saveFilter, actions.drawSample});
    view->addSeparator();
    QMenu *order = subMenu(view, Words::tr("O&rder"), u"orderMenu"_s);
    order->addActions({actions.newestFirst, actions.oldestFirst, actions.mostRelevant});
    view->addAction(actions.foldCopies);
    view->addSeparator();
    view->addActions({actions.showAuthors, actions.keepAuthorsShown, actions.explainThemes});
    view->addAction(actions.showCovered);
    view->addSeparator();
    QMenu *text = subMenu(view, Words::tr("Te&xt"), u"textMenu"_s);
    text->addActions({actions.largerText, actions.smallerText, actions.usualText});
    text->addSeparator();
    text->addActions({actions.serif, actions.sepia, actions.signs});
    view->addActions({actions.compact, actions.cards});
    live.timeline = subMenu(view, Words::tr("T&imeline"), u"timelineViewMenu"_s);
    QMenu *appearance = subMenu(view, Words::tr("A&ppearance"), u"appearanceMenu"_s);
    appearance->addActions({actions.systemAppearance, actions.lightAppearance, actions.darkAppearance});
    appearance->addSeparator();
    appearance->addAction(actions.reduceMotion);
    view->addMenu(new LanguageMenu(bar));
    view->addSeparator();
    view->addActions({actions.nextPane, actions.previousPane, actions.resizePanes, actions.fullScreen});
    view->addSeparator();
    view->addActions({actions.quickHide, actions.shiftHides});

    live.story = bar->addMenu(Words::tr("&Story"));
    live.story->setObjectName(u"storyMenu"_s);
    live.story->addActions({actions.nextStory, actions.previousStory, actions.nextUnread, actions.previousUnread});
    live.story->addActions({actions.nextMatch, actions.previousMatch});
    live.story->addSeparator();
    live.story->addActions({actions.star, actions.unread, actions.note, actions.excerptNote, actions.doNotQuote});
    live.story->addSeparator();
    live.themes = subMenu(live.story, Words::tr("&Themes"), u"themesMenu"_s);
    live.story->addAction(actions.themePalette);
    live.voice = subMenu(live.story, Words::tr("&Voice"), u"voiceMenu"_s);
    live.story->addSeparator();
    live.story->addActions({actions.showCopies, actions.forget});

    QMenu *collection = bar->addMenu(Words::tr("&Collection"));
    collection->addActions({actions.themes, actions.themePage, actions.themeTables, actions.lexicons});
    collection->addSeparator();
    collection->addAction(actions.events);
    collection->addSeparator();
    collection->addAction(actions.code);
    QMenu *round = subMenu(collection, Words::tr("Codi&ng Round"), u"codingRoundMenu"_s);
    round->addActions({actions.recordCoding, actions.skipCoding, actions.endCoding});
    collection->addActions({actions.agreement, actions.learn});
    collection->addSeparator();
    collection->addActions({actions.sources, actions.fetchAll, actions.recheck});
    collection->addSeparator();
    collection->addActions({actions.undoImport, actions.removeSource, actions.rejectedRecords});
    collection->addSeparator();
    collection->addActions(
        {actions.timeZone, actions.publicAccounts, actions.personalColumns, actions.coveredThemes});
    collection->addSeparator();
    collection->addAction(actions.check);

    QMenu *help = bar->addMenu(Words::tr("&Help"));
    help->addActions({actions.handbook, actions.queryHelp, actions.shortcuts});
    help->addSeparator();
    help->addAction(actions.helplines);
    help->addSeparator();
    help->addAction(actions.about);
    return live;
}

} // namespace tidemark
