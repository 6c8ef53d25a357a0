#include "coding/CodingBar.h"

#include "dialogs/ForeignText.h"
#include "search/FlowLayout.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr char wordsProperty[] = "words";

QToolButton *buttonOf(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

CodingBar::CodingBar(CodingRound *round, QAction *record, QAction *skip, QAction *end, QWidget *parent)
    : QWidget(parent),
      m_round(round),
      m_progress(plainLabel(u"codingProgress"_s, this)),
      m_remark(plainLabel(u"codingRemark"_s, this)),
      m_themes(new QWidget(this))
{
    setObjectName(u"codingBar"_s);
    setAccessibleName(tr("Coding"));
    new FlowLayout(m_themes, 4);
    m_themes->layout()->setContentsMargins(0, 0, 0, 0);
    auto *top = new QHBoxLayout;
    top->addWidget(m_progress, 1);
    top->addWidget(buttonOf(record, u"recordCodingButton"_s, this));
    top->addWidget(buttonOf(skip, u"skipCodingButton"_s, this));
    top->addWidget(buttonOf(end, u"endCodingButton"_s, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 6);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_themes);
    layout->addWidget(m_remark);
    connect(round, &CodingRound::storyChanged, this, &CodingBar::showProgress);
    connect(round, &CodingRound::progressed, this, &CodingBar::showProgress);
    connect(round, &CodingRound::answersChanged, this, &CodingBar::showAnswers);
    connect(round, &CodingRound::ended, this, &QWidget::hide);
    hide();
}

void CodingBar::setCodebook(const Codebook &codebook)
{
    m_codebook = codebook;
    makeThemes();
    showAnswers();
}

void CodingBar::makeThemes()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (qsizetype place = 0; place < m_codebook.themes.size(); ++place) {
        const Theme &theme = m_codebook.themes.at(place);
        if (!(m_round->list().themes | m_round->present()).contains(theme.number))
            continue;
        auto *button = new QToolButton(m_themes);
        button->setObjectName(u"codingTheme"_s);
        const bool hasKey = place < 9;
        button->setProperty(wordsProperty,
                            hasKey ? u"%1  "_s.arg(place + 1) + asLabel(theme.name) : asLabel(theme.name));
        button->setAccessibleName(theme.name);
        button->setToolTip(hasKey ? tr("Key %1").arg(place + 1) : tr("Key T, then the theme’s name"));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, m_round,
                [this, number = theme.number](bool on) { m_round->set(number, on); });
        m_themes->layout()->addWidget(button);
        button->show();
        m_buttons.insert(theme.number, button);
    }
}

void CodingBar::showAnswers()
{
    bool known = true;
    m_round->present().forEach([&](int theme) { known = known && m_buttons.contains(theme); });
    if (!known)
        makeThemes();
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        const bool present = m_round->present().contains(button.key());
        const QString words = button.value()->property(wordsProperty).toString();
        button.value()->setChecked(present);
        button.value()->setText(present ? u"\u2713 "_s + words : words); // not by its shade alone
        button.value()->setEnabled(m_round->story() != noStory);
    }
}

void CodingBar::showProgress()
{
    if (!m_round->isUnderWay())
        return;
    const CodingList &list = m_round->list();
    if (list.themes != m_asked) {
        m_asked = list.themes;
        makeThemes();
    }
    const QLocale locale;
    const qsizetype coded = m_round->coded();
    QString progress = tr("%1 of %2 coded").arg(locale.toString(coded), locale.toString(list.stories.size()));
    if (!list.coder.isEmpty())
        progress += u" · "_s + isolated(list.coder);
    if (list.isBlind)
        progress += u" · "_s + tr("blind: what others said is hidden");
    if (m_round->story() == noStory)
        progress += u" · "_s
            + (coded == list.stories.size() ? tr("all is coded")
                                            : tr("the rest was passed over; choose one in the list to code it"));
    m_progress->setText(progress);
    m_remark->setText(list.remark);
    m_remark->setVisible(!list.remark.isEmpty());
    showAnswers();
    show();
}

} // namespace tidemark
