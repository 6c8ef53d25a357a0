#include "window/Banners.h"

#include "model/Covering.h"
#include "window/Banner.h"
#include "window/LayoutMemory.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <array>

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
    setLastFocused();
}

void Banners::showFor(const CollectionFacts &facts, const Covering &covering)
{
    clear();
    if (facts.readOnly) // of the sample, too, while another window has it open
        add(facts.invented ? tr("These posts are invented.") + u' ' + facts.readOnlyReason : facts.readOnlyReason,
            {{tr("New Collection..."), [this] { emit collectionWished(); }}});
    else if (facts.invented)
        add(tr("These posts are invented. Import your own to begin."),
            {{tr("Import..."), [this] { emit importWished(); }},
             {tr("New Collection..."), [this] { emit collectionWished(); }}});
    m_asksForCovering = !covering.wasAsked() && !facts.readOnly;
    m_tourStep = facts.invented && layoutMemory::choice(u"tour"_s).isEmpty() ? 0 : -1;
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
    } else if (m_tourStep >= 0) {
        showTour();
    } else if (m_asksForCovering) {
        add(tr("Some stories tell of violence. You can have chosen themes covered until you uncover them."),
            {{tr("Choose Themes..."), [this] { answerCovering(true); }},
             {tr("Cover None"), [this] { answerCovering(false); }}});
    }
}

void Banners::showTour()
{
    const std::array steps{
        tr("Tour, 1 of 3: Click one of the themes. The list, the timeline and all counts follow."),
        tr("Tour, 2 of 3: Drag over the timeline to choose a span of time. Esc clears it."),
        tr("Tour, 3 of 3: Choose a story in the list. Space reads on, and ? shows all keys."),
    };
    const auto step = static_cast<size_t>(m_tourStep);
    if (step + 1 == steps.size()) {
        add(steps.at(step), {{tr("Done"), [this] { endTour(); }}});
        return;
    }
    add(steps.at(step),
        {{tr("Next"),
          [this] {
              ++m_tourStep;
              dismissLast();
          }},
         {tr("Skip the Tour"), [this] { endTour(); }}});
}

void Banners::endTour()
{
    m_tourStep = -1;
    layoutMemory::setChoice(u"tour"_s, u"seen"_s);
    dismissLast();
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
    const int left = layout()->count();
    const bool hadFocus = last->widget()->isAncestorOf(window()->focusWidget());
    delete last->widget();
    delete last;
    setLastFocused();
    showNotice();
    if (hadFocus && layout()->count() > left)
        setFocus();
    else if (hadFocus)
        emit focusLeft();
}

void Banners::add(const QString &sentence, const QVector<MessageCard::Offer> &offers)
{
    auto *banner = new Banner(sentence, offers);
    layout()->addWidget(banner);
    banner->show(); // now, not with the next event: it may be given the focus
    setLastFocused();
}

void Banners::setLastFocused()
{
    const QLayoutItem *last = layout()->itemAt(layout()->count() - 1);
    setFocusProxy(last ? last->widget()->findChild<QPushButton *>() : nullptr);
    setVisible(last);
}

} // namespace tidemark
