#pragma once

#include "collection/CollectionFacts.h"
#include "index/Selection.h"
#include "model/FacetChoice.h"

#include <QAbstractListModel>

namespace tidemark {

/// One facet of the selection: a row a value, with its count and how the filter stands to it. As given, themes
/// stand by their groups in the codebook's order with "No theme" last, the others by count; they can also be sorted
/// and searched.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString: the value in filters
        CountRole,                  ///< qint64: as FacetCounts of a selection that keeps alternatives has it
        ShareRole,  ///< double: of the largest count, for a bar; none for "No theme" and what is excluded
        ChoiceRole, ///< int: a Choice
        GroupRole,  ///< QString: the theme's group for people, else empty
        ColourRole  ///< int: Theme::colour, else 0
    };

    enum class Sorting : quint8 { AsGiven, ByCount, ByName };

    explicit FacetModel(FacetKey facet, QObject *parent = nullptr);

    [[nodiscard]] const FacetKey &facet() const { return m_facet; }
    [[nodiscard]] QString title() const; ///< for people

    void setFacts(const CollectionFacts &facts); ///< names of themes; the number of stories for percentages
    void setSelection(const Selection &selection);

    void setSorting(Sorting sorting); ///< equal ones stay as given
    [[nodiscard]] Sorting sorting() const { return m_sorting; }
    /// Only values whose name holds this text, in any case; values that the filter names stay. Empty: all.
    void setSearch(const QString &text);
    [[nodiscard]] qsizetype valueCount() const { return m_given.values.size(); } ///< with those not found

    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1 if it isn't there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the name, CheckStateRole the choice (excluded is PartiallyChecked), ToolTipRole the
    /// definition and the percentage of the collection, to be shown as plain text.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void arrange();
    [[nodiscard]] QString nameOf(const FacetValue &value) const;
    [[nodiscard]] bool isMeasured(const FacetValue &value) const;
    [[nodiscard]] bool isRetired(const FacetValue &value) const;
    [[nodiscard]] QString toolTip(const FacetValue &value) const;

    FacetKey m_facet;
    Codebook m_codebook;
    qint64 m_stories = 0; ///< in the collection
    Filter m_filter;
    Sorting m_sorting = Sorting::AsGiven;
    QString m_search;
    FacetCounts m_given;
    QVector<FacetValue> m_values; ///< the rows
    qint64 m_largest = 0;
};

} // namespace tidemark
