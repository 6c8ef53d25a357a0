#pragma once

#include "collection/CollectionFacts.h"
#include "list/MessageCard.h"

#include <QWidget>

namespace tidemark {

class Covering;

/// The lines above the workspace: what kind of collection it is, and below it one thing at a time that the reader
/// should know or be asked once. The focus goes to what was said last.
class Banners final : public QWidget
{
    Q_OBJECT

public:
    explicit Banners(QWidget *parent = nullptr);

    void showFor(const CollectionFacts &facts, const Covering &covering);
    void clear();

signals:
    void importWished();
    void collectionWished();          ///< a new one
    void coveringWished(bool choose); ///< choose themes to cover, or cover none
    void focusLeft();                 ///< what had it is gone, and nothing follows

private:
    void showNotice();
    void showTour();
    void endTour();
    void answerCovering(bool choose);
    void dismissLast();
    void add(const QString &sentence, const QVector<MessageCard::Offer> &offers);
    void setLastFocused();

    bool m_asksForCovering = false;
    int m_tourStep = -1; ///< -1: no tour
};

} // namespace tidemark
