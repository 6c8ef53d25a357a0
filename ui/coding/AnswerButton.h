#pragma once

#include <QPointer>
#include <QToolButton>

namespace tidemark {

/// An answer that a coder gives or takes back. That it is given is seen by a tick, too, and not by its shade alone.
class AnswerButton final : public QToolButton
{
    Q_OBJECT

public:
    /// key: the command that gives the answer from the keyboard; palette: the one that does by the answer's name.
    /// Either may be null.
    AnswerButton(const QString &name, const QAction *key, const QAction *palette, QWidget *parent);

    void setGiven(bool given);

private:
    void showKey(); ///< as it is now, for it can be changed

    QString m_name;
    QPointer<const QAction> m_key;
    QPointer<const QAction> m_palette;
};

} // namespace tidemark
