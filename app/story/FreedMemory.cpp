#include "story/FreedMemory.h"

#include <cstddef>
#include <malloc.h>

/// jemalloc's; null where a program has another allocator, as under sanitizers.
extern "C" int mallctl(const char *name, void *old, size_t *oldSize, void *value, size_t size)
    __attribute__((weak));

namespace tidemark {

void giveBackFreedMemory()
{
    constexpr char purgeAllArenas[] = "arena.4096.purge"; // MALLCTL_ARENAS_ALL
    if (mallctl != nullptr)
        static_cast<void>(mallctl(purgeAllArenas, nullptr, nullptr, nullptr, 0));
    else
        malloc_trim(0);
}

} // namespace tidemark
