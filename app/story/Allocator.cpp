#include "story/Allocator.h"

#include <cstddef>
#include <malloc.h>

extern "C" {
/// jemalloc's; null where a program has another allocator, as under sanitizers.
int mallctl(const char *name, void *old, size_t *oldSize, void *value, size_t size) __attribute__((weak));

/// Read by jemalloc when the program begins: memory in pages of 2 MiB where the system gives them to those who ask.
/// What is looked up by hashes, of keys, authors and FTS5's words, lies all over hundreds of megabytes, and most
/// looks would otherwise begin with one for the page: a tenth of an import.
[[gnu::used]] const char *malloc_conf = "thp:always";
}

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
