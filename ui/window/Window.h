#pragma once

#include <QStringList>

class QApplication;

namespace tidemark {

/// Shows the window with a collection: what follows --collection, else the first file that is one (*.tidemark),
/// else the one that was open last, else, on the first start, the sample. All other files are offered for import.
/// Returns the exit code when the window is closed.
int runWindow(QApplication &application, const QStringList &arguments);

} // namespace tidemark
