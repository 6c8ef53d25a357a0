#pragma once

#include "model/CodingRound.h"
#include "theme/Codebook.h"

#include <QHash>
#include <QWidget>

#include <array>

class QAction;
class QLabel;

namespace tidemark {

class AnswerButton;

/// The window's commands that give answers from the keyboard.
struct AnswerKeys
{
    std::array<QAction *, 9> themes; ///< by the codebook's keys
    std::array<QAction *, 5> voices; ///< as allVoices
    QAction *palette;
};

/// A coder's bench above the list: how far the round is, a button for each answer in question, and on to the next
/// story. Seen while a round is under way.
class CodingBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions that record, pass over and end are the window's.
    CodingBar(CodingRound *round, const QList<QAction *> &actions, const AnswerKeys &keys,
              QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);

private:
    void makeThemes();
    void makeVoices();
    void showAnswers();
    void showProgress();
    [[nodiscard]] QString progress() const;

    CodingRound *m_round;
    AnswerKeys m_keys;
    Codebook m_codebook;
    QLabel *m_progress;
    QLabel *m_remark;
    QWidget *m_themeRow;
    QWidget *m_voiceRow;
    QHash<int, AnswerButton *> m_themes; ///< by number
    QHash<Voice, AnswerButton *> m_voices;
};

} // namespace tidemark
