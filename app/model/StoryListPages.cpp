// The list's rows, a page at a time, as they are looked at.
#include "model/StoryListModel.h"

#include "model/CodingRound.h"

#include <QFutureWatcher>

#include <algorithm>

namespace tidemark {

namespace {

constexpr int mostUnderway = 4;
constexpr int mostWanted = 8; ///< a drag over a million rows wants only where it ended

} // namespace

bool StoryListModel::isOutdated(const KnownRow *known) const
{
    return !known || known->asked < m_allChanged;
}

StoryListModel::Page &StoryListModel::page(int number) const
{
    if (Page *known = m_pages.object(number))
        return *known;
    auto *made = new Page{m_selection.ids(qint64(number) * pageSize, pageSize, m_order), {}};
    m_pages.insert(number, made);
    return *made;
}

const StoryRow *StoryListModel::rowAt(int row) const
{
    const int number = row / pageSize;
    if (number != m_seen) {
        m_seen = number;
        if (!m_fetchSoon.isActive())
            m_fetchSoon.start();
    }
    const Page &of = page(number);
    const StoryId id = of.ids.value(row % pageSize, noStory);
    const KnownRow *known = m_known.object(id);
    if (isOutdated(known) && !of.absent.contains(id))
        want(number);
    return known ? &known->story : nullptr;
}

void StoryListModel::want(int number) const
{
    if (m_underway.contains(number) || !m_fetch)
        return;
    if (m_wanted.isEmpty() || m_wanted.last() != number) {
        m_wanted.removeOne(number);
        m_wanted.append(number);
        if (m_wanted.size() > mostWanted)
            m_wanted.removeFirst();
    }
    if (!m_fetchSoon.isActive())
        m_fetchSoon.start();
}

void StoryListModel::fetchWanted()
{
    while (!m_wanted.isEmpty() && m_underway.size() < mostUnderway)
        fetch(m_wanted.takeLast());
    if (m_underway.isEmpty())
        prefetch();
}

void StoryListModel::fetch(int number)
{
    QVector<StoryId> missing;
    const Page &of = page(number);
    for (const StoryId id : of.ids) {
        const KnownRow *known = m_known.object(id);
        if (isOutdated(known) && !of.absent.contains(id))
            missing.append(id);
    }
    if (missing.isEmpty() || m_underway.contains(number))
        return;
    m_underway.insert(number);
    using Answer = Result<QVector<StoryRow>>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this,
            [this, watcher, number, missing, generation = m_generation, asked = m_clock, shown = m_authorsShown,
             codebook = m_codebookNumber] {
                watcher->deleteLater();
                const bool isOfUse = shown == m_authorsShown && codebook == m_codebookNumber;
                if (watcher->future().resultCount() > 0 && isOfUse)
                    rowsCame(number, generation, asked, missing, watcher->result());
                if (--m_unanswered == 0)
                    m_overtaken.clear();
            });
    ++m_unanswered;
    watcher->setFuture(m_fetch(missing));
}

void StoryListModel::rowsCame(int number, quint64 generation, quint64 asked, const QVector<StoryId> &ids,
                              const Result<QVector<StoryRow>> &answer)
{
    if (answer) {
        for (StoryRow story : answer.value()) {
            if (m_codingsHidden)
                hideCodings(story);
            const bool isOvertaken = m_overtaken.value(story.id) > asked;
            m_known.insert(story.id, new KnownRow{story, isOvertaken ? 0 : asked});
        }
    } else if (answer.error().kind != Error::Kind::Cancelled) {
        emit failed(answer.error());
    }
    if (generation != m_generation)
        return;
    m_underway.remove(number);
    Page &of = page(number);
    for (const StoryId id : ids) {
        const KnownRow *known = m_known.object(id);
        if (m_overtaken.value(id) <= asked && (!known || known->asked < asked))
            of.absent.insert(id);
    }
    const int first = number * pageSize;
    emit dataChanged(index(first, 0), index(std::min(first + pageSize, m_rows) - 1, ColumnCount - 1));
    fetchWanted();
}

/// Never around what was fetched ahead itself: one look would bring the whole list.
void StoryListModel::prefetch()
{
    if (!m_fetch)
        return;
    for (const int neighbour : {m_seen + 1, m_seen - 1}) {
        if (neighbour >= 0 && qint64(neighbour) * pageSize < m_rows)
            fetch(neighbour);
    }
}

void StoryListModel::forgetPages()
{
    ++m_generation;
    m_pages.clear();
    m_wanted.clear();
    m_underway.clear();
    m_seen = nothingSeen;
}

} // namespace tidemark
