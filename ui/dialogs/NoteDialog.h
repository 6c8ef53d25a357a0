#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace tidemark {

/// Edits the note on one story, or writes one note on several.
class NoteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NoteDialog(const QString &note, qsizetype stories, QWidget *parent = nullptr);
    [[nodiscard]] QString note() const;
    void write(const QString &note); ///< as if somebody had

    void reject() override; ///< asks first if something was written

private:
    QPlainTextEdit *m_text;
};

} // namespace tidemark
