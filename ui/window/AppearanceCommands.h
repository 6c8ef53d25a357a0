#pragma once

namespace tidemark {

class Motion;
class Palette;
class WindowActions;

/// Lets the View menu choose how the window looks, and has it remembered for the next start: light or dark, with
/// less motion, the order and density of lists, the reading pane's letters.
void connectAppearance(const WindowActions &actions, Palette *palette, Motion *motion);

} // namespace tidemark
