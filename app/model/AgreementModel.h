#pragma once

#include "collection/Coding.h"

#include <QAbstractTableModel>

namespace tidemark {

/// How far coders agree, a theme a row, then the voice.
class AgreementModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ThemeColumn,
        CodersColumn,
        StoriesColumn,
        PercentColumn,
        KappaColumn,
        AlphaColumn,
        OpenColumn,
        SettledColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAgreements(const Codebook &codebook, const QVector<ThemeAgreement> &agreements);
    [[nodiscard]] const ThemeAgreement &agreement(int row) const { return m_agreements.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    Codebook m_codebook;
    QVector<ThemeAgreement> m_agreements;
};

/// The stories on which coders differ about one theme, or the voice, and what each said.
class DisagreementModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StoryColumn, AnswersColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDisagreements(const QVector<Disagreement> &open);
    [[nodiscard]] const Disagreement &disagreement(int row) const { return m_open.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QVector<Disagreement> m_open;
};

} // namespace tidemark
