#include "window/WindowActions.h"

#include <QActionGroup>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tidemark {

WindowActions::WindowActions(QWidget *window)
    : QObject(window), m_window(window), m_ofCollection(new QActionGroup(this))
{
    makeFileActions();
    makeEditActions();
    makeFilterActions();
    makePlaceActions();
    makeViewActions();
    makeTextActions();
    makeReadingActions();
    makeMarkActions();
    makeThemeActions();
    makeCollectionActions();
    makeHelpActions();
    m_ofCollection->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    const QList<QAction *> ofCollection = reading() + changing() + coding();
    for (QAction *action : ofCollection) {
        if (!action->actionGroup())
            m_ofCollection->addAction(action);
    }
    setCollectionState(false, false);
}

void WindowActions::makeFileActions()
{
    newCollection = make(u"newCollection"_s, tr("&New Collection..."), {QKeySequence::New});
    open = make(u"openCollection"_s, tr("&Open..."), {QKeySequence::Open});
    import = make(u"importFile"_s, tr("&Import..."), {QKeySequence(u"Ctrl+I"_s)});
    exportStories
        = make(u"exportStories"_s, tr("&Export..."), {QKeySequence(u"Ctrl+E"_s), QKeySequence(u"Ctrl+Shift+E"_s)});
    saveCopy = make(u"saveCopy"_s, tr("Save a &Copy..."), {QKeySequence(u"Ctrl+Shift+S"_s)});
    sample = make(u"openSample"_s, tr("&Sample Collection"));
    print = make(u"print"_s, tr("&Print Story..."), {QKeySequence::Print});
    quit = make(u"quit"_s, tr("&Quit"), {QKeySequence(u"Ctrl+Q"_s)});
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeEditActions()
{
    undo = make(u"undo"_s, tr("&Undo"), {QKeySequence(u"Ctrl+Z"_s)});
    redo = make(u"redo"_s, tr("&Redo"), {QKeySequence(u"Ctrl+Shift+Z"_s)});
    copy = make(u"copy"_s, tr("&Copy"), {QKeySequence::Copy, QKeySequence(u"Ctrl+Ins"_s)});
    copyWithNames = make(u"copyWithNames"_s, tr("Copy with &Names"));
    find = make(u"find"_s, tr("&Find"), {QKeySequence(u"Ctrl+F"_s), QKeySequence(u"/"_s)});
}

void WindowActions::makeFilterActions()
{
    back = make(u"back"_s, tr("&Back"), {QKeySequence(u"Alt+Left"_s)});
    back->setIcon(m_window->style()->standardIcon(QStyle::SP_ArrowBack));
    forward = make(u"forward"_s, tr("&Forward"), {QKeySequence(u"Alt+Right"_s)});
    forward->setIcon(m_window->style()->standardIcon(QStyle::SP_ArrowForward));
    saveFilter = make(u"saveFilter"_s, tr("Sa&ve Filter..."), {QKeySequence(u"Ctrl+S"_s)});
    drawSample = make(u"drawSample"_s, tr("Dra&w a Reading Sample..."));
}

void WindowActions::makePlaceActions()
{
    menus = make(u"menus"_s, tr("Menus"), {QKeySequence(u"F10"_s)});
    contextMenu = make(u"contextMenu"_s, tr("Context Menu"), {QKeySequence(u"Shift+F10"_s)});
    nextPane = make(u"nextPane"_s, tr("Next Pa&ne"), {QKeySequence(u"F6"_s)});
    previousPane = make(u"previousPane"_s, tr("Previ&ous Pane"), {QKeySequence(u"Shift+F6"_s)});
    resizePanes = make(u"resizePanes"_s, tr("Resi&ze Panes and Columns"), {QKeySequence(u"F8"_s)});
}

void WindowActions::makeViewActions()
{
    fullScreen = makeChoice(u"fullScreen"_s, tr("F&ull Screen"));
    fullScreen->setShortcut(QKeySequence(u"F11"_s));
    showAuthors = makeChoice(u"showAuthors"_s, tr("Show &Authors"));
    keepAuthorsShown = makeChoice(u"keepAuthorsShown"_s, tr("Always Show Authors in &This Collection"));
    foldCopies = makeChoice(u"foldCopies"_s, tr("Fold &Copies"));
    compact = makeChoice(u"compact"_s, tr("Co&mpact"));
    cards = makeChoice(u"cards"_s, tr("Alwa&ys as Cards"));
    auto *order = new QActionGroup(this);
    newestFirst = makeChoice(u"newestFirst"_s, tr("&Newest First"), order);
    oldestFirst = makeChoice(u"oldestFirst"_s, tr("&Oldest First"), order);
    mostRelevant = makeChoice(u"mostRelevant"_s, tr("Most &Relevant First"), order);
    newestFirst->setChecked(true);
    explainThemes = makeChoice(u"explainThemes"_s, tr("&Explain Themes"));
    showCovered = makeChoice(u"showCovered"_s, tr("&Show Covered Stories"));
    quickHide = make(u"quickHide"_s, tr("&Hide Everything"), {QKeySequence(u"F9"_s)});
    shiftHides = makeChoice(u"shiftHides"_s, tr("Hi&de by Shift Three Times"));
    auto *appearance = new QActionGroup(this);
    systemAppearance = makeChoice(u"systemAppearance"_s, tr("As the &System"), appearance);
    lightAppearance = makeChoice(u"lightAppearance"_s, tr("&Light"), appearance);
    darkAppearance = makeChoice(u"darkAppearance"_s, tr("&Dark"), appearance);
    systemAppearance->setChecked(true);
    reduceMotion = makeChoice(u"reduceMotion"_s, tr("Always &Reduce Motion"));
}

void WindowActions::makeTextActions()
{
    largerText = make(u"largerText"_s, tr("&Larger Text"), {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    smallerText = make(u"smallerText"_s, tr("S&maller Text"), {QKeySequence(u"Ctrl+-"_s)});
    usualText = make(u"usualText"_s, tr("&Usual Size"), {QKeySequence(u"Ctrl+0"_s)});
    serif = makeChoice(u"serif"_s, tr("Se&rif"));
    sepia = makeChoice(u"sepia"_s, tr("Sep&ia"));
    signs = makeChoice(u"signs"_s, tr("Show &Hidden Characters"));
}

void WindowActions::makeReadingActions()
{
    nextStory = make(u"nextStory"_s, tr("Ne&xt"), {QKeySequence(u"J"_s), QKeySequence(u"F"_s)});
    previousStory = make(u"previousStory"_s, tr("&Previous"), {QKeySequence(u"K"_s), QKeySequence(u"B"_s)});
    nextUnread = make(u"nextUnread"_s, tr("Next Un&read"), {QKeySequence(u"N"_s)});
    previousUnread = make(u"previousUnread"_s, tr("Previous Unr&ead"), {QKeySequence(u"P"_s)});
    nextMatch = make(u"nextMatch"_s, tr("Next &Match"), {QKeySequence(u"F3"_s)});
    previousMatch = make(u"previousMatch"_s, tr("Previous Matc&h"), {QKeySequence(u"Shift+F3"_s)});
    themePalette = make(u"themePalette"_s, tr("Set or &Clear a Theme..."), {QKeySequence(u"T"_s)});
    for (size_t i = 0; i < themeKeys.size(); ++i) {
        const QString key = QString::number(i + 1);
        themeKeys[i] = make(u"themeKey"_s + key, tr("Theme %1").arg(key), {QKeySequence(key)});
    }

    for (size_t i = 0; i < voiceKeys.size(); ++i) {
        const QString key = QString::number(i + 1);
        voiceKeys[i] = make(u"voiceKey"_s + key, tr("Voice %1").arg(key), {QKeySequence(u"Ctrl+"_s + key)});
    }
}

void WindowActions::makeMarkActions()
{
    star = make(u"star"_s, tr("&Star"), {QKeySequence(u"Ctrl+D"_s), QKeySequence(u"S"_s)});
    unread = make(u"unread"_s, tr("Mark &as Unread"), {QKeySequence(u"Ctrl+U"_s), QKeySequence(u"M"_s)});
    note = make(u"note"_s, tr("&Note..."), {QKeySequence(u"Ctrl+T"_s)});
    excerptNote = make(u"excerptNote"_s, tr("Note on Selected &Words..."), {QKeySequence(u"Ctrl+Shift+T"_s)});
    doNotQuote = make(u"doNotQuote"_s, tr("Do Not &Quote"));
    showCopies = make(u"showCopies"_s, tr("Show C&opies"));
    forget = make(u"forget"_s, tr("&Forget Story..."));
}

void WindowActions::makeThemeActions()
{
    themes = make(u"themes"_s, tr("&Themes..."));
    learn = make(u"learnThemes"_s, tr("&Learn Themes..."));
    code = make(u"codeStories"_s, tr("C&ode Stories..."), {QKeySequence(u"Ctrl+Shift+C"_s)});
    recordCoding = make(u"recordCoding"_s, tr("Coded, Ne&xt"), {QKeySequence(u"C"_s)});
    skipCoding = make(u"skipCoding"_s, tr("Pass O&ver"), {QKeySequence(u"X"_s)});
    endCoding = make(u"endCoding"_s, tr("En&d Coding"));
    agreement = make(u"agreement"_s, tr("A&greement of Coders..."));
    themeTables = make(u"themeTables"_s, tr("Theme Ta&bles..."));
    themePage = make(u"themePage"_s, tr("About a The&me..."));
    lexicons = make(u"lexicons"_s, tr("Rules &in Other Languages..."));
}

void WindowActions::makeCollectionActions()
{
    sources = make(u"sources"_s, tr("&Sources..."));
    fetchAll = make(u"fetchAll"_s, tr("&Fetch All"), {QKeySequence(u"F5"_s)});
    recheck = make(u"recheck"_s, tr("Ask &Whether Stories Still Stand"));
    undoImport = make(u"undoImport"_s, tr("&Undo Import..."));
    removeSource = make(u"removeSource"_s, tr("&Remove Source..."));
    timeZone = make(u"timeZone"_s, tr("Time &Zone..."));
    publicAccounts = make(u"publicAccounts"_s, tr("&Public Accounts..."));
    personalColumns = make(u"personalColumns"_s, tr("Columns &About People..."));
    coveredThemes = make(u"coveredThemes"_s, tr("Co&vered Themes..."));
    rejectedRecords = make(u"rejectedRecords"_s, tr("Rejected Re&cords..."));
    events = make(u"events"_s, tr("&Events..."));
    check = make(u"check"_s, tr("C&heck"));
}

void WindowActions::makeHelpActions()
{
    handbook = make(u"handbook"_s, tr("&Handbook"));
    queryHelp = make(u"queryHelp"_s, tr("&Query Language"), {QKeySequence::HelpContents});
    queryHelp->setIconText(u"?"_s);
    shortcuts = make(u"shortcuts"_s, tr("&Keyboard Shortcuts"), {QKeySequence(u"?"_s)});
    helplines = make(u"helplines"_s, tr("Help&lines"));
    about = make(u"about"_s, tr("&About Tidemark"));
    about->setMenuRole(QAction::AboutRole);
}

/// What can be done with a collection.
QList<QAction *> WindowActions::reading() const
{
    return {exportStories, saveCopy,        copy,          copyWithNames, find,          back,
            forward,       nextPane,        previousPane,  showAuthors,   explainThemes, showCovered,
            coveredThemes, nextStory,       previousStory, nextUnread,    foldCopies,    previousUnread,
            nextMatch,     previousMatch,   check,         themes,        sources,       newestFirst,
            oldestFirst,   rejectedRecords, themeTables,   themePage,     mostRelevant,  print,
            drawSample,    learn,           agreement,     showCopies,    resizePanes};
}

/// What changes it.
QList<QAction *> WindowActions::changing() const
{
    QList<QAction *> actions{lexicons, saveFilter, excerptNote,  undo,       redo,           keepAuthorsShown,
                             star,     unread,     note,         doNotQuote, forget,         fetchAll,
                             recheck,  undoImport, removeSource, timeZone,   publicAccounts, personalColumns,
                             events,   code,       themePalette};
    actions.append({themeKeys.cbegin(), themeKeys.cend()});
    actions.append({voiceKeys.cbegin(), voiceKeys.cend()});
    return actions;
}

/// What does so in a round that is under way, which enables it.
QList<QAction *> WindowActions::coding() const
{
    return {recordCoding, skipCoding, endCoding};
}

void WindowActions::setCollectionState(bool isOpen, bool writable)
{
    const auto enable = [](const QList<QAction *> &actions, bool enabled) {
        for (QAction *action : actions)
            action->setEnabled(enabled);
    };
    enable(reading(), isOpen);
    enable(changing(), isOpen && writable);
    enable(coding(), false);
    import->setEnabled(!isOpen || writable);
}

void WindowActions::setInSight(bool inSight)
{
    m_ofCollection->setEnabled(inSight);
    newestFirst->actionGroup()->setEnabled(inSight);
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
