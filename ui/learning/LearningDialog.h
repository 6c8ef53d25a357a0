#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace tidemark {

class CutChooser;
class JobLine;
class LearningModel;
class LearningPlot;

/// Learns themes and voices from what was coded by hand: what there is to learn from, then how good the learner is
/// beside the rules, where each cuts, and what would change. Nothing changes before that is wished.
class LearningDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit LearningDialog(Collection *collection, QWidget *parent = nullptr);
    ~LearningDialog() override; ///< stops the learning

signals:
    void applyWished(const tidemark::Training &training, const QVector<tidemark::Label> &labels);
    void rulesWished(const QVector<tidemark::Label> &labels); ///< back to the rules

private:
    void layOut();
    void readCounts();
    void learn();
    void learnFrom(const QVector<StoryId> &stories);
    void finish(const Result<Training> &training);
    void showFigures();
    void showRow(int row);
    void updateButtons();
    void say(const QString &sentence);

    QPointer<Collection> m_collection;
    LearningModel *m_model;
    std::shared_ptr<Progress> m_progress; ///< null: nothing is being learned
    QPointer<JobLine> m_line;
    QTimer m_clock;
    QLabel *m_sentence;
    QTableView *m_table;
    CutChooser *m_cut;
    LearningPlot *m_curve;
    LearningPlot *m_calibration;
    QLabel *m_curveWords;
    QLabel *m_calibrationWords;
    QWidget *m_details;
    QPushButton *m_learn;
    QPushButton *m_apply;
    QPushButton *m_rules;
    QVBoxLayout *m_layout;
};

} // namespace tidemark
