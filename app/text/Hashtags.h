#pragma once

#include "text/Tokens.h"

#include <QStringView>
#include <QVector>

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

/// A word of the tags column, and the tokens that it was made from.
struct TagWord
{
    QString word;
    qsizetype first = 0;
    qsizetype count = 0;
};

/// The words of the tags column that a text's tokens give, in order.
QVector<TagWord> tagWords(const Tokens &tokens);

} // namespace tidemark
