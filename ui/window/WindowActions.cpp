#include "window/WindowActions.h"

#include <QActionGroup>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tidemark {

WindowActions::WindowActions(QWidget *window) : QObject(window), m_window(window)
{
    newCollection = make(u"newCollection"_s, tr("&New Collection..."), {QKeySequence::New});
    open = make(u"openCollection"_s, tr("&Open..."), {QKeySequence::Open});
    import = make(u"importFile"_s, tr("&Import..."), {QKeySequence(u"Ctrl+I"_s)});
    exportStories = make(u"exportStories"_s, tr("&Export..."), {QKeySequence(u"Ctrl+E"_s)});
    saveCopy = make(u"saveCopy"_s, tr("Save a &Copy..."), {QKeySequence::SaveAs});
    sample = make(u"openSample"_s, tr("&Sample Collection"));
    quit = make(u"quit"_s, tr("&Quit"), {QKeySequence(u"Ctrl+Q"_s)});
    quit->setMenuRole(QAction::QuitRole);

    undo = make(u"undo"_s, tr("&Undo"), {QKeySequence(u"Ctrl+Z"_s)});
    redo = make(u"redo"_s, tr("&Redo"), {QKeySequence(u"Ctrl+Shift+Z"_s)});
    copy = make(u"copy"_s, tr("&Copy"));
    copyWithNames = make(u"copyWithNames"_s, tr("Copy with &Names"));
    find = make(u"find"_s, tr("&Find"), {QKeySequence(u"Ctrl+F"_s), QKeySequence(u"/"_s)});

    back = make(u"back"_s, tr("&Back to the Filter Before"), {QKeySequence(u"Alt+Left"_s)});
    back->setIcon(window->style()->standardIcon(QStyle::SP_ArrowBack));
    forward = make(u"forward"_s, tr("&Forward Again"), {QKeySequence(u"Alt+Right"_s)});
    forward->setIcon(window->style()->standardIcon(QStyle::SP_ArrowForward));
    showAuthors = makeChoice(u"showAuthors"_s, tr("Show &Authors"));
    keepAuthorsShown = makeChoice(u"keepAuthorsShown"_s, tr("Always Show Authors in This &Collection"));
    compact = makeChoice(u"compact"_s, tr("Co&mpact"));
    auto *order = new QActionGroup(this);
    newestFirst = makeChoice(u"newestFirst"_s, tr("&Newest First"), order);
    oldestFirst = makeChoice(u"oldestFirst"_s, tr("&Oldest First"), order);
    newestFirst->setChecked(true);
    explainThemes = makeChoice(u"explainThemes"_s, tr("&Explain Themes"));
    auto *appearance = new QActionGroup(this);
    systemAppearance = makeChoice(u"systemAppearance"_s, tr("As the &System"), appearance);
    lightAppearance = makeChoice(u"lightAppearance"_s, tr("&Light"), appearance);
    darkAppearance = makeChoice(u"darkAppearance"_s, tr("&Dark"), appearance);
    systemAppearance->setChecked(true);

    star = make(u"star"_s, tr("&Star"), {QKeySequence(u"Ctrl+D"_s)});
    unread = make(u"unread"_s, tr("Mark as &Unread"), {QKeySequence(u"Ctrl+U"_s)});
    note = make(u"note"_s, tr("&Note..."), {QKeySequence(u"Ctrl+T"_s)});
    doNotQuote = make(u"doNotQuote"_s, tr("Do Not &Quote"));
    forget = make(u"forget"_s, tr("&Forget Story..."));

    themes = make(u"themes"_s, tr("&Themes..."));
    undoImport = make(u"undoImport"_s, tr("&Undo Import..."));
    removeSource = make(u"removeSource"_s, tr("&Remove Source..."));
    timeZone = make(u"timeZone"_s, tr("Time &Zone..."));
    publicAccounts = make(u"publicAccounts"_s, tr("&Public Accounts..."));
    personalColumns = make(u"personalColumns"_s, tr("Columns &About People..."));
    rejectedRecords = make(u"rejectedRecords"_s, tr("Rejected Re&cords..."));
    check = make(u"check"_s, tr("C&heck"));

    queryHelp = make(u"queryHelp"_s, tr("&Query Language"), {QKeySequence::HelpContents});
    queryHelp->setIconText(u"?"_s);
    shortcuts = make(u"shortcuts"_s, tr("&Keyboard Shortcuts"));
    about = make(u"about"_s, tr("&About Tidemark"));
    about->setMenuRole(QAction::AboutRole);
    setCollectionState(false, false);
}

void WindowActions::setCollectionState(bool isOpen, bool writable)
{
    for (QAction *action : {exportStories, saveCopy, copy, copyWithNames, find, back, forward, showAuthors,
                            explainThemes, check, rejectedRecords, themes, newestFirst, oldestFirst})
        action->setEnabled(isOpen);
    for (QAction *action : {undo, redo, keepAuthorsShown, star, unread, note, doNotQuote, forget, undoImport,
                            removeSource, timeZone, publicAccounts, personalColumns})
        action->setEnabled(isOpen && writable);
    import->setEnabled(!isOpen || writable);
}

QAction *WindowActions::make(const QString &name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    m_window->addAction(action);
    return action;
}

QAction *WindowActions::makeChoice(const QString &name, const QString &text, QActionGroup *group)
{
    QAction *action = make(name, text);
    action->setCheckable(true);
    if (group)
        group->addAction(action);
    return action;
}

} // namespace tidemark
