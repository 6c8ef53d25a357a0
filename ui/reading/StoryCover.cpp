#include "reading/StoryCover.h"

#include "dialogs/ForeignText.h"
#include "model/TimeText.h"
#include "reading/ConcealedPage.h"
#include "reading/ShownText.h"
#include "text/ShippedWords.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

StoryCover::StoryCover(QWidget *parent) : QWidget(parent), m_show(new QPushButton(tr("Show This Story"), this))
{
    setObjectName(u"storyCover"_s);
    m_show->setObjectName(u"uncover"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(1);
    m_when = addLine();
    m_themes = addLine();
    m_length = addLine();
    m_warning = addLine();
    layout->addSpacing(12);
    layout->addWidget(m_show, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    setFocusProxy(m_show);
    connect(m_show, &QPushButton::clicked, this, &StoryCover::uncoverWished);
}

QLabel *StoryCover::addLine()
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

void StoryCover::cover(const StoryPage &story, const CollectionFacts &facts, bool authorsShown, bool codingsHidden)
{
    QStringList themes;
    for (const Theme &theme : facts.codebook.themes) {
        if (story.row.themes.contains(theme.number))
            themes.append(isolated(inReadersLanguage(theme.name)));
    }
    m_when->setText(tr("%1 · %2").arg(timeText(story.row.postedAt, facts.zone), platformName(story.row.platform)));
    m_themes->setText(themes.isEmpty() ? tr("No theme") : themes.join(u", "_s));
    m_themes->setVisible(!codingsHidden);
    m_length->setText(codingsHidden
                          ? tr("%Ln words", nullptr, story.row.words)
                          : tr("%1 · %Ln words", nullptr, story.row.words).arg(voiceName(story.row.voice)));
    const ConcealedText warning = authorsShown
        ? ConcealedText{story.contentWarning, {}}
        : ConcealedPage(story, facts.publicAccounts).concealed(story.contentWarning);
    const QString said = inALine(ShownText(story.contentWarning, warning, limitsInALine));
    m_warning->setVisible(story.row.hasWarning);
    m_warning->setText(story.contentWarning.isEmpty() ? tr("Marked as sensitive where it was shared")
                                                      : tr("The author's warning: %1").arg(said));
}

} // namespace tidemark
