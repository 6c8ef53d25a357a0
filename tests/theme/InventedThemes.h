#pragma once

#include "theme/CodedText.h"

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

} // namespace tidemark::test
