#include "model/EmptyCause.h"

#include <QFutureWatcher>

namespace tidemark {

EmptyCause::EmptyCause(Collection *collection, QObject *parent) : QObject(parent), m_collection(collection) {}

void EmptyCause::ask(const Filter &filter)
{
    ++m_number;
    m_chips = m_collection ? filterChips(filter, m_collection->names()) : QVector<FilterChip>();
    askNext();
}

void EmptyCause::cancel()
{
    ++m_number;
    m_chips.clear();
}

void EmptyCause::askNext()
{
    if (m_chips.isEmpty() || !m_collection) {
        emit notFound();
        return;
    }
    const FilterChip chip = m_chips.takeLast();
    SelectionQuestion question;
    question.filter = chip.without;
    question.facets = false;
    using Answer = Result<Selection>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, chip, number = m_number] {
        watcher->deleteLater();
        if (number != m_number || watcher->future().resultCount() == 0)
            return;
        const Answer answer = watcher->result();
        if (answer && answer.value().count() > 0)
            emit found(chip, answer.value().count());
        else
            askNext();
    });
    watcher->setFuture(m_collection->select(question));
}

} // namespace tidemark
