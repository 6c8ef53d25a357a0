#pragma once

#include "filter/FilterText.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>

namespace tidemark {

class FilterHistory;

/// The words of the filter, and a place to type any filter as text: what isn't words becomes a chip when the
/// typing is done. While somebody types, the filter follows after a short pause, in one step of the history that
/// begins with the typing and ends with Enter or with leaving the box. What can't be read is marked where it
/// stands and leaves the filter as it is.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(FilterHistory *history, QWidget *parent = nullptr);

    void setNames(const KnownNames &names) { m_names = names; }
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }

signals:
    void mistakeChanged(const QString &sentence); ///< empty: none

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void textWasEdited();
    bool apply(); ///< false: it can't be read
    void finish();
    void follow(const Filter &filter);
    void setMistake(const std::optional<Mistake> &mistake);
    void markMistake();

    FilterHistory *m_history;
    KnownNames m_names;
    QTimer m_pause;
    std::optional<Filter> m_base; ///< while somebody types: the filter that it adds to
    bool m_stepMade = false;
    bool m_applying = false;
    std::optional<Mistake> m_mistake;
};

} // namespace tidemark
