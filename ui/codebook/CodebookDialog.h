#pragma once

#include "codebook/RuleEditor.h"
#include "collection/Collection.h"
#include "model/CodebookDraft.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;
class QTabWidget;

namespace tidemark {

class CodebookChoice;
class Covering;
class JobBar;
class ThemeFields;
class ThemeTree;

/// The codebook, edited: themes in groups with what they are and their rules. What is written waits until it is
/// saved, all of it as one action; retiring, merging, splitting and taking over are done at once. All of it can be
/// undone.
class CodebookDialog final : public QDialog
{
    Q_OBJECT

public:
    CodebookDialog(Collection *collection, Covering *covering, QWidget *parent = nullptr);

    void reject() override;

private:
    QWidget *makeThemes();
    QWidget *makeFoot();
    QPushButton *makeButton(const QString &name, const QString &text, void (CodebookDialog::*act)());
    [[nodiscard]] Theme current() const;

    void showTheme(const QString &id);
    void tellWhoCodes();
    void noteEdit();
    void nameGroup(const QString &key, const QString &name);
    void showTree();
    void updateButtons();
    void follow(const CollectionChange &change);
    void startAnew();
    /// What was judged and is to be kept, by theme; saving makes codings by hand of it.
    [[nodiscard]] QHash<QString, StoryJudgements> judged() const;
    void forgetJudgements();
    /// What isn't saved is asked about before it goes.
    void unlessEdited(const std::function<void()> &then);

    void addTheme();
    void save();
    void retire();
    void merge();
    void split();
    void compare();
    void exportByDialog();
    void undo();
    void redo();
    void run(const QString &title, const Job<std::monostate> &job, const std::function<void()> &then = {});
    void say(const QString &sentence);

    QPointer<Collection> m_collection;
    CodebookDraft m_draft;
    qint64 m_number = 0; ///< of the codebook in force
    CodebookChoice *m_choice = nullptr;
    QString m_shown;                          ///< a theme's id
    QHash<QString, StoryJudgements> m_judged; ///< of the themes that aren't shown
    ThemeTree *m_tree = nullptr;
    QTabWidget *m_tabs = nullptr;
    ThemeFields *m_form = nullptr;
    RuleEditor *m_rule = nullptr;
    QLabel *m_outcome = nullptr;
    JobBar *m_jobs = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_retire = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_split = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tidemark
