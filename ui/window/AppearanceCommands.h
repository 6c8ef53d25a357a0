#pragma once

namespace tidemark {

class Palette;
class WindowActions;

/// Lets the View menu choose how the window looks, and has it remembered for the next start: light or dark, the
/// order and density of lists, the reading pane's letters.
void connectAppearance(const WindowActions &actions, Palette *palette);

} // namespace tidemark
