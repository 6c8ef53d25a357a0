#pragma once

#include "collection/ThemePortrait.h"

#include <QStringList>
#include <QVector>

namespace tidemark {

// What a theme's page says of its portrait, in words and rows.

/// How many stories have it, who codes it, and how its rule does beside what people said.
QString figuresOf(const ThemePortrait &portrait);

/// How the words were found, with the method's source.
QString wordsMethod(const ThemePortrait &portrait);
QStringList wordsHeader();
QVector<QStringList> wordRows(const ThemePortrait &portrait);

QStringList companionsHeader();
QVector<QStringList> companionRows(const ThemePortrait &portrait, const Codebook &codebook);

/// What makes a story typical, or doubtful.
QString storiesMethod(const ThemePortrait &portrait);

} // namespace tidemark
