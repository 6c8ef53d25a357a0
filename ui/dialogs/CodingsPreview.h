#pragma once

#include "source/LabelGuess.h"
#include "source/Preview.h"
#include "theme/Codebook.h"

namespace tidemark {

// What the columns in which people coded a file's stories will bring, before it is imported.

LabelGuess guessedLabels(const Preview &preview, const Codebook &codebook);

/// What a record's labels say: first what is there, then what isn't.
QString codingsText(const QVector<StoryLabel> &labels, const Codebook &codebook);

/// Which columns become codings, as a sentence among those of what was understood; empty: none.
QStringList codingsNote(const QVector<LabelColumn> &labels, const Codebook &codebook);

} // namespace tidemark
