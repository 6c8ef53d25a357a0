#pragma once

#include "index/Selection.h"
#include "theme/Codebook.h"

#include <QMap>
#include <QSqlDatabase>
#include <QString>
#include <QVector>

namespace tidemark::test {

/// Answers filters by plain SQL over the collection's tables, with its own connection and its own idea of what a
/// filter means. Slow and simple.
class SqlOracle
{
public:
    SqlOracle(const QString &path, const Codebook &codebook);
    ~SqlOracle();
    Q_DISABLE_COPY_MOVE(SqlOracle)

    qint64 count(const Filter &filter);
    QVector<StoryId> page(const Filter &filter, Order order, int rows, qint64 first = 0);
    QMap<QString, qint64> facet(const Filter &filter, Facet facet);
    QMap<QString, qint64> attribute(const Filter &filter, const QString &name);
    /// The beginnings of days, weeks, months or years (as UTC milliseconds) -> count; without those that have none.
    /// Dated stories only.
    QMap<qint64, qint64> volume(const Filter &filter, Counting counting, Granularity by = Granularity::Day);
    qint64 undated(const Filter &filter);

private:
    QString where(const Filter &filter) const;
    QString words(const WordQuery &query) const;
    QString term(const FacetTerm &term) const;
    static QString property(Property property);
    static QString isOriginalAmong(const QString &condition);
    QMap<QString, qint64> counted(const QString &sql);
    qint64 number(const QString &sql);

    Codebook m_codebook;
    QString m_connection;
};

} // namespace tidemark::test
