#pragma once

#include <QStringView>

namespace tidemark {

inline bool isTagSign(QChar c)
{
    return c == u'#' || c == u'\uff03' || c == u'\ufe5f';
}

/// Where a hashtag's name stands.
struct TagPlace
{
    qsizetype start = 0;
    qsizetype length = 0; ///< 0: no hashtag
};

/// The hashtag whose sign is at a place: letters, digits and underscores, with a letter among them. One space
/// between sign and name is passed over where no word goes before the sign ("# tag" is what scrapers leave).
TagPlace tagAt(QStringView text, qsizetype sign);

} // namespace tidemark
