#include "store/ModelTables.h"

#include "store/Compression.h"
#include "store/Statement.h"
#include "store/StoredNumbers.h"
#include "store/StoryList.h"
#include "store/VoiceInForce.h"
#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
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

/// The likeliest of a model's voices, if it is likelier than what another model said.
void hearVoices(ScoredStory &scored, const ThemeModel &model, const std::vector<double> &probabilities,
                const QVector<Label> &coded)
{
    for (qsizetype part = 0; part < model.parts().size(); ++part) {
        const ThemeModel::Part &of = model.parts().at(part);
        const double probability = probabilities[static_cast<size_t>(part)];
        const bool isLikelier = !scored.likeliest || probability > scored.likeliest->probability;
        if (of.label.kind == Label::Kind::Voice && isLikelier)
            scored.likeliest = {static_cast<Voice>(of.label.number), probability,
                                probability >= of.cut && coded.contains(of.label)};
    }
}

void score(UnscoredStory &story, const QVector<LabelCoder> &coders, const ModelsByVersion &models,
           const HitFinder &finder)
{
    const Tokens tokens = tokenise(story.text);
    ScoredStory &scored = story.scored;
    scored.probabilities.resize(static_cast<size_t>(coders.size()));
    for (const auto &[version, model] : models) {
        const std::vector<double> probabilities = model->probabilities(tokens, finder);
        QVector<Label> voices;
        for (qsizetype i = 0; i < coders.size(); ++i) {
            const Label label = coders.at(i).label;
            const qsizetype part = coders.at(i).model == version ? model->indexOf(label) : qsizetype(-1);
            if (part < 0)
                continue;
            const double probability = probabilities[static_cast<size_t>(part)];
            scored.probabilities[static_cast<size_t>(i)] = probability;
            if (label.kind == Label::Kind::Voice)
                voices.append(label);
            else if (probability >= model->parts().at(part).cut)
                scored.present.append({label.number, probability});
        }
        if (!voices.isEmpty())
            hearVoices(scored, *model, probabilities, voices);
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

Result<ModelsByVersion> modelsOf(Connection &connection, const QVector<LabelCoder> &coders,
                                 ModelsByVersion &unpacked)
{
    ModelsByVersion models;
    for (const LabelCoder &coder : coders) {
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

/// Writes what models say; there may be nothing of theirs on these stories, themes and voices.
Result<> writeScored(Connection &connection, const QVector<LabelCoder> &coders,
                     std::optional<std::span<const StoryId>> ids, const HitFinder &finder,
                     ModelsByVersion &unpacked, Progress &progress)
{
    const auto models = modelsOf(connection, coders, unpacked);
    if (!models)
        return models.error();
    if (models->empty())
        return {};
    QHash<int, qint64> versions;
    for (const LabelCoder &coder : coders) {
        if (coder.label.kind == Label::Kind::Theme)
            versions.insert(coder.label.number, coder.model);
    }
    Statement writeTheme(connection,
                         "INSERT INTO coding (story, theme, coded_by, present, confidence, made_at, version) "
                         "VALUES (?, ?, ?, 1, ? / 1e9, ?, ?)");
    Statement writeVoice(connection,
                         "UPDATE story SET model_voice = ?2, model_voice_confidence = ?3 / 1e9 WHERE id = ?1");
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    const auto billionths = [](double probability) { return static_cast<qint64>(probability * 1e9); };
    const auto write = [&](const ScoredStory &story) -> Result<> {
        for (const auto &[theme, probability] : story.present) {
            if (auto done
                = writeTheme.run(story.id, theme, byModel, billionths(probability), now, versions.value(theme));
                !done)
                return done;
        }
        if (!story.likeliest || !story.likeliest->isSaid)
            return {};
        return writeVoice.run(story.id, static_cast<int>(story.likeliest->voice),
                              billionths(story.likeliest->probability));
    };
    return scoreStories(
        connection, coders, models.value(), ids, finder,
        [&](const std::vector<ScoredStory> &chunk) -> Result<> {
            for (const ScoredStory &story : chunk) {
                if (auto done = write(story); !done)
                    return done;
            }
            return {};
        },
        progress);
}

bool isVoice(const LabelCoder &coder)
{
    return coder.label.kind == Label::Kind::Voice;
}

/// One theme or voice gets its coder; gives the version of the model that coded it before.
Result<qint64> replaceCoder(Connection &connection, const LabelCoder &coder)
{
    const QByteArray table = isVoice(coder) ? "voice_model" : "theme_model";
    const QByteArray column = isVoice(coder) ? "voice" : "theme";
    Statement before(connection, "SELECT model FROM " + table + " WHERE " + column + " = ?");
    const auto found = before.bind(coder.label.number).next();
    if (!found)
        return found.error();
    const qint64 previous = found.value() ? before.number(0) : 0;
    if (auto done
        = Statement(connection, "DELETE FROM " + table + " WHERE " + column + " = ?").run(coder.label.number);
        !done)
        return done.error();
    if (coder.model == 0)
        return previous;
    const auto added = Statement(connection, "INSERT INTO " + table + " (" + column + ", model) VALUES (?, ?)")
                           .run(coder.label.number, coder.model);
    return added ? Result<qint64>(previous) : Result<qint64>(added.error());
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

Result<QVector<LabelCoder>> readLabelCoders(Connection &connection)
{
    Statement rows(connection,
                   "SELECT 0, theme, model FROM theme_model UNION ALL SELECT 1, voice, model FROM voice_model "
                   "ORDER BY 1, 2");
    QVector<LabelCoder> coders;
    auto row = rows.bind().next();
    for (; row && row.value(); row = rows.next())
        coders.append({{static_cast<Label::Kind>(rows.integer(0)), rows.integer(1)}, rows.number(2)});
    return row ? Result<QVector<LabelCoder>>(std::move(coders)) : Result<QVector<LabelCoder>>(row.error());
}

Result<QVector<LabelCoder>> setLabelCoders(Connection &connection, const QVector<LabelCoder> &coders,
                                           const HitFinder &finder, Progress &progress)
{
    Statement clear(connection, "DELETE FROM coding WHERE theme = ? AND coded_by = 1");
    QVector<LabelCoder> previous;
    QVector<LabelCoder> anew; // a voice is one of all, so they are heard together
    for (const LabelCoder &coder : coders) {
        const auto before = replaceCoder(connection, coder);
        if (!before)
            return before.error();
        previous.append({coder.label, before.value()});
        if (isVoice(coder))
            continue;
        anew.append(coder);
        if (auto done = clear.run(coder.label.number); !done)
            return done.error();
    }
    if (std::any_of(coders.cbegin(), coders.cend(), isVoice)) {
        const auto all = readLabelCoders(connection);
        if (!all)
            return all.error();
        std::copy_if(all->cbegin(), all->cend(), std::back_inserter(anew), isVoice);
        if (auto done = Statement(connection,
                                  "UPDATE story SET model_voice = NULL, model_voice_confidence = NULL WHERE "
                                  "model_voice IS NOT NULL")
                            .run();
            !done)
            return done.error();
    }
    ModelsByVersion unpacked;
    if (auto written = writeScored(connection, anew, std::nullopt, finder, unpacked, progress); !written)
        return written.error();
    return previous;
}

Result<> codeByModels(Connection &connection, const QVector<LabelCoder> &coders, std::span<const StoryId> ids,
                      const HitFinder &finder, ModelsByVersion &unpacked)
{
    Statement clear(connection, "DELETE FROM coding WHERE story = ? AND coded_by = 1");
    Statement silence(connection,
                      "UPDATE story SET model_voice = NULL, model_voice_confidence = NULL WHERE id = ? AND "
                      "model_voice IS NOT NULL");
    for (const StoryId id : ids) {
        for (Statement *statement : {&clear, &silence}) {
            if (auto done = statement->run(id); !done)
                return done;
        }
    }
    Progress progress;
    return writeScored(connection, coders, ids, finder, unpacked, progress);
}

Result<> scoreStories(Connection &connection, const QVector<LabelCoder> &coders, const ModelsByVersion &models,
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
                                      "hidden_story.story = id), hand_voice IS NOT NULL, ")
                        + voiceInForce + " FROM story JOIN story_text ON story = id"
                        + (ids ? " WHERE id IN (SELECT value FROM json_each(?))" : "") + " ORDER BY id");
    if (ids)
        texts.bind(storyList(*ids));
    Statement codings(connection, "SELECT theme, coded_by, present FROM coding WHERE story = ? ORDER BY coded_by");
    std::vector<UnscoredStory> chunk;
    const auto finishChunk = [&]() -> Result<> {
        QtConcurrent::blockingMap(workPool(), chunk,
                                  [&](UnscoredStory &story) { score(story, coders, models, finder); });
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
        story.scored.isVoiceByHand = texts.flag(4);
        story.scored.voice = voiceOf(texts.number(5));
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
