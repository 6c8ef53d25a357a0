#pragma once

#include <QFileDevice>

namespace tidemark {

/// Makes everything that the program writes for itself private (umask 077) and remembers the umask that it found.
/// Called once, first thing in main.
void keepOwnFilesPrivate();

/// What a file that the user saves elsewhere gets: the permissions that the umask found at the start allows.
QFileDevice::Permissions userFilePermissions();

} // namespace tidemark
