#pragma once

#include "list/MessageCard.h"

#include <QFrame>

class QLabel;

namespace tidemark {

/// One line above everything that holds as long as it is there, with what can be done about it.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const QString &sentence, const QVector<MessageCard::Offer> &offers, QWidget *parent = nullptr);

    void offer(const MessageCard::Offer &offer);

private:
    QLabel *m_sentence;
};

} // namespace tidemark
