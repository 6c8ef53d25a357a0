#include "window/Banners.h"

#include "model/Covering.h"
#include "window/Banner.h"
#include "window/LayoutMemory.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

Banners::Banners(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
}

void Banners::clear()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void Banners::showFor(const CollectionFacts &facts, const Covering &covering)
{
    clear();
    if (facts.invented)
        add(tr("These posts are invented. Import your own to begin."),
            {{tr("Import..."), [this] { emit importWished(); }},
             {tr("New Collection..."), [this] { emit collectionWished(); }}});
    else if (facts.readOnly)
        add(facts.readOnlyReason, {{tr("New Collection..."), [this] { emit collectionWished(); }}});
    m_asksForCovering = !covering.wasAsked() && !facts.readOnly;
    showNotice();
}

/// The next thing to be said; each goes when it is answered, and lets the next one follow.
void Banners::showNotice()
{
    if (layoutMemory::choice(u"encryptionNotice"_s).isEmpty()) {
        add(tr("Collections are kept on this computer and are not encrypted. Keep them on an encrypted disk."),
            {{tr("Understood"), [this] {
                  layoutMemory::setChoice(u"encryptionNotice"_s, u"seen"_s);
                  dismissLast();
              }}});
    } else if (m_asksForCovering) {
        add(tr("Some stories tell of violence. You can have chosen themes covered until you uncover them."),
            {{tr("Choose Themes..."), [this] { answerCovering(true); }},
             {tr("Cover None"), [this] { answerCovering(false); }}});
    }
}

void Banners::answerCovering(bool choose)
{
    m_asksForCovering = false;
    dismissLast();
    emit coveringWished(choose);
}

void Banners::dismissLast()
{
    QLayoutItem *last = layout()->takeAt(layout()->count() - 1);
    delete last->widget();
    delete last;
    showNotice();
}

void Banners::add(const QString &sentence, const QVector<MessageCard::Offer> &offers)
{
    layout()->addWidget(new Banner(sentence, offers));
}

} // namespace tidemark
