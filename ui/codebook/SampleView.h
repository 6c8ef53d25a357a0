#pragma once

#include "filter/WordQuery.h"
#include "model/JudgedStories.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace tidemark {

/// A sample of stories to be judged by Y and N, or by buttons: whether each belongs to the theme. The story under
/// the cursor is shown as plain text, names hidden, with the words marked that a rule found.
class SampleView final : public QWidget
{
    Q_OBJECT

public:
    SampleView(Collection *collection, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] JudgedStories *stories() const { return m_stories; }
    void setWords(const WordQuery &words); ///< which words are marked

private:
    QPushButton *addVerdict(const QString &name, const QString &text, const QKeySequence &key,
                            std::optional<bool> belongs);
    void judge(std::optional<bool> belongs);
    void showFigures();
    void showStory();
    void markWords();

    QPointer<Collection> m_collection;
    JudgedStories *m_stories;
    QTableView *m_table;
    QPlainTextEdit *m_text;
    QLabel *m_figures;
    WordQuery m_words;
    StoryId m_shown = noStory;
};

} // namespace tidemark
