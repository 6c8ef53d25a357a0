#pragma once

#include "filter/Filter.h"
#include "filter/Mistake.h"

#include <QHash>
#include <QStringList>
#include <QTimeZone>

#include <variant>

namespace tidemark {

/// The names that a filter's text may use, passed in as a value so that the language knows no collection.
struct KnownNames
{
    QHash<QString, QString> themes; ///< id -> name for people
    QStringList sources;
    QStringList attributes;
    QTimeZone zone = QTimeZone(QByteArrayLiteral("UTC")); ///< in which dates are read and written
};

/// Text -> Filter. Every theme, source and attribute must be known, every value possible, every date real;
/// otherwise a Mistake with its place. `since:` and `until:` name the first and the last day (or minute,
/// second, millisecond) that belong to the span; a time may carry `Z` or `+02:00` behind it. OR and ( ) join words
/// only, and the words are read as if the terms between them weren't there: `a OR b theme:x` is `(a OR b)` and the
/// theme. A word before a colon that is no key is a mistake, except in `http://...`, `12:30` and `said:`. Linear in
/// the text's length (at most 200,000 UTF-16 units, parentheses 64 deep).
std::variant<Filter, Mistake> parseFilter(QStringView text, const KnownNames &names);

/// Only the words part, for rules; a key of the filter is a mistake.
std::variant<WordQuery, Mistake> parseWords(QStringView text);

/// Filter -> text, such that parseFilter gives the same Filter back.
QString filterToText(const Filter &filter, const KnownNames &names);

/// One part of a filter, for the chips above the list: its sentence part, and the filter without it.
struct FilterChip
{
    QString label;   ///< for people: "theme: Workplace harassment", "not platform: Twitter", "15-22 Oct 2017"
    Filter without;  ///< the filter when this chip is removed
    Filter inverted; ///< the filter when it is turned round; equal to the filter where that can't be (the span)
    Filter alone;    ///< a filter of nothing but this part
    bool excluded = false;
};

QVector<FilterChip> filterChips(const Filter &filter, const KnownNames &names);

/// What the filter's chips say, after words that already tell that these are stories.
QString partsInWords(const Filter &filter, const KnownNames &names);

/// The filter as a sentence for people: manifest, status bar, accessibility.
QString describeFilter(const Filter &filter, const KnownNames &names);

} // namespace tidemark
