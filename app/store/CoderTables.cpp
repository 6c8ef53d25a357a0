#include "store/CoderTables.h"

#include "store/Statement.h"

#include <QDateTime>

namespace tidemark {

Result<> addCoderCodings(Connection &connection, int theme, const QString &coder, const QVector<HandTheme> &values)
{
    Statement keepFirst(connection,
                        "INSERT INTO coder_coding (story, theme, coder, present, made_at) "
                        "SELECT story, theme, coder, present, made_at FROM coding WHERE story = ?1 AND theme = ?2 "
                        "AND coded_by = 2 AND coder <> ?3 AND NOT EXISTS (SELECT 1 FROM coder_coding AS other "
                        "WHERE other.story = ?1 AND other.theme = ?2)");
    Statement add(connection,
                  "INSERT INTO coder_coding (story, theme, coder, present, made_at) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (story, theme, coder) DO UPDATE SET present = excluded.present, "
                  "made_at = excluded.made_at");
    Statement inForce(connection,
                      "INSERT INTO coding (story, theme, coded_by, present, coder, made_at, version) "
                      "VALUES (?, ?, 2, ?, ?, ?, (SELECT version FROM codebook)) ON CONFLICT DO NOTHING");
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    for (const HandTheme &value : values) {
        if (!value.present)
            continue;
        const Result<> done[]{keepFirst.run(value.story, theme, coder),
                              add.run(value.story, theme, coder, *value.present, now),
                              inForce.run(value.story, theme, *value.present, coder, now)};
        for (const Result<> &step : done) {
            if (!step)
                return step;
        }
    }
    return {};
}

Result<CoderAnswers> readCoderAnswers(Connection &connection, int theme)
{
    Statement rows(connection,
                   "SELECT story, coder, present FROM coder_coding WHERE theme = ? ORDER BY story, coder");
    CoderAnswers found;
    auto row = rows.bind(theme).next();
    for (; row && row.value(); row = rows.next()) {
        const QString coder = rows.text(1);
        if (!found.coders.contains(coder))
            found.coders.append(coder);
        found.answers.append({rows.number(0), static_cast<int>(found.coders.indexOf(coder)), rows.flag(2) ? 1 : 0});
    }
    return row ? Result<CoderAnswers>(std::move(found)) : Result<CoderAnswers>(row.error());
}

} // namespace tidemark
