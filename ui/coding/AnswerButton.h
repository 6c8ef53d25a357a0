#pragma once

#include <QToolButton>

namespace tidemark {

/// An answer that a coder gives or takes back. That it is given is seen by a tick, too, and not by its shade alone.
class AnswerButton final : public QToolButton
{
    Q_OBJECT

public:
    /// key: what gives the answer from the keyboard; empty: a plain key does not.
    AnswerButton(const QString &name, const QString &key, QWidget *parent);

    void setGiven(bool given);

private:
    QString m_words;
};

} // namespace tidemark
