#include "list/MessageCard.h"

#include "dialogs/ForeignText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

MessageCard::MessageCard(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(u"messageCard"_s);
    m_sentence->setObjectName(u"messageSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    m_buttons->setSpacing(8);
}

void MessageCard::say(const QString &sentence, const QVector<Offer> &offers)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch(1);
    QPushButton *first = nullptr;
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(asLabel(offer.text), this);
        button->setObjectName(u"messageButton"_s);
        connect(button, &QPushButton::clicked, this, offer.take, Qt::QueuedConnection);
        m_buttons->addWidget(button);
        button->setVisible(true); // at once, for it may take the focus
        if (!first)
            first = button;
    }
    m_buttons->addStretch(1);
    setFocusProxy(first);
    if (hadFocus)
        setFocus();
}

QString MessageCard::sentence() const
{
    return m_sentence->text();
}

} // namespace tidemark
