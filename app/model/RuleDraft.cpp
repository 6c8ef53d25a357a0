#include "model/RuleDraft.h"

#include <QLocale>

namespace tidemark {

namespace {

WordQuery wordsOf(const QString &rule)
{
    const auto parsed = parseWords(rule);
    const auto *words = std::get_if<WordQuery>(&parsed);
    return words ? *words : WordQuery();
}

} // namespace

RuleDraft::RuleDraft(Collection *collection, QObject *parent) : QObject(parent), m_collection(collection) {}

void RuleDraft::begin(const QString &rule, const QString &savedRule)
{
    m_savedWords = wordsOf(savedRule);
    m_trial = {};
    setRule(rule);
}

void RuleDraft::setRule(const QString &rule)
{
    m_rule = rule;
    const auto parsed = parseWords(rule);
    const auto *mistake = std::get_if<Mistake>(&parsed);
    m_mistake = mistake ? std::optional(*mistake) : std::nullopt;
    if (mistake) {
        m_question.drop();
        m_busy = false;
        emit changed();
        return;
    }
    m_words = std::get<WordQuery>(parsed);
    ask();
}

void RuleDraft::ask()
{
    if (!m_collection || m_mistake)
        return;
    m_question.drop();
    m_failure.clear();
    m_busy = true;
    m_question.await(m_collection, m_collection->tryRule({m_words, m_savedWords}), this,
                     [this](const Result<RuleTrial> &answer) { answered(answer); });
    emit changed();
}

void RuleDraft::answered(const Result<RuleTrial> &answer)
{
    m_busy = false;
    if (answer)
        m_trial = answer.value();
    else
        m_failure = answer.error().message;
    emit changed();
}

QString RuleDraft::verdict() const
{
    if (m_mistake)
        return m_mistake->message;
    if (!m_failure.isEmpty())
        return m_failure;
    if (m_busy)
        return tr("Counting ...");
    const QLocale locale;
    if (m_words.isEmpty() && m_savedWords.isEmpty())
        return tr("Without a rule the theme is set by hand only.");
    return tr("Finds %1 of %2 stories in the rules' language; against the rule in force %3 enter, %4 leave.")
        .arg(locale.toString(m_trial.matching.count), locale.toString(m_trial.readable),
             locale.toString(m_trial.entering.count), locale.toString(m_trial.leaving.count));
}

QString RuleDraft::doubt() const
{
    constexpr qint64 nearlyAll = 90; // percent
    if (m_busy || m_mistake || m_words.isEmpty() || m_trial.readable == 0)
        return {};
    if (m_trial.matching.count == 0)
        return tr("It matches no story: check its words.");
    return 100 * m_trial.matching.count >= nearlyAll * m_trial.readable
        ? tr("It matches nearly every story: check its words.")
        : QString();
}

} // namespace tidemark
