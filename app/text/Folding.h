#pragma once

#include <QString>
#include <QStringView>

namespace tidemark {

/// What a word is made of: FTS5's categories 'L* N* Co Mn Mc'.
bool isWordCharacter(char32_t character);

/// Whether a character belongs to the one before it (a vowel sign, a voicing mark).
bool isMark(char32_t character);

/// Whether a character is dropped from the normalised form without ending the word: accents, Arabic and Hebrew
/// points, tatweel, zero-width characters, soft hyphens.
bool isDropped(char32_t character);

/// Whether a character is a word by itself, being of a script written without spaces (or Hangul).
bool standsAlone(char32_t character);

/// The character at a place; an unpaired surrogate gives itself.
char32_t characterAt(QStringView text, qsizetype at);
/// The character that ends before a place; 0 at the start.
char32_t characterBefore(QStringView text, qsizetype at);
inline qsizetype unitsOf(char32_t character)
{
    return character > 0xffff ? 2 : 1;
}

/// The length of the stretch from a place to the next normalisation boundary: what must be folded together.
/// At most 32 units or so, for no real character has more marks.
qsizetype segmentLength(QStringView text, qsizetype at);

/// One such stretch in NFKC, case-folded, without what is dropped. Replaces what folded held.
void foldSegment(QStringView segment, QString &folded);

} // namespace tidemark
