#pragma once

namespace tidemark {

/// Gives the system back what was freed and the allocator keeps for a while, of all threads: behind work that took
/// much memory for a moment. Milliseconds. Any thread.
void giveBackFreedMemory();

} // namespace tidemark
