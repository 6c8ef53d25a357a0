#pragma once

#include "model/ReadingSample.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"
#include "theme/Codebook.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace tidemark {

/// What somebody wishes to code, and how.
struct CodingWish
{
    enum class From : quint8 {
        Selection,   ///< what the filter selects, as the list shows it
        Sample,      ///< drawn from that
        Suggestions, ///< of the learner for the first of the themes, or for a voice, from that
        Colleague    ///< what others coded by hand of that: a second opinion, blind
    };
    From from = From::Sample;
    SampleQuestion sample;
    ThemeSet themes;
    bool asksVoice = false;
    Voice suggestedVoice = Voice::Unknown; ///< the one that is suggested for; unknown: a theme is
    QString coder;

    [[nodiscard]] bool isBlind() const { return from == From::Colleague; }
};

/// Asks what to code: which stories, which themes, and who codes.
class CodingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// stories: selected. wish: what stands there first.
    CodingDialog(qint64 stories, const Codebook &codebook, const CodingWish &wish, QWidget *parent = nullptr);

    [[nodiscard]] CodingWish wish() const;

private:
    void fillSources(const CodingWish &wish);
    void fillThemes(const Codebook &codebook, ThemeSet themes);
    [[nodiscard]] QFormLayout *makeForm();
    void explainChoices();

    QComboBox *m_from;
    QLabel *m_explanation;
    QSpinBox *m_size;
    QSpinBox *m_seed;
    QListWidget *m_themes;
    QCheckBox *m_voice;
    QLineEdit *m_coder;
    QPushButton *m_begin = nullptr;
    bool m_voiceWished; ///< ticked by hand: suggestions for a voice tick it as long as they are chosen
};

} // namespace tidemark
