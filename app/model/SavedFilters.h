#pragma once

#include "collection/Collection.h"
#include "filter/Filter.h"

#include <QAbstractListModel>
#include <QPointer>

#include <optional>

namespace tidemark {

/// The filters that a person gave names to, in their own order, each with the number of stories that match now.
/// Kept with the collection as text, so that one can be shared as text too; in one that can't be written they stay
/// as they are.
class SavedFilters final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TextRole = Qt::UserRole + 1, ///< QString: the filter as text
        CountRole                    ///< qint64: stories that match; invalid while unknown, or if it can't be read
    };

    explicit SavedFilters(Collection *collection, QObject *parent = nullptr);

    [[nodiscard]] bool isWritable() const;
    void add(const QString &name, const Filter &filter); ///< one of the same name is replaced
    void replace(int row, const Filter &filter);
    void moveBy(int row, int rows); ///< up or down, as far as there is room
    void remove(int row);
    [[nodiscard]] std::optional<Filter> filterAt(int row) const; ///< nothing: its text can't be read any more
    [[nodiscard]] int rowOf(const Filter &filter) const;         ///< -1: it isn't saved
    [[nodiscard]] int rowNamed(const QString &name) const;       ///< -1: there is none of this name
    /// The name, with a number behind it where another filter has it already.
    [[nodiscard]] QString freeName(const QString &name, const Filter &filter) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole and EditRole are the name; ToolTipRole what it asks for, or why it can't be read.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override; ///< renames
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &from, int row, int rows, const QModelIndex &to, int before) override;

signals:
    void keeping(const tidemark::Job<std::monostate> &job); ///< they are being written into the collection

private:
    struct Saved
    {
        QString name;
        QString text;
        std::optional<qint64> count = {};
    };

    void load();
    void keep();
    void countAgain(); ///< all, one after the other; the latest round wins
    void countNext(qsizetype row, quint64 round);
    [[nodiscard]] QString textOf(const Filter &filter) const;
    [[nodiscard]] QString meaning(const Saved &saved) const;

    QPointer<Collection> m_collection;
    QVector<Saved> m_saved;
    quint64 m_round = 0;
};

} // namespace tidemark
