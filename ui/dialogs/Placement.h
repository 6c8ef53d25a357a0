#pragma once

#include <QRect>

class QDialog;
class QWidget;

namespace tidemark {

/// Where something of this size leaves what is being read in sight: before it, behind it, above or below it, within
/// the room, in that order of what fits; where nothing does, in the corner that covers least of it. "Before" is
/// left of it, or right of it where the layout runs from right to left.
QRect placeBeside(QSize size, const QRect &read, const QRect &room, Qt::LayoutDirection direction);

/// Gives a dialog its first size: what is wished for, as far as its screen has room for that and a frame. A high
/// one begins at the screen's top.
void resizeWithinScreen(QDialog *dialog, QSize wished);

/// Opens a dialog within its parent's window, beside a part of that window which somebody goes on reading.
void openBeside(QDialog *dialog, const QWidget *read);

} // namespace tidemark
