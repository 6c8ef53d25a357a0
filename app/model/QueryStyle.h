#pragma once

#include "filter/QueryLexer.h"

#include <QStringView>
#include <QVector>

namespace tidemark {

/// What a stretch of a filter's text is, for showing it as such while it is typed.
enum class QueryPart : quint8 {
    Key,      ///< `theme:`, `attr:sector=`
    Value,    ///< of a key
    Operator, ///< AND, OR, NOT, the minus sign, parentheses
    Tag,      ///< #MeToo
    Quoted    ///< a phrase in quotes
};

struct StyledPart
{
    Place place; ///< in UTF-16 units of the text
    QueryPart part = QueryPart::Key;
};

/// The parts of a text in order; bare words are none. Ends at the first mistake.
QVector<StyledPart> styledParts(QStringView text);

} // namespace tidemark
