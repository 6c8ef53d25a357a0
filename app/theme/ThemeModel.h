#pragma once

#include "theme/CodedText.h"
#include "theme/FeatureSpace.h"
#include "theme/Figures.h"
#include "theme/LinearFit.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tidemark {

/// What was learned of some labels: for each a plane through one feature space, whose decision as a logit is the
/// probability, and the cut from which on a story has the label. A value; any thread.
class ThemeModel
{
public:
    struct Part
    {
        Label label;
        double cut = 0.5;
        /// How it did on stories that it didn't learn from; absent: an earlier Tidemark didn't keep that.
        std::optional<Confusion> tried = {};
    };

    ThemeModel() = default;
    /// planes: one for each part, over the space's features.
    ThemeModel(FeatureSpace space, QVector<Part> parts, const std::vector<LinearWeights> &planes, bool readsRules);

    [[nodiscard]] const QVector<Part> &parts() const { return m_parts; }
    [[nodiscard]] qsizetype indexOf(Label label) const; ///< of its part; -1: it wasn't learned
    void setCut(qsizetype part, double cut) { m_parts[part].cut = cut; }
    void setTried(qsizetype part, const Confusion &tried) { m_parts[part].tried = tried; }
    [[nodiscard]] bool readsRules() const { return m_readsRules; } ///< the rules' hits are features

    /// Of each part, in their order.
    [[nodiscard]] std::vector<double> probabilities(const Tokens &tokens, const HitFinder &finder) const;

    /// How much each word, and each hit of a rule, spoke for a part (above 0) or against it, in logits. A piece's
    /// weight is shared evenly by the words that it stands in.
    struct Explanation
    {
        std::vector<double> words;              ///< by token
        QVector<std::pair<Label, double>> hits; ///< a theme's with its variants'
        double bias = 0;
        double cut = 0.5; ///< the probability from which on a story has the label
    };
    [[nodiscard]] Explanation explain(qsizetype part, const Tokens &tokens, const HitFinder &finder) const;

    [[nodiscard]] QByteArray toBytes() const;
    static Result<ThemeModel> fromBytes(const QByteArray &bytes);

private:
    [[nodiscard]] size_t place(int feature, qsizetype part) const
    {
        return (static_cast<size_t>(feature) * static_cast<size_t>(m_parts.size()) + static_cast<size_t>(part)) * 2;
    }

    FeatureSpace m_space;
    QVector<Part> m_parts;
    std::vector<float> m_biases;
    std::vector<float> m_weights; ///< feature by feature, within it part by part: of its value, of its presence
    bool m_readsRules = true;
};

} // namespace tidemark
