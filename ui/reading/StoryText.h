#pragma once

#include "reading/StoryDocument.h"

#include <QTextEdit>

namespace tidemark {

/// Shows a StoryDocument for reading: nothing can be typed, pasted or dropped, nothing is loaded, and a line
/// stays between 60 and 75 letters long however wide the pane. Links are clicked, or reached with Ctrl+Up and
/// Ctrl+Down and opened with Return.
class StoryText final : public QTextEdit
{
    Q_OBJECT

public:
    explicit StoryText(QWidget *parent = nullptr);

    /// From its beginning; but what is selected in the same text, or the place in it, stays so.
    void showStory(const StoryPage &story, const StorySettings &settings, const RuleCoder *coder);
    [[nodiscard]] const StoryDocument &story() const { return *m_document; }

    /// The selected part; see StoryDocument::copied.
    [[nodiscard]] QString selectedText(bool withNames) const;
    /// What of the selection somebody wrote; nothing of the lines around it.
    [[nodiscard]] QString selectedWords() const;
    /// To the clipboard, as plain text and nothing else; the whole story where nothing is selected.
    void copySelected(bool withNames) const;

    void goToMatch(bool backward); ///< selects the next searched word, round the end

    [[nodiscard]] double measure() const; ///< the longest line, in pixels

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    void linkActivated(const tidemark::StoryLink &link);
    void sizeWished(int steps); ///< 1: larger, -1: smaller
    void readOnWished(bool backward);
    void excerptNoteWished();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fitMeasure();
    void goToLink(bool backward);
    [[nodiscard]] const StoryLink *linkUnder(const QPointF &place) const;

    StoryDocument *m_document;
    std::optional<StoryLink> m_pressed;
};

} // namespace tidemark
