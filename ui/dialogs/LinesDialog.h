#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace tidemark {

/// Edits a list of short texts, one a line: the public accounts.
class LinesDialog final : public QDialog
{
    Q_OBJECT

public:
    LinesDialog(const QString &title, const QString &sentence, const QStringList &lines, QWidget *parent = nullptr);
    [[nodiscard]] QStringList lines() const; ///< without blank ones, each once

    void reject() override; ///< asks first if something was changed

private:
    QStringList m_before;
    QPlainTextEdit *m_text;
};

} // namespace tidemark
