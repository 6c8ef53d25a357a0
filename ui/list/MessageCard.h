#pragma once

#include <QVector>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace tidemark {

/// One sentence in the middle of an empty place, and what can be done about it. The first button takes the focus.
class MessageCard final : public QWidget
{
    Q_OBJECT

public:
    struct Offer
    {
        QString text; ///< a verb
        std::function<void()> take;
    };

    explicit MessageCard(QWidget *parent = nullptr);

    void say(const QString &sentence, const QVector<Offer> &offers = {});
    [[nodiscard]] QString sentence() const;

private:
    QLabel *m_sentence;
    QHBoxLayout *m_buttons;
};

} // namespace tidemark
