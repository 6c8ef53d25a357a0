#include "model/JudgedStories.h"

#include "model/Covering.h"
#include "text/LocalShares.h"

#include <QFutureWatcher>
#include <QLocale>

#include <algorithm>

namespace tidemark {

JudgedStories::JudgedStories(Collection *collection, const Covering *covering, QObject *parent)
    : QAbstractTableModel(parent), m_collection(collection), m_covering(covering)
{
    connect(covering, &Covering::changed, this, &JudgedStories::tellAllChanged);
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.stories || change.codings || change.codebook)
            readRows();
    });
}

void JudgedStories::setStories(const QVector<StoryId> &ids)
{
    if (ids == m_ids)
        return;
    m_ids = ids;
    readRows();
}

void JudgedStories::readRows()
{
    if (!m_collection || !m_covering)
        return;
    const qint64 codebook = m_covering->codebook();
    using Answer = Result<QVector<StoryRow>>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, codebook, number = ++m_question] {
        watcher->deleteLater();
        if (number != m_question || watcher->future().resultCount() == 0 || !watcher->result())
            return;
        m_readUnder = codebook;
        setRows(watcher->result().value());
    });
    watcher->setFuture(m_collection->rows(m_ids));
}

void JudgedStories::setRows(const QVector<StoryRow> &rows)
{
    const bool areTheSame = std::ranges::equal(rows, m_rows, {}, &StoryRow::id, &StoryRow::id);
    if (areTheSame && !rows.isEmpty()) { // whoever judges stays where they are
        m_rows = rows;
        return tellAllChanged();
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void JudgedStories::setJudgements(const StoryJudgements &judgements)
{
    if (judgements == m_judgements)
        return;
    m_judgements = judgements;
    tellAllChanged();
}

void JudgedStories::tellAllChanged()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, JudgementColumn), index(rowCount() - 1, OpeningColumn));
}

void JudgedStories::judge(int row, std::optional<bool> belongs)
{
    const StoryId story = storyAt(row);
    if (story == noStory)
        return;
    if (belongs)
        m_judgements.insert(story, *belongs);
    else
        m_judgements.remove(story);
    emit dataChanged(index(row, JudgementColumn), index(row, OpeningColumn));
    emit judged(m_judgements);
}

StoryId JudgedStories::storyAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : noStory;
}

QString JudgedStories::figures() const
{
    qint64 yes = 0;
    qint64 all = 0;
    for (const StoryRow &row : m_rows) {
        const auto judgement = m_judgements.constFind(row.id);
        if (judgement == m_judgements.cend())
            continue;
        ++all;
        yes += *judgement ? 1 : 0;
    }
    if (m_rows.isEmpty())
        return tr("No story.");
    if (all == 0)
        return tr("A sample of %n: judge each with Y or N whether it belongs to the theme.", nullptr,
                  static_cast<int>(m_rows.size()));
    const QLocale locale;
    const Interval interval = wilsonInterval(yes, all);
    return tr("%1 of %2 judged belong: %3 % (%4 % to %5 %, 95 % interval)")
        .arg(locale.toString(yes), locale.toString(all),
             localHundredths(static_cast<double>(yes) / static_cast<double>(all), 0),
             localHundredths(interval.from, 0), localHundredths(interval.to, 0));
}

int JudgedStories::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JudgedStories::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JudgedStories::data(const QModelIndex &index, int role) const
{
    const bool isSpoken = role == Qt::AccessibleTextRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && !isSpoken))
        return {};
    const StoryRow &row = m_rows.at(index.row());
    if (index.column() == OpeningColumn)
        return opening(row);
    const auto judgement = m_judgements.constFind(row.id);
    if (judgement == m_judgements.cend())
        return isSpoken ? tr("Not judged") : QString();
    return *judgement ? tr("Yes") : tr("No");
}

/// By the themes of another codebook than that which covers, nothing is judged: the rows are being read anew.
QString JudgedStories::opening(const StoryRow &row) const
{
    if (!m_covering || m_covering->codebook() != m_readUnder)
        return {};
    return m_covering->covers(row) ? tr("(covered)") : row.opening;
}

QVariant JudgedStories::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == JudgementColumn ? tr("Belongs") : tr("Story");
}

} // namespace tidemark
