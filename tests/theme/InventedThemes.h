#pragma once

#include "theme/CodedText.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace tidemark::test {

/// Invented texts whose themes are drawn by a known law, so that the best possible answer is known: each theme is
/// present with probability `whenSaid` where its word is said, else with `whenNot`. Whoever answers "present"
/// exactly where the word stands is right as often as anybody can be.
class InventedThemes
{
public:
    struct Law
    {
        QString word;
        double said = 0.5; ///< how often the word is said
        double whenSaid = 0.9;
        double whenNot = 0.05;
    };

    InventedThemes(QVector<Law> laws, quint32 seed) : m_laws(std::move(laws)), m_random(seed) {}

    /// The share of right answers that nobody can better, for one theme.
    [[nodiscard]] double bestAccuracy(int theme) const
    {
        const Law &law = m_laws.at(theme);
        return law.said * std::max(law.whenSaid, 1 - law.whenSaid)
            + (1 - law.said) * std::max(law.whenNot, 1 - law.whenNot);
    }

    std::vector<CodedText> stories(int count)
    {
        std::vector<CodedText> all;
        all.reserve(static_cast<size_t>(count));
        for (int i = 0; i < count; ++i)
            all.push_back(story());
        return all;
    }

private:
    bool draw(double chance) { return static_cast<double>(m_random()) / 4294967296.0 < chance; }

    CodedText story()
    {
        CodedText story;
        story.id = StoryId{++m_last};
        QStringList words;
        for (int i = 0; i < 12; ++i) // of three hundred words that mean nothing
            words.append(QStringLiteral("invented%1").arg(m_random() % 300));
        for (int theme = 0; theme < m_laws.size(); ++theme) {
            const Law &law = m_laws.at(theme);
            const bool said = draw(law.said);
            if (said)
                words.insert(static_cast<qsizetype>(m_random() % 12), law.word);
            (draw(said ? law.whenSaid : law.whenNot) ? story.present : story.absent).insert(theme);
        }
        story.text = words.join(QLatin1Char(' '));
        return story;
    }

    QVector<Law> m_laws;
    std::mt19937 m_random;
    qint64 m_last = 0;
};

/// Invented texts that are hard to learn from: each theme is said in any of thirty wordings, each with odds of its
/// own, among two thousand words of which few are frequent; one word in sixteen is misspelt. How often the best
/// possible answer is right is known from the odds.
class InventedReports
{
public:
    InventedReports(int themes, quint32 seed) : m_random(seed)
    {
        for (int i = 0; i < 2000; ++i)
            m_words.append(madeUpWord());
        for (int i = 0; i < themes; ++i) {
            QVector<Wording> wordings;
            for (int j = 0; j < 30; ++j)
                wordings.append(
                    {madeUpWord() + QLatin1Char(' ') + m_words.at(int(m_random() % 60)), 0.3 + 0.67 * chance()});
            m_themes.append(wordings);
        }
    }

    std::vector<CodedText> stories(int count)
    {
        std::vector<CodedText> all;
        for (int i = 0; i < count; ++i)
            all.push_back(story());
        return all;
    }

    /// The share of right answers that nobody can better, over all stories drawn so far.
    [[nodiscard]] double bestAccuracy() const { return m_best / m_answers; }

private:
    struct Wording
    {
        QString words;
        double present = 0;
    };

    double chance() { return static_cast<double>(m_random()) / 4294967296.0; }

    QString madeUpWord()
    {
        static const QString letters = QStringLiteral("aeiourstlnmdkpbvg");
        QString word;
        for (int i = 0, length = 3 + int(m_random() % 6); i < length; ++i)
            word.append(letters.at(int(m_random() % 17)));
        return word;
    }

    QString misspelt(QString word)
    {
        if (word.size() > 3 && chance() < 1.0 / 16) {
            const int at = 1 + int(m_random() % (static_cast<quint32>(word.size()) - 2));
            std::swap(word[at], word[at + 1]);
        }
        return word;
    }

    CodedText story()
    {
        CodedText story;
        story.id = StoryId{++m_last};
        QStringList words;
        for (int i = 0; i < 15; ++i) // about as Zipf's law has it
            words.append(m_words.at(static_cast<int>(std::pow(2000.0, chance())) - 1));
        for (int theme = 0; theme < m_themes.size(); ++theme) {
            double present = 0.06;
            if (chance() < 0.4) {
                const Wording &wording = m_themes.at(theme).at(int(m_random() % 30));
                words.insert(int(m_random() % 15), wording.words);
                present = wording.present;
            }
            (chance() < present ? story.present : story.absent).insert(theme);
            m_best += std::max(present, 1 - present);
            ++m_answers;
        }
        words = words.join(QLatin1Char(' ')).split(QLatin1Char(' '));
        std::transform(words.begin(), words.end(), words.begin(),
                       [this](const QString &word) { return misspelt(word); });
        story.text = words.join(QLatin1Char(' '));
        return story;
    }

    std::mt19937 m_random;
    QStringList m_words;
    QVector<QVector<Wording>> m_themes;
    double m_best = 0;
    double m_answers = 0;
    qint64 m_last = 0;
};

} // namespace tidemark::test
