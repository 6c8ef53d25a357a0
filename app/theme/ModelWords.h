#pragma once

#include "text/Tokens.h"
#include "theme/ThemeModel.h"

#include <QStringList>

namespace tidemark {

/// What a model's coding of a story rests on, as a reader is told.
struct ModelWords
{
    double probability = 0; ///< that the story has the theme or voice, as the model says
    QStringList forIt;      ///< the words, normalised, that spoke most for it
    QStringList against;
    bool ruleSpokeFor = false; ///< a hit of its own rule did
};

/// The strongest words of an explanation, each once, however often it is said: at most so many, and none that
/// hardly counts.
ModelWords modelWords(Label label, const ThemeModel::Explanation &explanation, const Tokens &tokens,
                      qsizetype most);

} // namespace tidemark
