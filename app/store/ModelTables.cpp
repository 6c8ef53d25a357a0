#include "store/ModelTables.h"

#include "store/Compression.h"
#include "store/Statement.h"
#include "store/StoryList.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>
#include <QtConcurrentMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t chunkSize = 4096;
constexpr int byModel = 1;

struct UnscoredStory
{
    ScoredStory scored;
    QString text;
};

void score(UnscoredStory &story, const QVector<ThemeCoder> &coders, const ModelsByVersion &models,
           const HitFinder &finder)
{
    const Tokens tokens = tokenise(story.text);
    for (const auto &[version, model] : models) {
        const std::vector<double> probabilities = model->probabilities(tokens, finder);
        for (const ThemeCoder &coder : coders) {
            const qsizetype part
                = coder.model == version ? model->indexOf({Label::Kind::Theme, coder.theme}) : qsizetype(-1);
            if (part >= 0 && probabilities[static_cast<size_t>(part)] >= model->parts().at(part).cut)
                story.scored.present.append({coder.theme, probabilities[static_cast<size_t>(part)]});
        }
    }
    story.text.clear();
}

/// By rule, then model, then hand: the last word holds.
Result<> readCodings(Statement &codings, ScoredStory &story)
{
    auto row = codings.bind(story.id).next();
    for (; row && row.value(); row = codings.next()) {
        const int theme = codings.integer(0);
        const bool present = codings.flag(2);
        if (present)
            story.inForce.insert(theme);
        else
            story.inForce.remove(theme);
        if (codings.integer(1) != byModel)
            (present ? story.byHand : story.notByHand).insert(theme);
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<ModelsByVersion> modelsOf(Connection &connection, const QVector<ThemeCoder> &coders,
                                 ModelsByVersion &unpacked)
{
    ModelsByVersion models;
    for (const ThemeCoder &coder : coders) {
        if (coder.model == 0 || models.contains(coder.model))
            continue;
        if (!unpacked.contains(coder.model)) {
            auto model = readModel(connection, coder.model);
            if (!model)
                return model.error();
            unpacked.emplace(coder.model, std::make_shared<const ThemeModel>(std::move(model).value()));
        }
        models.emplace(coder.model, unpacked.at(coder.model));
    }
    return models;
}

/// Writes what models say; `coding` may not hold anything of theirs on these stories and themes.
Result<> writeScored(Connection &connection, const QVector<ThemeCoder> &coders,
                     std::optional<std::span<const StoryId>> ids, const HitFinder &finder,
                     ModelsByVersion &unpacked, Progress &progress)
{
    const auto models = modelsOf(connection, coders, unpacked);
    if (!models)
        return models.error();
    if (models->empty())
        return {};
    QHash<int, qint64> versions;
    for (const ThemeCoder &coder : coders)
        versions.insert(coder.theme, coder.model);
    Statement write(connection,
                    "INSERT INTO coding (story, theme, coded_by, present, confidence, made_at, version) "
                    "VALUES (?, ?, ?, 1, ? / 1e9, ?, ?)");
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    return scoreStories(
        connection, coders, models.value(), ids, finder,
        [&](const std::vector<ScoredStory> &chunk) -> Result<> {
            for (const ScoredStory &story : chunk) {
                for (const auto &[theme, probability] : story.present) {
                    const qint64 billionths = static_cast<qint64>(probability * 1e9);
                    if (auto done = write.run(story.id, theme, byModel, billionths, now, versions.value(theme));
                        !done)
                        return done;
                }
            }
            return {};
        },
        progress);
}

} // namespace

Result<qint64> addModel(Connection &connection, const ThemeModel &model, int codebookVersion)
{
    const QByteArray bytes = model.toBytes();
    const QByteArray kept = compressed(bytes);
    if (decompressed(kept) != bytes) {
        return Error{Error::Kind::Other,
                     QCoreApplication::translate("Learning",
                                                 "What was learned is too large to be kept. Learn fewer "
                                                 "themes at once.")};
    }
    auto added = connection.select(u"INSERT INTO model (made_at, codebook_version, bytes) VALUES (?, ?, ?)"_s,
                                   {QDateTime::currentMSecsSinceEpoch(), codebookVersion, kept});
    return added ? Result<qint64>(added->lastInsertId().toLongLong()) : Result<qint64>(added.error());
}

Result<ThemeModel> readModel(Connection &connection, qint64 version)
{
    const auto bytes = connection.value(u"SELECT bytes FROM model WHERE version = ?"_s, {version});
    if (!bytes)
        return bytes.error();
    return ThemeModel::fromBytes(decompressed(bytes->toByteArray()));
}

Result<QVector<ThemeCoder>> readThemeCoders(Connection &connection)
{
    auto rows = connection.select(u"SELECT theme, model FROM theme_model ORDER BY theme"_s);
    if (!rows)
        return rows.error();
    QVector<ThemeCoder> coders;
    while (rows->next())
        coders.append({rows->value(0).toInt(), rows->value(1).toLongLong()});
    return coders;
}

Result<QVector<ThemeCoder>> setThemeCoders(Connection &connection, const QVector<ThemeCoder> &coders,
                                           const HitFinder &finder, Progress &progress)
{
    Statement before(connection, "SELECT model FROM theme_model WHERE theme = ?");
    Statement clear(connection, "DELETE FROM coding WHERE theme = ? AND coded_by = 1");
    Statement toRule(connection, "DELETE FROM theme_model WHERE theme = ?");
    Statement toModel(connection, "INSERT INTO theme_model (theme, model) VALUES (?, ?)");
    QVector<ThemeCoder> previous;
    for (const ThemeCoder &coder : coders) {
        const auto found = before.bind(coder.theme).next();
        if (!found)
            return found.error();
        previous.append({coder.theme, found.value() ? before.number(0) : 0});
        for (Statement *statement : {&clear, &toRule}) {
            if (auto done = statement->run(coder.theme); !done)
                return done.error();
        }
        if (coder.model == 0)
            continue;
        if (auto done = toModel.run(coder.theme, coder.model); !done)
            return done.error();
    }
    ModelsByVersion unpacked;
    if (auto written = writeScored(connection, coders, std::nullopt, finder, unpacked, progress); !written)
        return written.error();
    return previous;
}

Result<> codeByModels(Connection &connection, const QVector<ThemeCoder> &coders, std::span<const StoryId> ids,
                      const HitFinder &finder, ModelsByVersion &unpacked)
{
    Statement clear(connection, "DELETE FROM coding WHERE story = ? AND coded_by = 1");
    for (const StoryId id : ids) {
        if (auto done = clear.run(id); !done)
            return done;
    }
    Progress progress;
    return writeScored(connection, coders, ids, finder, unpacked, progress);
}

Result<> scoreStories(Connection &connection, const QVector<ThemeCoder> &coders, const ModelsByVersion &models,
                      std::optional<std::span<const StoryId>> ids, const HitFinder &finder,
                      const VisitScored &visit, Progress &progress)
{
    auto total = connection.value(u"SELECT count(*) FROM story"_s);
    if (!total)
        return total.error();
    progress.done = 0;
    progress.items = 0;
    progress.total = ids ? static_cast<qint64>(ids->size()) : total->toLongLong();
    Statement texts(connection,
                    QByteArrayLiteral("SELECT id, rule_themes & ~(SELECT coalesce(sum(1 << theme), 0) FROM "
                                      "theme_model), text, EXISTS (SELECT 1 FROM hidden_story WHERE "
                                      "hidden_story.story = id) FROM story JOIN story_text ON story = id")
                        + (ids ? " WHERE id IN (SELECT value FROM json_each(?))" : "") + " ORDER BY id");
    if (ids)
        texts.bind(storyList(*ids));
    Statement codings(connection, "SELECT theme, coded_by, present FROM coding WHERE story = ? ORDER BY coded_by");
    std::vector<UnscoredStory> chunk;
    const auto finishChunk = [&]() -> Result<> {
        QtConcurrent::blockingMap(chunk, [&](UnscoredStory &story) { score(story, coders, models, finder); });
        std::vector<ScoredStory> scored;
        scored.reserve(chunk.size());
        for (UnscoredStory &story : chunk)
            scored.push_back(std::move(story.scored));
        progress.done += static_cast<qint64>(chunk.size());
        progress.items += static_cast<qint64>(chunk.size());
        chunk.clear();
        return visit(scored);
    };
    auto row = texts.next();
    for (; row && row.value(); row = texts.next()) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        UnscoredStory story;
        story.scored.id = texts.story(0);
        story.scored.inForce = ThemeSet::fromBits(static_cast<quint64>(texts.number(1)));
        story.text = texts.text(2);
        story.scored.isHidden = texts.flag(3);
        if (auto read = readCodings(codings, story.scored); !read)
            return read;
        chunk.push_back(std::move(story));
        if (chunk.size() < chunkSize)
            continue;
        if (auto done = finishChunk(); !done)
            return done;
    }
    return row ? finishChunk() : Result<>(row.error());
}

} // namespace tidemark
