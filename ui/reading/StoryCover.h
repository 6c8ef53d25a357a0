#pragma once

#include "collection/CollectionFacts.h"
#include "story/StoryRow.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tidemark {

/// Stands in the place of a story that is covered: its time, themes and length, and the way to the text.
class StoryCover final : public QWidget
{
    Q_OBJECT

public:
    explicit StoryCover(QWidget *parent = nullptr);

    void cover(const StoryPage &story, const CollectionFacts &facts, bool authorsShown, bool codingsHidden = false);

signals:
    void uncoverWished();

private:
    QLabel *addLine();

    QLabel *m_when;
    QLabel *m_themes;
    QLabel *m_length;
    QLabel *m_warning;
    QPushButton *m_show;
};

} // namespace tidemark
