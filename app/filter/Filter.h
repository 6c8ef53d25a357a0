#pragma once

#include "filter/WordQuery.h"
#include "story/StoryId.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// A dimension of the filter whose values are a list with counts.
enum class Facet : quint8 { Theme, Voice, Platform, Language, Source, Attribute };

/// One choice in a facet. Values are keys: the theme's id, the voice's and platform's key, the language code
/// (`unknown` where there is none), the source's name, the attribute's value. The theme `none` is "no theme".
struct FacetTerm
{
    Facet facet = Facet::Theme;
    QString attribute;     ///< for Facet::Attribute, its name
    QStringList values;    ///< any of these
    bool excluded = false; ///< none of these

    friend bool operator==(const FacetTerm &, const FacetTerm &) = default;
};

/// Yes-or-no properties of a story.
enum class Property : quint8 {
    Unread,      ///< is:unread (its contrary is:read)
    Starred,     ///< is:starred
    DoNotQuote,  ///< is:do-not-quote
    Undated,     ///< is:undated
    HasNote,     ///< has:note
    HasTheme,    ///< has:theme
    HasWarning,  ///< has:warning: the author's own content warning, or marked sensitive
    CodedByHand, ///< coded:hand: a theme or the voice was set by a person
    Original     ///< is:original (its contrary is:copy): no near-copy of an earlier story
};

struct PropertyTerm
{
    Property property = Property::Unread;
    bool excluded = false;

    friend bool operator==(const PropertyTerm &, const PropertyTerm &) = default;
};

/// How many near-copies a story has beside itself: `copies:2`, `copies:>10`, `copies:<3`, `copies:2..10`.
struct CopiesTerm
{
    qint64 least = 0;
    std::optional<qint64> most;
    bool excluded = false;

    friend bool operator==(const CopiesTerm &, const CopiesTerm &) = default;
};

/// What a person asks for: a value. All parts are joined by "and"; an empty filter is every story. Window,
/// export and command line take the same Filter and show the same count.
struct Filter
{
    WordQuery words;
    QVector<FacetTerm> facets;
    QVector<PropertyTerm> properties;
    QVector<StoryId> ids; ///< any of these; empty: no such condition
    TimeSpan span;
    QVector<CopiesTerm> copies = {};

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const Filter &, const Filter &) = default;
};

/// The parts that both filters have: those terms, and words, ids and span where they are the same.
Filter commonParts(const Filter &a, const Filter &b);

} // namespace tidemark
