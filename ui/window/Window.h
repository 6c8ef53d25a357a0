#pragma once

class QApplication;
class QString;

namespace tidemark {

/// Shows the window with a collection: the one at the path (made if nothing is there), else the one that was open
/// last, else, on the first start, the sample. Returns the exit code when the window is closed.
int runWindow(QApplication &application, const QString &collection);

} // namespace tidemark
