#pragma once

#include "story/Result.h"
#include "theme/Codebook.h"

#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace tidemark {

/// Asks for the file of a codebook, or for a collection that has one. Empty: none was chosen.
QString chooseCodebookFile(QWidget *parent, const QString &title);

/// Reads such a file beside the window; then() is called on this thread, unless context is gone by then.
void readCodebook(const QString &path, QObject *context, const std::function<void(const Result<Codebook> &)> &then);

} // namespace tidemark
