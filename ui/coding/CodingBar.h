#pragma once

#include "model/CodingRound.h"
#include "theme/Codebook.h"

#include <QHash>
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace tidemark {

/// A coder's bench above the list: how far the round is, a button for each theme in question, and on to the next
/// story. Seen while a round is under way.
class CodingBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions that record and pass over are the window's.
    CodingBar(CodingRound *round, QAction *record, QAction *skip, QAction *end, QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);

private:
    void makeThemes();
    void showAnswers();
    void showProgress();

    CodingRound *m_round;
    Codebook m_codebook;
    QLabel *m_progress;
    QLabel *m_remark;
    QWidget *m_themes;
    QHash<int, QToolButton *> m_buttons; ///< by theme
    ThemeSet m_asked;                    ///< those of the list that there are buttons for
};

} // namespace tidemark
