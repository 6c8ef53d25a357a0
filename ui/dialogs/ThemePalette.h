#pragma once

#include "story/ThemeSet.h"
#include "theme/Codebook.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace tidemark {

/// Type to find a theme, Enter to set it or take it away. Up and Down move while somebody types.
class ThemePalette final : public QDialog
{
    Q_OBJECT

public:
    /// present: the themes of the story that was chosen first.
    ThemePalette(const Codebook &codebook, ThemeSet present, QWidget *parent);

signals:
    void themeChosen(int theme, bool present); ///< as it shall be

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);
    void choose();

    QLineEdit *m_search;
    QListWidget *m_themes;
};

} // namespace tidemark
