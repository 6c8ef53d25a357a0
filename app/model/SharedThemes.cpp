#include "model/SharedThemes.h"

namespace tidemark {

SharedThemes sharedThemes(const StoryIndex &index, std::span<const StoryId> stories)
{
    const auto chosen = std::make_shared<const Bitset>(index.bitsOf(stories));
    const qint64 count = chosen->count();
    StoreAnswers answers;
    answers.words = chosen;
    const IndexAnswer answer = index.answer({.filter = {}, .answers = answers, .facets = {Facet::Theme}});
    SharedThemes shared;
    const QVector<FacetValue> &values = answer.facets.constFirst().values;
    for (const FacetValue &value : values) {
        const qsizetype theme = index.names().themes.indexOf(value.key);
        if (theme < 0 || value.count == 0)
            continue;
        (value.count == count ? shared.ofAll : shared.ofSome).insert(static_cast<int>(theme));
    }
    return shared;
}

} // namespace tidemark
