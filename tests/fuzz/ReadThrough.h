#pragma once

#include "source/Reader.h"

namespace tidemark::fuzz {

/// Reads everything that a reader gives.
inline void readThrough(Result<std::unique_ptr<Reader>> reader)
{
    if (!reader)
        return;
    while (true) {
        const auto record = (*reader)->next();
        if (!record || !*record)
            break;
    }
    (void)(*reader)->notes();
}

} // namespace tidemark::fuzz
