#include "collection/Suggesting.h"

#include "store/StoreReader.h"
#include "theme/NearCopies.h"

#include <QCoreApplication>

#include <algorithm>
#include <random>

namespace tidemark {

namespace {

constexpr qsizetype mostLookedAt = 100'000;
constexpr qsizetype spare = 8; ///< as many times the stories wanted are compared, so that copies can be left out

QVector<StoryId> someOf(QVector<StoryId> stories, quint32 seed)
{
    if (stories.size() <= mostLookedAt)
        return stories;
    std::shuffle(stories.begin(), stories.end(), std::mt19937(seed));
    stories.resize(mostLookedAt);
    std::sort(stories.begin(), stories.end());
    return stories;
}

bool isUncoded(const ScoredStory &story, Label label)
{
    return !story.isHidden
        && (label.kind == Label::Kind::Voice ? !story.isVoiceByHand
                                             : !(story.byHand | story.notByHand).contains(label.number));
}

Result<std::vector<Candidate>> candidatesAmong(const QVector<StoryId> &stories, const ThemeModel &model,
                                               Label label, const HitFinder &finder, StoreReader &reader,
                                               Progress &progress)
{
    std::vector<Candidate> candidates;
    const auto scored = reader.scored(
        model, std::span<const StoryId>(stories), finder,
        [&](const std::vector<ScoredStory> &chunk) {
            for (const ScoredStory &story : chunk) {
                if (!isUncoded(story, label))
                    continue;
                const bool has = label.kind == Label::Kind::Voice ? story.voice == static_cast<Voice>(label.number)
                                                                  : story.inForce.contains(label.number);
                candidates.push_back(
                    {story.id, story.probabilities.front(), has, static_cast<int>(candidates.size())});
            }
            return Result<>();
        },
        progress);
    return scored ? Result<std::vector<Candidate>>(std::move(candidates))
                  : Result<std::vector<Candidate>>(scored.error());
}

/// The candidates that are suggested if nobody minds copies, with the groups of copies that they form.
Result<std::vector<Candidate>> groupedShortList(const std::vector<Candidate> &candidates, double cut,
                                                const SuggestionQuestion &question, StoreReader &reader,
                                                Progress &progress)
{
    QHash<StoryId, const Candidate *> byStory;
    for (const Candidate &candidate : candidates)
        byStory.insert(candidate.story, &candidate);
    QVector<StoryId> ids;
    for (const Suggestion &suggestion : suggestStories(candidates, cut, question.most * spare, question.seed))
        ids.append(suggestion.story);
    std::vector<Candidate> list;
    NearCopies copies;
    const auto read = reader.codedTexts(
        ids,
        [&](CodedText &&story) {
            list.push_back(*byStory.value(story.id));
            copies.add(tokenise(story.text));
            return Result<>();
        },
        progress);
    if (!read)
        return read.error();
    const std::vector<int> groups = copies.groups();
    for (size_t i = 0; i < list.size(); ++i)
        list[i].group = groups[i];
    return list;
}

Result<std::vector<CodedText>> teachers(Label label, StoreReader &reader, Progress &progress)
{
    const auto ids = reader.codedStories(label);
    if (!ids)
        return ids.error();
    std::vector<CodedText> stories;
    const auto read = reader.codedTexts(
        *ids,
        [&stories](CodedText &&story) {
            stories.push_back(std::move(story));
            return Result<>();
        },
        progress);
    if (!read)
        return read.error();
    if (static_cast<qint64>(stories.size()) >= fewestToLearnFrom)
        return stories;
    return Error{Error::Kind::Usage,
                 QCoreApplication::translate(
                     "Learning",
                     "%1 stories are coded by hand with this theme or voice; the learner can suggest "
                     "some from %2 on. Begin with a sample.")
                     .arg(stories.size())
                     .arg(fewestToLearnFrom)};
}

} // namespace

Result<SuggestedStories> answerSuggestions(const SuggestionQuestion &question, const Codebook &codebook,
                                           StoreReader &reader, Progress &progress)
{
    const auto stories = teachers(question.label, reader, progress);
    if (!stories)
        return stories.error();
    if (auto checked = checkLearnable(*stories, question.label, labelName(question.label, codebook)); !checked)
        return checked.error();
    const HitFinder finder(codebook);
    LearningWish wish;
    wish.cut.best = CutWish::For::F1;
    wish.seed = question.seed;
    const auto learned = learnLabels(*stories, {question.label}, finder, wish, progress);
    if (!learned)
        return learned.error();
    const auto curve = learningCurve(*stories, {question.label}, finder, wish, progress);
    if (!curve)
        return curve.error();
    const auto candidates = candidatesAmong(someOf(question.stories, question.seed), learned->model, question.label,
                                            finder, reader, progress);
    if (!candidates)
        return candidates.error();
    const double cut = learned->model.parts().constFirst().cut;
    const auto list = groupedShortList(*candidates, cut, question, reader, progress);
    if (!list)
        return list.error();
    return SuggestedStories{suggestStories(*list, cut, question.most, question.seed),
                            static_cast<qint64>(stories->size()), learned->labels.constFirst().learned,
                            gainPerFifty(*curve, 0)};
}

} // namespace tidemark
