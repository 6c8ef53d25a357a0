#include "store/FreeSpace.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

namespace tidemark {

qint64 freeSpaceBeside(const QString &path)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    std::error_code unknown;
    const std::filesystem::space_info space
        = std::filesystem::space(QFileInfo(path).absolutePath().toStdU16String(), unknown);
    return unknown ? most : static_cast<qint64>(std::min<std::uintmax_t>(space.available, most));
}

} // namespace tidemark
