#pragma once

#include <QAction>
#include <QObject>

#include <array>

class QActionGroup;

namespace tidemark {

/// Every command of the window, defined once: its words, its keys, its name. Menus and buttons show them; what
/// they do is connected by whoever can do it, and goes with it.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    // File
    QAction *newCollection;
    QAction *open;
    QAction *import;
    QAction *exportStories;
    QAction *saveCopy;
    QAction *sample;
    QAction *print;
    QAction *quit;

    // Edit
    QAction *undo;
    QAction *redo;
    QAction *copy;
    QAction *copyWithNames;
    QAction *find;

    // View
    QAction *back;
    QAction *forward;
    QAction *saveFilter;
    QAction *drawSample;
    QAction *menus;       ///< the menu bar, by key
    QAction *contextMenu; ///< of what has the focus, for keyboards without its key
    QAction *nextPane;
    QAction *previousPane;
    QAction *resizePanes;
    QAction *fullScreen;
    QAction *showAuthors;
    QAction *keepAuthorsShown;
    QAction *foldCopies;
    QAction *compact;
    QAction *cards; ///< two lines a story instead of columns, wherever there is room for those
    QAction *newestFirst;
    QAction *oldestFirst;
    QAction *mostRelevant;
    QAction *explainThemes;
    QAction *showCovered;
    QAction *quickHide;
    QAction *shiftHides;
    QAction *largerText;
    QAction *smallerText;
    QAction *usualText;
    QAction *serif;
    QAction *sepia;
    QAction *signs;
    QAction *systemAppearance;
    QAction *lightAppearance;
    QAction *darkAppearance;
    QAction *reduceMotion;

    // Story
    QAction *nextStory;
    QAction *previousStory;
    QAction *nextUnread;
    QAction *previousUnread;
    QAction *nextMatch;
    QAction *previousMatch;
    QAction *themePalette;
    std::array<QAction *, 9> themeKeys; ///< the themes that the codebook gives these keys
    std::array<QAction *, 5> voiceKeys; ///< as allVoices
    QAction *star;
    QAction *unread;
    QAction *note;
    QAction *showCopies;
    QAction *excerptNote;
    QAction *doNotQuote;
    QAction *forget;

    // Collection
    QAction *themes;
    QAction *learn;
    QAction *code;
    QAction *recordCoding;
    QAction *skipCoding;
    QAction *endCoding;
    QAction *agreement;
    QAction *themeTables;
    QAction *themePage;
    QAction *lexicons;
    QAction *sources;
    QAction *fetchAll;
    QAction *recheck;
    QAction *undoImport;
    QAction *removeSource;
    QAction *timeZone;
    QAction *publicAccounts;
    QAction *personalColumns;
    QAction *coveredThemes;
    QAction *rejectedRecords;
    QAction *events;
    QAction *check;

    // Help
    QAction *handbook;
    QAction *queryHelp;
    QAction *shortcuts;
    QAction *helplines;
    QAction *about;

    /// Nothing can be done with a collection while none is open, and nothing changed in one that is read-only.
    void setCollectionState(bool open, bool writable);
    /// Nor is anything done with one that is open, but out of sight, whatever is enabled meanwhile.
    void setInSight(bool inSight);

private:
    void makeFileActions();
    void makeEditActions();
    void makeFilterActions();
    void makePlaceActions();
    void makeViewActions();
    void makeTextActions();
    void makeReadingActions();
    void makeMarkActions();
    void makeThemeActions();
    void makeCollectionActions();
    void makeHelpActions();
    [[nodiscard]] QList<QAction *> reading() const;
    [[nodiscard]] QList<QAction *> changing() const;
    [[nodiscard]] QList<QAction *> coding() const;
    QAction *make(const QString &name, const QString &text, const QList<QKeySequence> &keys = {});
    QAction *makeChoice(const QString &name, const QString &text, QActionGroup *group = nullptr);

    QWidget *m_window;
    QActionGroup *m_ofCollection;
};

} // namespace tidemark
