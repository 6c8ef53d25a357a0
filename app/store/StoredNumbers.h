#pragma once

#include "story/Platform.h"
#include "story/Voice.h"

namespace tidemark {

// Numbers as a file holds them, which another program may have written: what is none of ours is Other, or Unknown.

inline Platform platformOf(qint64 number)
{
    return number > 0 && number <= static_cast<qint64>(Platform::Blog) ? static_cast<Platform>(number)
                                                                       : Platform::Other;
}

inline Voice voiceOf(qint64 number)
{
    return number > 0 && number <= static_cast<qint64>(Voice::Commentary) ? static_cast<Voice>(number)
                                                                          : Voice::Unknown;
}

} // namespace tidemark
