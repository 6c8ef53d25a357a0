#pragma once

#include "collection/CollectionFacts.h"
#include "index/Selection.h"
#include "model/FacetChoice.h"

#include <QAbstractListModel>

namespace tidemark {

/// One facet of the selection: a row a value, with its count and how the filter stands to it. Themes stand in
/// the codebook's order with "No theme" last; the others by count.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString: the value in filters
        CountRole,                  ///< qint64: stories of the selection that have it
        ShareRole,                  ///< double: of the largest count of this facet, 0 to 1, for a bar
        ChoiceRole,                 ///< int: a Choice
        GroupRole                   ///< QString: the theme's group for people, else empty
    };

    explicit FacetModel(FacetKey facet, QObject *parent = nullptr);

    [[nodiscard]] const FacetKey &facet() const { return m_facet; }
    [[nodiscard]] QString title() const; ///< for people

    void setFacts(const CollectionFacts &facts); ///< for the names of themes
    void setSelection(const Selection &selection);

    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1 if it isn't there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the name, CheckStateRole the choice (excluded is PartiallyChecked).
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    FacetKey m_facet;
    Codebook m_codebook;
    Filter m_filter;
    FacetCounts m_counts;
    qint64 m_largest = 0;
};

} // namespace tidemark
