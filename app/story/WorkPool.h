#pragma once

class QThreadPool;

namespace tidemark {

/// The threads for whatever may take its time, as many as the machine has cores. Not Qt's global pool, on which the
/// window's own painting waits (Qt Gui shares out large gradients there). Any thread; what still runs when the
/// application object goes is waited for.
QThreadPool *workPool();

} // namespace tidemark
