#pragma once

#include "collection/Learning.h"

#include <QAbstractTableModel>

namespace tidemark {

/// Themes and voices that may be learned, one a row: how many stories are coded by hand, then how good the learner
/// is beside the rule, where it cuts, and what it would change. A row that is ticked is to be learned, and once it
/// is learned, to be coded by the model. What can't be learned, or is worse than the rule, can't be ticked and says
/// why.
class LearningModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        LabelColumn,
        CodedColumn,
        PrecisionColumn,
        RecallColumn,
        F1Column,
        CutColumn,
        EnteringColumn,
        LeavingColumn,
        VerdictColumn,
        ColumnCount
    };

    explicit LearningModel(QObject *parent = nullptr);

    /// Resets: nothing is learned. All themes of the codebook, then the voices; coders tell what a model codes now.
    void setCounts(const Codebook &codebook, const QVector<HandCount> &counts, const QVector<LabelCoder> &coders);
    /// Of the labels that were ticked.
    void setTraining(const Training &training);

    [[nodiscard]] bool isTrained() const { return m_training.model != nullptr; }
    [[nodiscard]] QVector<Label> ticked() const;
    [[nodiscard]] QVector<Label> codedByModel() const;
    [[nodiscard]] Training training() const; ///< with the cuts as they are chosen here

    // One row; those that were learned alone have these.
    [[nodiscard]] bool isLearned(int row) const { return row >= 0 && m_rows.at(row).part >= 0; }
    [[nodiscard]] Label label(int row) const { return m_rows.at(row).label; }
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] int cut(int row) const { return m_rows.at(row).cut; } ///< in thousandths
    [[nodiscard]] const CutWish &wish(int row) const { return m_rows.at(row).wish; }
    [[nodiscard]] const QVector<CalibrationBin> &calibration(int row) const;
    struct CurvedF1
    {
        qint64 stories = 0;
        double f1 = 0;
    };
    [[nodiscard]] QVector<CurvedF1> curve(int row) const;
    [[nodiscard]] std::optional<double> gain(int row) const; ///< of F1 with fifty stories more
    [[nodiscard]] QString cutSentence(int row) const;        ///< what the cut does, and how its figures came about
    void setCut(int row, int thousandths);                   ///< chosen by hand: judged by F1
    [[nodiscard]] bool isCutByHand(int row) const { return m_rows.at(row).isCutByHand; }
    void setWish(int row, const CutWish &wish); ///< and the cut follows

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void tickedChanged();

private:
    struct Row
    {
        Label label;
        HandCount count;
        bool isByModel = false;
        bool isTicked = false;
        qsizetype part = -1; ///< of the training; -1: not learned
        int cut = 500;
        CutWish wish;
        bool isCutByHand = false;
        LearnedLabel learned; ///< at the cut
        Interval f1;          ///< of what was learned
    };

    [[nodiscard]] QString obstacle(const Row &row) const; ///< why it can't be learned; empty: it can
    static bool saysTheSameOfAll(const Confusion &confusion);
    [[nodiscard]] bool isOffered(const Row &row) const;
    [[nodiscard]] QString verdict(const Row &row) const;
    static QString howJudged(const Row &row);
    [[nodiscard]] QString display(const Row &row, int column) const;
    static void judge(Row &row, const Confusion &learned);
    void tellChanged(int row);

    Codebook m_codebook;
    Training m_training;
    QVector<Row> m_rows;
};

} // namespace tidemark
