#pragma once

#include <QFileDevice>

namespace tidemark {

/// Makes everything that the program writes for itself private (umask 077) and remembers the umask that it found.
/// Called once, first thing in main.
void keepOwnFilesPrivate();

/// What a file that the user saves elsewhere gets: the permissions that the umask found at the start allows.
QFileDevice::Permissions userFilePermissions();

/// Whether this is a collection, another database, or what SQLite keeps beside one: nothing that is written
/// elsewhere may take its place, and it must not be opened as a file while it is open as a collection. Any thread.
bool isDatabase(const QString &path);

} // namespace tidemark
