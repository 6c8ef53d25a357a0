#pragma once

#include "command/Command.h"

namespace tidemark {

/// `tidemark --help`: what there is.
QString overviewText();
/// `tidemark COMMAND --help`.
QString helpText(const Command &command);
/// The man page, in the man macros of roff, from the same texts.
QByteArray manualPage();

} // namespace tidemark
