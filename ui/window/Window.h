#pragma once

class QApplication;
class QString;

namespace tidemark {

/// Shows the window with a collection: the file, if it is one (*.tidemark), else the one that was open last, else,
/// on the first start, the sample. Any other file is offered for import. Returns the exit code when the window is
/// closed.
int runWindow(QApplication &application, const QString &file);

} // namespace tidemark
