#pragma once

#include "theme/Codebook.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tidemark {

/// What a theme is, beside its rule: name, group, key, colour, whether it is covered first, definition, examples.
class ThemeFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ThemeFields(QWidget *parent = nullptr);

    void showTheme(const Theme &theme, const Codebook &codebook);
    void setReadOnly(bool readOnly);
    void focusName();

    /// The theme with what the form says; its group is the one shown before.
    [[nodiscard]] Theme theme() const;
    [[nodiscard]] QString groupName() const; ///< as chosen or typed

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillColours();
    void noteEdit();
    void sayHowShown();

    Theme m_theme;
    bool m_showing = false;
    QLineEdit *m_name;
    QComboBox *m_group;
    QLabel *m_shownAs;
    QComboBox *m_key;
    QComboBox *m_colour;
    QCheckBox *m_coveredFirst;
    QPlainTextEdit *m_definition;
    QPlainTextEdit *m_examples;
};

} // namespace tidemark
