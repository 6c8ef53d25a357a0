#pragma once

#include "model/SharedThemes.h"
#include "theme/Codebook.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace tidemark {

/// Type to find a theme by its name or definition, Enter to set it or take it away. Up and Down move while somebody
/// types. A theme that only some of the stories have has a partial tick; chosen, it is set on all.
class ThemePalette final : public QDialog
{
    Q_OBJECT

public:
    ThemePalette(const Codebook &codebook, const SharedThemes &present, QWidget *parent);

signals:
    void themeChosen(int theme, bool present); ///< as it shall be

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);
    void choose();

    QLineEdit *m_search;
    QListWidget *m_themes;
    QLabel *m_nothing; ///< no theme fits what is typed
};

} // namespace tidemark
