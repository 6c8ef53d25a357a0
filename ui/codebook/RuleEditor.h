#pragma once

#include "model/RuleDraft.h"
#include "model/RuleTermsModel.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QTableView;
class QTabWidget;

namespace tidemark {

class Covering;
class SampleView;
using StoryJudgements = QHash<StoryId, bool>;

/// A theme's rule while it is written: a mistake is marked where it stands; otherwise how many stories it finds,
/// which enter and which leave against the rule in force, a sample of each to judge, and what its words bring.
class RuleEditor final : public QWidget
{
    Q_OBJECT

public:
    RuleEditor(Collection *collection, Covering *covering, QWidget *parent = nullptr);

    /// A theme's rule, as it is written, and as it is in force, with what was judged for it and is to be kept.
    void showRule(const QString &rule, const QString &savedRule, const StoryJudgements &toKeep);
    void setReadOnly(bool readOnly);
    void setCodedByModel(bool coded); ///< the theme is coded by a model now, which is said
    [[nodiscard]] QString rule() const;
    void askAgain(const QString &savedRule); ///< the stories, or the rule in force, are others

    /// What was judged, if it is to be kept as codings by hand; else nothing.
    [[nodiscard]] StoryJudgements toKeep() const;
    void forgetJudgements();

signals:
    void edited();

private:
    void readRule();
    void showTrial();
    void setJudgements(const StoryJudgements &judgements);
    void updateKeep();

    RuleDraft m_draft;
    RuleTermsModel m_terms;
    QTimer m_pause;
    bool m_showing = false;
    StoryJudgements m_judgements;
    QLabel *m_model;
    QPlainTextEdit *m_rule;
    QLabel *m_verdict;
    QLabel *m_doubt;
    QTabWidget *m_tabs;
    std::array<SampleView *, 3> m_samples; ///< matching, entering, leaving
    QTableView *m_termTable;
    QCheckBox *m_keep;
};

} // namespace tidemark
