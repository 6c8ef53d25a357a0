#pragma once

#include "data/Post.h"

#include <QString>
#include <QStringList>

#include <array>
#include <random>
#include <vector>

namespace tidemark::bench {

/// Invented posts, one in ten of which passes on an earlier one that is nobody's copy, changed in one of the ways
/// in which people do. Always the same for the same count.
class CopiedPosts
{
public:
    static constexpr std::array ways{"word for word",           "with a name, a tag and a link",
                                     "with five words before",  "one word in twenty changed",
                                     "one word in ten changed", "the last tenth cut off",
                                     "cut to 140 signs"};

    struct Post
    {
        QString text;
        qint64 original = 0; ///< the number of the post that it passes on; its own if it passes none on
        size_t way = 0;      ///< of a copy
        QString passedOn{};  ///< of a copy: the original's text
    };

    explicit CopiedPosts(qint64 count);

    Post make(); ///< numbered from 1

private:
    struct Original
    {
        qint64 number = 0;
        QString text;
    };

    [[nodiscard]] QString changed(const QString &text, size_t way);
    [[nodiscard]] QString withWordsChanged(const QString &text, unsigned oneIn);
    [[nodiscard]] QString anyWord();

    PostMaker m_maker;
    std::vector<Original> m_earlier;
    std::mt19937 m_random{1};
    qint64 m_number = 0;
};

} // namespace tidemark::bench
