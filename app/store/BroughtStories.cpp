#include "store/BroughtStories.h"

#include "store/Statement.h"

#include <QSet>

#include <algorithm>

namespace tidemark {

Result<FirstStories> firstStories(Connection &connection, const QVector<qint64> &runs)
{
    const QSet<qint64> wanted(runs.begin(), runs.end());
    Statement rows(connection, "SELECT first_run, id FROM story WHERE first_run IS NOT NULL");
    FirstStories found;
    auto row = rows.next();
    for (; row && row.value(); row = rows.next()) {
        if (wanted.contains(rows.number(0)))
            found[rows.number(0)].append(rows.number(1));
    }
    return row ? Result<FirstStories>(std::move(found)) : Result<FirstStories>(row.error());
}

Result<BroughtStories> storiesOf(Connection &connection, qint64 run, const QVector<qint64> &first)
{
    QVector<qint64> all = first;
    Statement others(connection, "SELECT story FROM provenance WHERE run = ?");
    auto row = others.bind(run).next();
    for (; row && row.value(); row = others.next())
        all.append(others.number(0));
    if (!row)
        return row.error();
    std::sort(all.begin(), all.end());
    all.resize(std::distance(all.begin(), std::unique(all.begin(), all.end())));

    Statement isOfOtherToo(
        connection,
        "SELECT coalesce(first_run <> ?1, 0) OR EXISTS (SELECT 1 FROM provenance WHERE story = ?2 "
        "AND run <> ?1) FROM story WHERE id = ?2");
    BroughtStories brought;
    for (const qint64 story : std::as_const(all)) {
        row = isOfOtherToo.bind(run, story).next();
        if (!row)
            return row.error();
        if (row.value())
            (isOfOtherToo.flag(0) ? brought.together : brought.alone).append(story);
    }
    return brought;
}

Result<> forgetFirst(Connection &connection, qint64 run, const QVector<qint64> &stories)
{
    Statement forget(connection,
                     "UPDATE story SET first_run = NULL, first_record = NULL, first_minutes = NULL WHERE id = ? "
                     "AND first_run = ?");
    for (const qint64 story : stories) {
        if (auto done = forget.run(story, run); !done)
            return done;
    }
    return {};
}

} // namespace tidemark
