#pragma once

#include "collection/CollectionFacts.h"
#include "filter/WordQuery.h"
#include "reading/ReadingFont.h"
#include "reading/StoryDocument.h"
#include "story/Result.h"
#include "story/StoryRow.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QPagedPaintDevice;
class QStackedWidget;

namespace tidemark {

class Covering;
class NoteEditor;
class ReadingBar;
class RuleCoder;
class StoryCover;
class StoryText;
class Veil;

/// Shows one story and takes wishes about it. It changes nothing itself: every wish is a signal that carries the
/// story it was made about, for the next one may be on its way already.
class ReadingPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingPane(QWidget *parent = nullptr);
    ~ReadingPane() override;

    /// Zone, themes, visible attributes, public accounts; a read-only collection takes no wishes.
    void setFacts(const CollectionFacts &facts);
    void setWords(const WordQuery &words); ///< of the search, to be marked in the text
    void setAuthorsShown(bool shown);      ///< View > Show Authors
    void setExplained(bool explained);     ///< Story > Explain Themes
    void setCodingsHidden(bool hidden);    ///< of the stories shown from now on, in a blind round
    void setModelsExplained(StoryId story, const ExplainedLabels &labels); ///< passed over if it is another one's
    void setReplies(StoryId story, const QVector<StoryRow> &replies);      ///< likewise
    void setSignsNamed(bool named);                                        ///< View > Text > Show Hidden Characters

    void setCovering(Covering *covering); ///< which stories open covered; null: none

    void showStory(const StoryPage &story);
    void showNothing(); ///< no story is selected
    void showError(const Error &error);
    void setOutside(bool outside); ///< says that the story isn't among those that the filter selects
    void setLoading(bool loading); ///< the old story stays, dimmed after a moment

    [[nodiscard]] StoryId story() const;       ///< noStory while none is shown
    [[nodiscard]] const StoryRow *row() const; ///< of that story; null while none is shown
    [[nodiscard]] bool isExplained() const { return m_settings.explained; }
    [[nodiscard]] double pointSize() const { return m_font.size; }
    void setPointSize(double points); ///< 8 to 32; 12.5 by default
    void setSerif(bool serif);
    void setSepia(bool sepia);  ///< a warm ground, whatever the window's
    bool readOn(bool backward); ///< a page; false: there is no more of it

    [[nodiscard]] StoryText *textView() const { return m_text; }
    [[nodiscard]] bool isCovered() const;
    [[nodiscard]] bool isTextShown() const; ///< of the story that is meant, and not covered

public slots:
    /// The selected part or, where there is none, the story's whole text, authors as shown; the stored characters,
    /// not the widget's.
    void copy();
    void copyWithNames(); ///< likewise, as stored
    void enlarge();
    void reduce();
    void resetSize();
    void editNote();
    void keepNote();        ///< one that is being written
    void noteOnSelection(); ///< the selected words stand in the note, to be written on
    void print(QPagedPaintDevice &paper) const;

signals:
    void storyShown();   ///< another one, or the same anew
    void pageTurned();   ///< to a story's text, to its cover, or to a message; or another one is on its way
    void storyInSight(); ///< another one's text, or that of one that was covered
    void starToggled(tidemark::StoryId story, bool starred);
    void readToggled(tidemark::StoryId story, bool read);
    void doNotQuoteToggled(tidemark::StoryId story, bool doNotQuote);
    void noteEdited(tidemark::StoryId story, const QString &note);
    /// By hand: present, absent, or (nothing) what the rules say.
    void themeChanged(tidemark::StoryId story, int theme, std::optional<bool> present);
    void voiceChanged(tidemark::StoryId story, std::optional<tidemark::Voice> voice);
    void explainedChanged(bool explained);
    void pointSizeChanged(double points);
    void linkActivated(const QUrl &link);           ///< http or https; ask before opening
    void storyActivated(tidemark::StoryId related); ///< a related story of the collection

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    template<typename Part>
    bool change(Part &part, const Part &value); ///< true: and is shown so
    void rebuild();                             ///< the document, where it stands
    void showPage();                            ///< the text, or its cover
    void uncover();
    void showMessage(const QString &message);
    void connectBar();
    void activate(const StoryLink &link);
    [[nodiscard]] const RuleCoder *coder();

    QStackedWidget *m_pages;
    StoryText *m_text;
    QLabel *m_message;
    QLabel *m_outside;
    StoryCover *m_cover;
    QPointer<Covering> m_covering;
    QWidget *m_storyPage;
    QBoxLayout *m_body; ///< the text, and a note that is being written
    NoteEditor *m_note;
    ReadingBar *m_bar;
    Veil *m_veil;
    std::optional<StoryPage> m_story;
    StoryId m_inSight = noStory; ///< whose text can be read
    qint64 m_readUnder = 0;      ///< the codebook that its themes are of
    StorySettings m_settings;
    std::unique_ptr<RuleCoder> m_coder;
    Codebook m_coderOf;
    ReadingFont m_font;
    bool m_sepia = false;
    bool m_loading = false;
};

} // namespace tidemark
