#include "theme/ModelWords.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double hardly = 0.05; ///< in logits: a fiftieth of the way from doubt to near certainty

} // namespace

ModelWords modelWords(Label label, const ThemeModel::Explanation &explanation, const Tokens &tokens, qsizetype most)
{
    ModelWords words;
    double logit = explanation.bias;
    for (const auto &[hit, weight] : explanation.hits) {
        logit += weight;
        if (hit == label && weight > hardly)
            words.ruleSpokeFor = true;
    }
    QHash<QString, double> weights;
    const qsizetype known = std::min(tokens.size(), static_cast<qsizetype>(explanation.words.size()));
    for (qsizetype i = 0; i < known; ++i) {
        const double weight = explanation.words[static_cast<size_t>(i)];
        logit += weight;
        if (tokens.at(i).kind != Token::Kind::Mention)
            weights[tokens.at(i).word.toString()] += weight;
    }
    words.probability = 1 / (1 + std::exp(-logit));

    QVector<std::pair<double, QString>> strongest;
    for (auto it = weights.cbegin(); it != weights.cend(); ++it) {
        if (std::abs(it.value()) > hardly)
            strongest.append({it.value(), it.key()});
    }
    std::sort(strongest.begin(), strongest.end());
    for (auto word = strongest.crbegin(); word != strongest.crend() && word->first > 0; ++word) {
        if (words.forIt.size() < most)
            words.forIt.append(word->second);
    }
    for (auto word = strongest.cbegin(); word != strongest.cend() && word->first < 0; ++word) {
        if (words.against.size() < most)
            words.against.append(word->second);
    }
    return words;
}

} // namespace tidemark
