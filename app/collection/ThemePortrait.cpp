#include "collection/ThemePortrait.h"

#include "store/StoreReader.h"
#include "text/Tokens.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tidemark {

namespace {

/// A story as it was read: how typical it is, or how certain.
struct ReadStory
{
    StoryId id = noStory;
    double typical = 0;
    double certain = 0;
    bool isByHand = false;
};

/// At most so many, as evenly over the time as it can be.
QVector<StoryId> spread(const StoryIndex &index, const Bitset &stories, qsizetype most)
{
    const qint64 all = stories.count();
    QVector<StoryId> ids;
    qint64 seen = 0;
    stories.forEach([&](qint64 ordinal) {
        if (seen++ * most >= ids.size() * all && ids.size() < most)
            ids.append(index.idAt(ordinal));
    });
    return ids;
}

void count(const Tokens &tokens, WordCounts &counts)
{
    for (const Token &token : tokens) {
        if (token.kind == Token::Kind::Word)
            ++counts[token.word.toString()];
    }
}

class Portraying
{
public:
    Portraying(const PortraitQuestion &question, const Selection &selection, const Codebook &codebook,
               StoreReader &reader, Progress &progress)
        : m_question(question),
          m_selection(selection),
          m_codebook(codebook),
          m_theme(codebook.themes.at(question.theme)),
          m_reader(reader),
          m_progress(progress),
          m_finder(codebook)
    {
    }

    Result<ThemePortrait> run()
    {
        Filter having;
        having.facets.append({.facet = Facet::Theme, .attribute = {}, .values = {m_theme.id}, .excluded = false});
        m_with = m_selection.index().select(having, {});
        m_with &= m_selection.stories();
        m_without = comparable();
        m_portrait.comparable = m_without.count();
        m_without.subtract(m_with);
        countStories();
        if (const auto judged = judgeRule(); !judged)
            return judged.error();
        if (const auto read = readModel(); !read)
            return read.error();
        if (const auto read = readTexts(); !read)
            return read.error();
        rank();
        return std::move(m_portrait);
    }

private:
    [[nodiscard]] Bitset comparable() const;
    void countStories();
    Result<> judgeRule();
    Result<> readModel();
    Result<> readTexts();
    void rank();
    Result<> visit(const QVector<StoryId> &ids, const std::function<void(const CodedText &)> &look)
    {
        return m_reader.codedTexts(
            ids,
            [&look](CodedText &&story) {
                look(story);
                return Result<>();
            },
            m_progress);
    }

    const PortraitQuestion &m_question;
    const Selection &m_selection;
    const Codebook &m_codebook;
    const Theme &m_theme;
    StoreReader &m_reader;
    Progress &m_progress;
    HitFinder m_finder;
    Bitset m_with;
    Bitset m_without;
    std::optional<ThemeModel> m_model;
    std::vector<CodedText> m_read; ///< those with it
    WordCounts m_inside;
    WordCounts m_outside;
    ThemePortrait m_portrait;
};

/// The stories in the languages in which one has the theme.
Bitset Portraying::comparable() const
{
    const ThemeTable table = m_selection.index().themeTable({.by = TableBy::Language}, m_with);
    FacetTerm languages{.facet = Facet::Language, .attribute = {}, .values = {}, .excluded = false};
    for (const ThemeTable::Column &column : table.columns)
        languages.values.append(column.key);
    Filter filter;
    filter.facets.append(languages);
    Bitset stories = m_selection.index().select(filter, {});
    stories &= m_selection.stories();
    return stories;
}

void Portraying::countStories()
{
    const StoryIndex &index = m_selection.index();
    m_portrait.stories = m_selection.count();
    m_portrait.having = m_with.count();
    m_portrait.volume = index.timeline({.by = {},
                                        .counting = Counting::Stories,
                                        .split = {},
                                        .zone = m_question.zone,
                                        .mostBuckets = m_question.mostBuckets,
                                        .within = {}},
                                       m_with, m_question.filter.span);
    const ThemeTable table = index.themeTable({}, m_selection.stories());
    const auto own = std::ranges::find(table.rows, m_theme.id, &ThemeTable::Row::theme);
    if (own == table.rows.cend())
        return;
    for (const ThemeTable::Column &column : table.columns) {
        const Theme *other = m_codebook.theme(column.key);
        const qint64 both = column.counts.at(own - table.rows.cbegin());
        if (other && other->number != m_theme.number && both > 0)
            m_portrait.companions.append({other->number, both, column.stories});
    }
    std::ranges::stable_sort(m_portrait.companions, std::greater<>(), &ThemePortrait::Companion::both);
}

/// The rule beside what people said of the stories, or of as many as are read.
Result<> Portraying::judgeRule()
{
    Filter coded;
    coded.properties.append({Property::CodedByHand, false});
    Bitset byHand = m_selection.index().select(coded, {});
    byHand &= m_selection.stories();
    const Label label{Label::Kind::Theme, m_theme.number};
    Confusion confusion;
    const auto judged
        = visit(spread(m_selection.index(), byHand, m_question.mostRead), [&](const CodedText &story) {
              if (const auto present = truth(story, label))
                  confusion.add(*present,
                                ruleSays(m_finder.rules().code(tokenise(story.text), story.language), label));
          });
    if (judged && confusion.stories() > 0)
        m_portrait.byHand = confusion;
    return judged;
}

Result<> Portraying::readModel()
{
    const auto coders = m_reader.labelCoders();
    if (!coders)
        return coders.error();
    const auto coder = std::ranges::find(*coders, Label{Label::Kind::Theme, m_theme.number}, &LabelCoder::label);
    if (coder == coders->cend())
        return {};
    auto model = m_reader.model(coder->model);
    if (!model)
        return model.error();
    m_model = std::move(model).value();
    m_portrait.isLearned = true;
    const qsizetype part = m_model->indexOf(coder->label);
    if (part >= 0)
        m_portrait.byModel = m_model->parts().at(part).tried;
    return {};
}

Result<> Portraying::readTexts()
{
    const StoryIndex &index = m_selection.index();
    const auto with = visit(spread(index, m_with, m_question.mostRead), [this](const CodedText &story) {
        count(tokenise(story.text), m_inside);
        m_read.push_back(story);
    });
    if (!with)
        return with;
    m_portrait.readWith = static_cast<qsizetype>(m_read.size());
    return visit(spread(index, m_without, m_question.mostRead), [this](const CodedText &story) {
        count(tokenise(story.text), m_outside);
        ++m_portrait.readWithout;
    });
}

void Portraying::rank()
{
    const QVector<ContrastWord> words = contrastWords(m_inside, m_outside, m_inside.size());
    QHash<QString, double> weights;
    for (const ContrastWord &word : words)
        weights.insert(word.word, word.z);
    for (const ContrastWord &word : words) {
        if (word.z > 0 && m_portrait.words.size() < m_question.mostWords)
            m_portrait.words.append(word);
    }
    const qsizetype part = m_model ? m_model->indexOf({Label::Kind::Theme, m_theme.number}) : -1;
    std::vector<ReadStory> judged;
    for (const CodedText &story : m_read) {
        const Tokens tokens = tokenise(story.text);
        ReadStory one{story.id, 0, 0, story.present.contains(m_theme.number)};
        if (part >= 0) {
            one.typical = m_model->probabilities(tokens, m_finder).at(static_cast<size_t>(part));
            one.certain = std::abs(one.typical - m_model->parts().at(part).cut);
        } else {
            QSet<QString> said;
            for (const Token &token : tokens)
                said.insert(token.word.toString());
            for (const QString &word : std::as_const(said))
                one.typical += weights.value(word);
            one.typical /= std::sqrt(std::max<double>(1, static_cast<double>(said.size())));
            one.certain = one.typical;
        }
        judged.push_back(one);
    }
    const auto append = [this](QVector<StoryId> &ids, const ReadStory &story) {
        if (ids.size() < m_question.mostStories)
            ids.append(story.id);
    };
    std::ranges::stable_sort(judged, std::greater<>(), &ReadStory::typical);
    for (const ReadStory &story : judged)
        append(m_portrait.typical, story);
    std::ranges::stable_sort(judged, std::less<>(), &ReadStory::certain);
    for (const ReadStory &story : judged) {
        if (!story.isByHand && !m_portrait.typical.contains(story.id))
            append(m_portrait.doubtful, story);
    }
}

} // namespace

Result<ThemePortrait> portray(const PortraitQuestion &question, const Selection &selection,
                              const Codebook &codebook, StoreReader &reader, Progress &progress)
{
    if (question.theme < 0 || question.theme >= codebook.themes.size())
        return Error{
            Error::Kind::NotFound,
            QCoreApplication::translate("Learning", "The codebook has this theme no longer. Choose another one.")};
    return Portraying(question, selection, codebook, reader, progress).run();
}

} // namespace tidemark
