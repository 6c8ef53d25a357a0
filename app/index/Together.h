#pragma once

#include <functional>

namespace tidemark {

/// Calls work on this thread and, at the same time, on up to `helpers` idle threads of the global pool; returns
/// when all calls have returned. work takes its share of what there is to do from something that all of them see,
/// until nothing is left: a helper that comes too late is not waited for and doesn't call it.
void together(int helpers, const std::function<void()> &work);

/// How many helpers there may be beside the calling thread: one less than the processor has cores.
int mostHelpers();

} // namespace tidemark
