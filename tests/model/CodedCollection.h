#pragma once

#include "support/InventedPosts.h"
#include "theme/InventedThemes.h"

namespace tidemark::test {

inline constexpr int ogling = 1; ///< of the shipped codebook, whose rule doesn't know the word that makes it here
inline constexpr Label oglingLabel{Label::Kind::Theme, ogling};

/// A new collection of invented stories, the first of them coded by hand with a theme that one word makes; null if
/// that failed.
inline std::unique_ptr<Collection> codedCollection(const QTemporaryDir &folder, int coded, int uncoded)
{
    InventedThemes invented({{QStringLiteral("glimmered"), 0.5, 1.0, 0.0}}, 1);
    QByteArray csv = "text,staring\n";
    int row = 0;
    for (const CodedText &story : invented.stories(coded + uncoded))
        csv += story.text.toUtf8() + ',' + (row++ >= coded ? "" : story.present.contains(0) ? "yes" : "no") + '\n';
    auto opened = Collection::open(folder.filePath(QStringLiteral("coded.tidemark")), Collection::Missing::Create);
    if (!opened)
        return nullptr;
    std::unique_ptr<Collection> collection = std::move(opened).value();
    const bool filled = waitFor(collection->import(writeFile(folder, QStringLiteral("coded.csv"), csv), {}))
        && (coded == 0 || waitFor(collection->label({{QStringLiteral("staring"), ogling}}, {})));
    return filled ? std::move(collection) : nullptr;
}

inline QVector<StoryId> storiesOf(Collection &collection, const QString &filter)
{
    SelectionQuestion question;
    question.filter = std::get<Filter>(parseFilter(filter, collection.names()));
    question.facets = false;
    return collection.select(question).result()->allIds(Order::OldestFirst);
}

} // namespace tidemark::test
