#pragma once

namespace tidemark {

/// Makes the borders between panes known to screen readers as what they are, with a name: Qt has no role for them
/// that AT-SPI knows. Once is enough.
void installSplitterAccessibility();

} // namespace tidemark
