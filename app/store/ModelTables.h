#pragma once

#include "store/StoreFacts.h"
#include "story/Progress.h"
#include "theme/ThemeModel.h"

#include <functional>
#include <map>
#include <memory>

namespace tidemark {

class Connection;

using ModelsByVersion = std::map<qint64, std::shared_ptr<const ThemeModel>>;

/// Keeps a model and gives its version.
Result<qint64> addModel(Connection &connection, const ThemeModel &model, int codebookVersion);
Result<ThemeModel> readModel(Connection &connection, qint64 version);

/// What codes each theme and voice that a model codes.
Result<QVector<LabelCoder>> readLabelCoders(Connection &connection);

/// Lets rule or model code these themes and voices, over all stories, and gives what coded them before. What a
/// model says is written with its probability where it says present; codings by hand stay. Texts are scored by all
/// cores in chunks, so memory does not grow with the collection. Within the caller's transaction.
Result<QVector<LabelCoder>> setLabelCoders(Connection &connection, const QVector<LabelCoder> &coders,
                                           const HitFinder &finder, Progress &progress);

/// The same for single stories: what the models in force say of them. Models once unpacked stay in unpacked; a
/// version never changes.
Result<> codeByModels(Connection &connection, const QVector<LabelCoder> &coders, std::span<const StoryId> ids,
                      const HitFinder &finder, ModelsByVersion &unpacked);

/// What a model says of a story's voice: it has one voice only, so that the likeliest of the model's voices alone
/// is asked whether it reaches its cut.
struct SaidVoice
{
    Voice voice = Voice::Unknown;
    double probability = 0;
    bool isSaid = false; ///< it reaches the cut, and the model codes this voice
};

/// A story as models see it, and what holds of it now.
struct ScoredStory
{
    StoryId id = noStory;
    std::vector<double> probabilities;       ///< by coder, in their order
    QVector<std::pair<int, double>> present; ///< theme and probability, where a model says present
    std::optional<SaidVoice> likeliest;      ///< absent: no coder codes a voice
    bool isHidden = false;
    ThemeSet inForce; ///< what the story has now
    ThemeSet byHand;  ///< what people said is present
    ThemeSet notByHand;
    Voice voice = Voice::Unknown; ///< in force
    bool isVoiceByHand = false;
};

/// Scores stories chunk by chunk on all cores and hands each chunk on in order.
using VisitScored = std::function<Result<>(const std::vector<ScoredStory> &)>;
/// coders: those with a model. absent ids: all stories. Progress counts stories.
Result<> scoreStories(Connection &connection, const QVector<LabelCoder> &coders, const ModelsByVersion &models,
                      std::optional<std::span<const StoryId>> ids, const HitFinder &finder,
                      const VisitScored &visit, Progress &progress);

} // namespace tidemark
