#include "collection/Learning.h"

#include "source/Labels.h"
#include "store/AttributeFacts.h"
#include "store/StoreReader.h"
#include "theme/NearCopies.h"

#include <QCoreApplication>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Learning)
};

/// The stories that somebody coded; the others would only take memory.
Result<std::vector<CodedText>> codedAmong(const QVector<StoryId> &ids, StoreReader &reader, Progress &progress)
{
    std::vector<CodedText> stories;
    const auto read = reader.codedTexts(
        ids,
        [&stories](CodedText &&story) {
            if (!story.present.isEmpty() || !story.absent.isEmpty() || story.voice)
                stories.push_back(std::move(story));
            return Result<>();
        },
        progress);
    return read ? Result<std::vector<CodedText>>(std::move(stories)) : Result<std::vector<CodedText>>(read.error());
}

bool isCoded(std::span<const CodedText> stories, Label label)
{
    return std::any_of(stories.begin(), stories.end(),
                       [label](const CodedText &story) { return truth(story, label).has_value(); });
}

QVector<StoryId> without(const QVector<StoryId> &ids, QVector<StoryId> others)
{
    std::sort(others.begin(), others.end());
    QVector<StoryId> rest;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(rest),
                 [&](StoryId id) { return !std::binary_search(others.constBegin(), others.constEnd(), id); });
    return rest;
}

QVector<Label> codedThemes(const Codebook &codebook, std::span<const CodedText> train,
                           std::span<const CodedText> test, Judged judged)
{
    QVector<Label> labels;
    for (const Theme &theme : codebook.themes) {
        const Label label{Label::Kind::Theme, theme.number};
        if (!theme.isRetired && isCoded(test, label)
            && (judged == Judged::Rule || checkLearnable(train, label, {})))
            labels.append(label);
    }
    return labels;
}

/// Themes that somebody coded among these stories and that can't be learned from those.
QVector<LeftOut> leftOut(const Codebook &codebook, std::span<const CodedText> coded,
                         std::span<const CodedText> train)
{
    QVector<LeftOut> out;
    for (const Theme &theme : codebook.themes) {
        const Label label{Label::Kind::Theme, theme.number};
        if (theme.isRetired || !isCoded(coded, label))
            continue;
        if (const auto checked = checkLearnable(train, label, labelName(label, codebook)); !checked)
            out.append({label, checked.error().message});
    }
    return out;
}

Result<> checkAsked(const QVector<Label> &labels, const Codebook &codebook, std::span<const CodedText> train,
                    std::span<const CodedText> test, Judged judged)
{
    if (labels.isEmpty())
        return Error{
            Error::Kind::Usage,
            Words::tr("No theme is coded by hand, present and absent, in both the stories to learn from and those "
                      "to judge on. Code some, or bring codings in with “tidemark themes label”.")};
    for (const Label label : labels) {
        const QString name = labelName(label, codebook);
        if (!isCoded(test, label))
            return Error{Error::Kind::Usage,
                         Words::tr("None of the stories to judge on is coded by hand with %1.").arg(name)};
        if (judged == Judged::Rule)
            continue;
        if (auto learnable = checkLearnable(train, label, name); !learnable)
            return learnable;
    }
    return {};
}

} // namespace

QString labelKey(Label label, const Codebook &codebook)
{
    return label.kind == Label::Kind::Voice ? u"voice:"_s + voiceKey(static_cast<Voice>(label.number))
                                            : codebook.themes.value(label.number).id;
}

QString labelName(Label label, const Codebook &codebook)
{
    return label.kind == Label::Kind::Voice
        ? Words::tr("the voice “%1”").arg(voiceName(static_cast<Voice>(label.number)))
        : Words::tr("the theme “%1”").arg(codebook.themes.value(label.number).name);
}

Result<QVector<Label>> labelsFromKeys(const QStringList &keys, const Codebook &codebook)
{
    QVector<Label> labels;
    for (const QString &key : keys) {
        if (key == "voice"_L1) {
            for (const Voice voice : {Voice::Testimony, Voice::Solidarity, Voice::Support, Voice::Commentary})
                labels.append({Label::Kind::Voice, static_cast<int>(voice)});
            continue;
        }
        const Theme *theme = codebook.theme(key);
        const auto voice = key.startsWith("voice:"_L1) ? voiceFromKey(QStringView(key).mid(6)) : std::nullopt;
        if (!theme && !voice)
            return Error{Error::Kind::Usage,
                         Words::tr("There is no theme “%1”; “tidemark themes” lists them.").arg(key)};
        labels.append(theme ? Label{Label::Kind::Theme, theme->number}
                            : Label{Label::Kind::Voice, static_cast<int>(*voice)});
    }
    return labels;
}

Result<Evaluation> answerEvaluation(const EvaluationQuestion &question, const Codebook &codebook,
                                    StoreReader &reader, Progress &progress)
{
    const auto test = codedAmong(question.test, reader, progress);
    if (!test)
        return test.error();
    const bool learns = question.judged != Judged::Rule;
    const auto train = learns ? codedAmong(without(question.train, question.test), reader, progress)
                              : Result<std::vector<CodedText>>(std::vector<CodedText>());
    if (!train)
        return train.error();
    const QVector<Label> labels = question.labels.isEmpty()
        ? codedThemes(codebook, train.value(), test.value(), question.judged)
        : question.labels;
    if (auto asked = checkAsked(labels, codebook, train.value(), test.value(), question.judged); !asked)
        return asked.error();
    auto evaluation = evaluate(train.value(), test.value(), labels, HitFinder(codebook), question.judged,
                               question.wish, progress);
    if (evaluation && learns && question.labels.isEmpty())
        evaluation->leftOut = leftOut(codebook, test.value(), train.value());
    return evaluation;
}

namespace {

Result<QVector<Label>> learnable(const TrainingQuestion &question, const Codebook &codebook,
                                 std::span<const CodedText> stories)
{
    if (static_cast<qint64>(stories.size()) < fewestToLearnFrom) {
        return Error{
            Error::Kind::Usage,
            Words::tr("%1 of the stories selected are coded by hand; learning needs at least %2. Code some more.")
                .arg(stories.size())
                .arg(fewestToLearnFrom)};
    }
    if (question.labels.isEmpty()) {
        const QVector<Label> labels = codedThemes(codebook, stories, stories, Judged::Both);
        if (!labels.isEmpty())
            return labels;
        return Error{
            Error::Kind::Usage,
            Words::tr("No theme can be learned: none is coded by hand as present in two of the stories selected "
                      "and as absent in two.")};
    }
    for (const Label label : question.labels) {
        if (auto checked = checkLearnable(stories, label, labelName(label, codebook)); !checked)
            return checked.error();
    }
    return question.labels;
}

ColumnCodings codingsOf(const QVector<StoredValue> &values, const ColumnLabel &label)
{
    ColumnCodings read;
    for (const StoredValue &value : values) {
        const auto present = label.theme ? labelValue(value.value) : std::nullopt;
        const auto voice = label.theme ? std::nullopt : voiceFromKey(value.value.trimmed().toLower());
        if (!present && !voice)
            read.unclear += static_cast<qint64>(value.stories.size());
        for (const StoryId story : value.stories) {
            if (present)
                read.codings.append({story, present, 0});
            if (voice)
                read.voices.append({story, voice});
        }
    }
    return read;
}

} // namespace

std::optional<double> gainPerFifty(const QVector<CurvePoint> &curve, qsizetype label)
{
    if (curve.size() < 2)
        return {};
    const CurvePoint &last = curve.constLast();
    const CurvePoint &before = curve.at(curve.size() - 2);
    if (last.stories <= before.stories)
        return {};
    return 50 * (last.labels.at(label).f1() - before.labels.at(label).f1())
        / static_cast<double>(last.stories - before.stories);
}

Result<QVector<CurvePoint>> learningCurve(std::span<const CodedText> stories, const QVector<Label> &labels,
                                          const HitFinder &finder, const LearningWish &wish, Progress &progress)
{
    std::vector<CodedText> aside;
    std::vector<CodedText> rest;
    NearCopies copies;
    for (const CodedText &story : stories)
        copies.add(tokenise(story.text));
    const std::vector<int> folds = dealToFolds(copies.groups(), std::vector<quint64>(stories.size()), 5, wish.seed);
    for (size_t i = 0; i < stories.size(); ++i)
        (folds[i] == 0 ? aside : rest).push_back(stories[i]);
    std::shuffle(rest.begin(), rest.end(), std::mt19937(wish.seed)); // they came by time, or file after file
    QVector<CurvePoint> curve;
    for (const size_t share : {size_t(10), size_t(3), size_t(1)}) {
        const std::span<const CodedText> some(rest.data(), rest.size() / share);
        const bool enough = std::all_of(labels.cbegin(), labels.cend(),
                                        [&](Label label) { return checkLearnable(some, label, {}).has_value(); });
        if (!enough)
            continue;
        const auto judged = evaluate(some, aside, labels, finder, Judged::Both, wish, progress);
        if (!judged)
            return judged.error();
        CurvePoint point{static_cast<qint64>(some.size()), {}};
        for (const LabelFigures &figures : judged->labels)
            point.labels.append(figures.confusion);
        curve.append(point);
    }
    return curve;
}

Result<QVector<ColumnCodings>> columnCodings(const QVector<ColumnLabel> &labels, StoreReader &reader,
                                             const Progress &progress)
{
    QVector<WantedAttribute> columns;
    for (const ColumnLabel &label : labels)
        columns.append({label.column});
    const auto found = reader.attributeValues(columns, progress);
    if (!found)
        return found.error();
    QVector<ColumnCodings> read;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (found->values.at(i).isEmpty())
            return Error{Error::Kind::Usage, Words::tr("No story has a column “%1”.").arg(labels.at(i).column)};
        read.append(codingsOf(found->values.at(i), labels.at(i)));
    }
    return read;
}

Result<Training> train(const TrainingQuestion &question, const Codebook &codebook, StoreReader &reader,
                       Progress &progress)
{
    const HitFinder finder(codebook);
    const auto stories = codedAmong(question.stories, reader, progress);
    if (!stories)
        return stories.error();
    const auto labels = learnable(question, codebook, stories.value());
    if (!labels)
        return labels.error();
    auto learned = learnLabels(stories.value(), labels.value(), finder, question.wish, progress);
    if (!learned)
        return learned.error();
    Training training;
    training.stories = static_cast<qint64>(stories->size());
    training.copies = learned->copies;
    training.contradictions = learned->contradictions;
    training.folds = learned->folds;
    training.labels = learned->labels;
    if (question.labels.isEmpty())
        training.leftOut = leftOut(codebook, stories.value(), stories.value());
    training.model = std::make_shared<const ThemeModel>(std::move(learned->model));
    if (question.showsCurve) {
        auto curve = learningCurve(stories.value(), labels.value(), finder, question.wish, progress);
        if (!curve)
            return curve.error();
        training.curve = std::move(curve).value();
    }
    auto differences = differencesOf(*training.model, finder, reader, progress);
    if (!differences)
        return differences.error();
    training.differences = std::move(differences).value();
    return training;
}

Result<ThemeModel::Explanation> explain(StoryId id, Label label, const Codebook &codebook, StoreReader &reader)
{
    const auto coders = reader.labelCoders();
    if (!coders)
        return coders.error();
    const auto coder = std::ranges::find(*coders, label, &LabelCoder::label);
    if (coder == coders->cend())
        return Error{Error::Kind::NotFound, Words::tr("No model codes this theme; its rule does.")};
    const auto model = reader.model(coder->model);
    if (!model)
        return model.error();
    const auto page = reader.page(id);
    if (!page)
        return page.error();
    return model->explain(model->indexOf(label), tokenise(page->text), HitFinder(codebook));
}

} // namespace tidemark
