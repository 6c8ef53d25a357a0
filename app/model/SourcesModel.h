#pragma once

#include "collection/CollectionFacts.h"

#include <QAbstractTableModel>

namespace tidemark {

/// The sources of a collection with what each brought.
class SourcesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, FormatColumn, StoriesColumn, AddedColumn, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< qint64: the source's number
        RawRole                        ///< the value behind the text
    };

    explicit SourcesModel(QObject *parent = nullptr);

    void setFacts(const CollectionFacts &facts);
    [[nodiscard]] const SourceFacts &sourceAt(int row) const { return m_sources.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QVector<SourceFacts> m_sources;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace tidemark
