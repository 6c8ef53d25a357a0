#pragma once

#include "filter/FilterHistory.h"
#include "filter/FilterText.h"
#include "index/StoryIndex.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>

namespace tidemark {

class SearchCompleter;
class SearchHistory;

/// The words of the filter, and a place to type any filter as text: what isn't words becomes a chip when the
/// typing is done. While somebody types, the filter follows after a short pause, in one step of the history that
/// begins with the typing and ends with Enter or with leaving the box. What can't be read is marked where it
/// stands and leaves the filter as it is. What is typed is coloured by its kind, and set apart by weight and slant
/// too; while somebody types, the box offers ways to go on, and Down in an empty box the earlier searches.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(FilterHistory *history, QWidget *parent = nullptr);

    void setNames(const KnownNames &names) { m_names = names; }
    void setFacets(const QVector<FacetCounts> &facets) { m_facets = facets; } ///< whose values are offered
    void setHistory(SearchHistory *searches) { m_searches = searches; }       ///< null: none
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }

signals:
    void mistakeChanged(const QString &sentence); ///< empty: none
    void leaveWished();                           ///< Return, or Esc where nothing was typed that it takes back

protected:
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;

private:
    void textWasEdited();
    bool apply();  ///< false: it can't be read
    bool finish(); ///< false: there is a mistake
    void follow(const Filter &filter);
    void setMistake(const std::optional<Mistake> &mistake);
    void formatText();
    void offerCompletions();
    void takeChosen(const QString &text, int cursor);

    FilterHistory *m_history;
    SearchCompleter *m_completer;
    SearchHistory *m_searches = nullptr;
    KnownNames m_names;
    QVector<FacetCounts> m_facets;
    QTimer m_pause;
    std::optional<Filter> m_base; ///< while somebody types: the filter that it adds to
    FilterHistory::Gesture m_typing = FilterHistory::Gesture::None;
    bool m_applying = false;
    std::optional<Mistake> m_mistake;
};

} // namespace tidemark
