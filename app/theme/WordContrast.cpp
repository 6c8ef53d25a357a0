#include "theme/WordContrast.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

double sumOf(const WordCounts &counts)
{
    double sum = 0;
    for (const qint64 count : counts)
        sum += static_cast<double>(count);
    return sum;
}

} // namespace

QVector<ContrastWord> contrastWords(const WordCounts &inside, const WordCounts &outside, qsizetype most,
                                    double priorWords)
{
    const double all = sumOf(inside) + sumOf(outside);
    const double insideAll = sumOf(inside) + priorWords;
    const double outsideAll = sumOf(outside) + priorWords;
    QVector<ContrastWord> words;
    for (auto it = inside.cbegin(); it != inside.cend(); ++it) {
        ContrastWord word{it.key(), it.value(), outside.value(it.key()), 0};
        const double prior = priorWords * static_cast<double>(word.inside + word.outside) / all;
        const double in = static_cast<double>(word.inside) + prior;
        const double out = static_cast<double>(word.outside) + prior;
        const double difference = std::log(in / (insideAll - in)) - std::log(out / (outsideAll - out));
        word.z = difference / std::sqrt(1 / in + 1 / out);
        words.append(word);
    }
    const auto stronger
        = [](const ContrastWord &a, const ContrastWord &b) { return a.z != b.z ? a.z > b.z : a.word < b.word; };
    std::sort(words.begin(), words.end(), stronger);
    words.resize(std::min(most, words.size()));
    return words;
}

} // namespace tidemark
