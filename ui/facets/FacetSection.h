#pragma once

#include "facets/FacetView.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tidemark {

/// One facet of the panel: a heading that folds it, with a menu for the order of its values; where they are many, a
/// box that searches them; the values, and under them a note and "Show 12 More".
class FacetSection final : public QWidget
{
    Q_OBJECT

public:
    FacetSection(FacetKey facet, bool open, QWidget *parent); ///< with the other facets, which keep its place

    [[nodiscard]] FacetModel *model() const { return m_model; }
    [[nodiscard]] FacetView *view() const { return m_view; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);
    [[nodiscard]] QWidget *entrance() const; ///< what has the focus first: the values if there are any to see
    void setNote(const QString &note);       ///< one line under the values; empty: none

signals:
    void openChanged(bool open);
    void wished(const tidemark::FacetKey &facet, tidemark::FacetWish wish, const QString &key);

private:
    void makeHeading(const QString &title, bool open);
    void makeSorting(const QString &title);
    void makeSearch(const QString &title);
    void search(const QString &text);
    void showMore();
    void updateMore();

    FacetModel *m_model;
    QToolButton *m_heading;
    QToolButton *m_sorting;
    QLineEdit *m_search;
    FacetView *m_view;
    QPushButton *m_more;
    QLabel *m_note;
    bool m_allShown = false;
};

} // namespace tidemark
