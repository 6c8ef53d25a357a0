#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTableView;

namespace tidemark {

class AgreementModel;
class DisagreementModel;

/// How far coders agree, theme by theme and on the voice, and where they don't: a list to settle. What is settled
/// becomes the coding by hand; the coders' own answers stay, and so do the figures.
class AgreementDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AgreementDialog(Collection *collection, QWidget *parent = nullptr);
    ~AgreementDialog() override; ///< stops the computing

signals:
    void storyWished(tidemark::StoryId story); ///< to be read in the window
    void settleWished(tidemark::StoryId story, int theme, bool present);
    void voiceSettleWished(tidemark::StoryId story, tidemark::Voice voice);
    void undoWished();

private:
    void layOut();
    void ask();
    void adopt(const QVector<ThemeAgreement> &agreements);
    void showTheme(int row);
    QPushButton *addSettling(const QString &name, const QString &text, int answer);
    void settle(int answer);
    void updateButtons();

    QPointer<Collection> m_collection;
    std::shared_ptr<Progress> m_progress;
    AgreementModel *m_model;
    DisagreementModel *m_open;
    QLabel *m_sentence;
    QTableView *m_themes;
    QTableView *m_stories;
    QDialogButtonBox *m_buttons = nullptr;
    QList<QPushButton *> m_themeAnswers; ///< there, not there
    QList<QPushButton *> m_voiceAnswers; ///< one a voice
    QPushButton *m_undo = nullptr;
    qsizetype m_settled = 0; ///< here, and not undone
};

} // namespace tidemark
