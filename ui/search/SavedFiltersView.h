#pragma once

#include <QWidget>

class QListView;

namespace tidemark {

class FilterHistory;
class SavedFilters;
struct Filter;

/// The saved filters of the sidebar with their counts. A click, Enter or Space brings one into force; F2 renames
/// it; dragging moves it; the context menu changes, moves, shares and removes it. Gone while there is none.
class SavedFiltersView final : public QWidget
{
    Q_OBJECT

public:
    SavedFiltersView(SavedFilters *saved, FilterHistory *history, QWidget *parent = nullptr);

    [[nodiscard]] QListView *view() const { return m_view; }
    void saveCurrent(); ///< asks for a name, and saves the filter in force under it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row);
    void markCurrent();
    void fitHeight();
    void showMenu(const QPoint &position);
    void save(const QString &name, const Filter &filter);
    void remove(int row);

    SavedFilters *m_saved;
    FilterHistory *m_history;
    QListView *m_view;
};

} // namespace tidemark
