#include "window/Banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

Banner::Banner(const QString &sentence, const QVector<MessageCard::Offer> &offers, QWidget *parent)
    : QFrame(parent), m_sentence(new QLabel(sentence, this))
{
    setObjectName(u"banner"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setAccessibleName(sentence);
    m_sentence->setObjectName(u"bannerSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    for (const MessageCard::Offer &each : offers)
        offer(each);
}

void Banner::offer(const MessageCard::Offer &offer)
{
    auto *button = new QPushButton(offer.text, this);
    button->setObjectName(u"bannerButton"_s);
    connect(button, &QPushButton::clicked, this, offer.take, Qt::QueuedConnection);
    layout()->addWidget(button);
}

} // namespace tidemark
