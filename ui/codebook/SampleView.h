#pragma once

#include "filter/WordQuery.h"
#include "model/JudgedStories.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace tidemark {

class Covering;
class PlainTable;
class StoryCover;

/// A sample of stories to be judged by Y and N, or by buttons: whether each belongs to the theme. The story under
/// the cursor is shown as plain text, names hidden, with the words marked that a rule found; or covered first, as
/// in the reading pane, until Space or its button.
class SampleView final : public QWidget
{
    Q_OBJECT

public:
    SampleView(Collection *collection, Covering *covering, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] JudgedStories *stories() const { return m_stories; }
    void setWords(const WordQuery &words); ///< which words are marked

private:
    QPushButton *addVerdict(const QString &name, const QString &text, const QKeySequence &key,
                            std::optional<bool> belongs);
    QAction *addKey(const QKeySequence &key);
    void judge(std::optional<bool> belongs);
    void showFigures();
    void readStory();
    void readPage();
    void showStory();
    void uncover();
    void markWords();

    QPointer<Collection> m_collection;
    Covering *m_covering;
    JudgedStories *m_stories;
    PlainTable *m_table;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_text;
    StoryCover *m_cover;
    QLabel *m_figures;
    WordQuery m_words;
    StoryId m_chosen = noStory;
    std::optional<StoryPage> m_page; ///< once it was read
    qint64 m_readUnder = 0;          ///< the codebook that its themes are of
    quint64 m_question = 0;          ///< the latest
};

} // namespace tidemark
