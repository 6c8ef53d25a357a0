#pragma once

#include "model/FacetModel.h"

#include <QListView>

namespace tidemark {

/// What a person wants of a facet's value.
enum class FacetWish : quint8 {
    Only,        ///< include it, and nothing else of this facet
    Any,         ///< include it as well
    Also,        ///< a story must have it besides those that are included
    Exclude,     ///< none of it
    Clear,       ///< neither
    Turn,        ///< Only, or Clear where the filter names it
    TurnAny,     ///< Any, or Clear likewise
    TurnExcluded ///< Exclude, or Clear where it is excluded
};

/// The values of one facet, as tall as its rows: the panel around it scrolls. A click or Space includes a value
/// or takes that back, Ctrl adds it to those included; a click on the minus of the row, Shift-click, Alt-click
/// where the desktop leaves it to programs, Shift+Space or Delete excludes it; the context menu has it all in
/// words.
class FacetView final : public QListView
{
    Q_OBJECT

public:
    explicit FacetView(FacetModel *model, QWidget *parent = nullptr);

    void setCompact(bool compact);
    void setMostRows(int rows); ///< rows beyond are hidden, except where the filter names them
    [[nodiscard]] int hiddenRows() const { return m_hidden; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void wished(tidemark::FacetWish wish, const QString &key);
    void aboutWished(const QString &key); ///< of a theme: its page
    void rowsChanged();
    void reachedByKeys(); ///< the current row, which its panel keeps in sight

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void wish(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isOnMinus(const QModelIndex &index, const QPoint &place) const;
    void arrange();
    void keepCurrent();

    FacetModel *m_model;
    int m_mostRows = 12;
    int m_hidden = 0;
    QPersistentModelIndex m_pressed;
    bool m_minusPressed = false;
    QString m_currentKey;
};

} // namespace tidemark
