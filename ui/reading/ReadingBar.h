#pragma once

#include "story/StoryRow.h"
#include "theme/Codebook.h"

#include <QWidget>

#include <optional>

class QMenu;
class QToolButton;

namespace tidemark {

/// The row of things to do with the story that is read. Says only what the user wishes.
class ReadingBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingBar(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook) { m_codebook = codebook; }
    void setStory(const StoryPage &story);
    void setCodingsHidden(bool hidden) { m_codingsHidden = hidden; } ///< the story's, in a blind round
    void setWritable(bool writable);
    void setExplained(bool explained);

signals:
    void starWished(bool starred);
    void readWished(bool read);
    void doNotQuoteWished(bool doNotQuote);
    void noteWished();
    void explainWished(bool explained);
    void themeWished(int theme, std::optional<bool> present);
    void voiceWished(std::optional<tidemark::Voice> voice);

private:
    QToolButton *addButton(const QString &text, const QString &toolTip, bool checkable);
    void fillThemes();
    void fillVoices();

    Codebook m_codebook;
    StoryPage m_story;
    bool m_codingsHidden = false;
    QToolButton *m_star;
    QToolButton *m_note;
    QToolButton *m_doNotQuote;
    QToolButton *m_unread;
    QToolButton *m_themes;
    QToolButton *m_voice;
    QToolButton *m_explain;
};

} // namespace tidemark
