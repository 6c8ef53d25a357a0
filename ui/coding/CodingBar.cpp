#include "coding/CodingBar.h"

#include "coding/AnswerButton.h"
#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "search/FlowLayout.h"
#include "text/ShippedWords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QLabel *namedLabel(const QString &name, QWidget *parent)
{
    QLabel *label = plainLabel({}, parent);
    label->setObjectName(name);
    return label;
}

QWidget *answerRow(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new FlowLayout(row, 4);
    layout->setContentsMargins(0, 0, 0, 0);
    return row;
}

} // namespace

CodingBar::CodingBar(CodingRound *round, const QList<QAction *> &actions, const AnswerKeys &keys, QWidget *parent)
    : QWidget(parent),
      m_round(round),
      m_keys(keys),
      m_progress(namedLabel(u"codingProgress"_s, this)),
      m_remark(namedLabel(u"codingRemark"_s, this)),
      m_themeRow(answerRow(this)),
      m_voiceRow(answerRow(this))
{
    setObjectName(u"codingBar"_s);
    setAccessibleName(tr("Coding"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_progress, 1);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        top->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 6);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_themeRow);
    layout->addWidget(m_voiceRow);
    layout->addWidget(m_remark);
    makeVoices();
    connect(round, &CodingRound::begun, this, &CodingBar::makeThemes);
    connect(round, &CodingRound::storyChanged, this, &CodingBar::showProgress);
    connect(round, &CodingRound::progressed, this, &CodingBar::showProgress);
    connect(round, &CodingRound::answersChanged, this, &CodingBar::showProgress);
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
    qDeleteAll(m_themes);
    m_themes.clear();
    for (const Theme &theme : std::as_const(m_codebook.themes)) {
        if (!(m_round->list().themes | m_round->present()).contains(theme.number))
            continue;
        const QAction *key = theme.key != 0 ? m_keys.themes.at(static_cast<size_t>(theme.key) - 1) : nullptr;
        auto *button = new AnswerButton(inReadersLanguage(theme.name), key, m_keys.palette, m_themeRow);
        button->setObjectName(u"codingTheme"_s);
        connect(button, &QToolButton::clicked, m_round,
                [this, number = theme.number](bool on) { m_round->set(number, on); });
        m_themeRow->layout()->addWidget(button);
        button->show();
        m_themes.insert(theme.number, button);
    }
}

void CodingBar::makeVoices()
{
    for (size_t place = 0; place < allVoices.size(); ++place) {
        const Voice voice = allVoices.at(place);
        auto *button = new AnswerButton(voiceName(voice), m_keys.voices.at(place), nullptr, m_voiceRow);
        button->setObjectName(u"codingVoice"_s);
        connect(button, &QToolButton::clicked, m_round, [this, voice] { m_round->setVoice(voice); });
        m_voiceRow->layout()->addWidget(button);
        m_voices.insert(voice, button);
    }
}

void CodingBar::showAnswers()
{
    bool known = true;
    m_round->present().forEach([&](int theme) { known = known && m_themes.contains(theme); });
    if (!known)
        makeThemes();
    const bool any = m_round->story() != noStory;
    for (auto button = m_themes.cbegin(); button != m_themes.cend(); ++button) {
        button.value()->setGiven(m_round->present().contains(button.key()));
        button.value()->setEnabled(any);
    }
    for (auto button = m_voices.cbegin(); button != m_voices.cend(); ++button) {
        button.value()->setGiven(m_round->voice() == button.key());
        button.value()->setEnabled(any);
    }
}

void CodingBar::showProgress()
{
    if (!m_round->isUnderWay())
        return;
    const CodingList &list = m_round->list();
    m_voiceRow->setVisible(list.asksVoice);
    m_progress->setText(progress());
    m_remark->setText(list.remark);
    m_remark->setVisible(!list.remark.isEmpty());
    showAnswers();
    show();
}

QString CodingBar::progress() const
{
    const CodingList &list = m_round->list();
    const QLocale locale;
    const qsizetype coded = m_round->coded();
    QStringList parts{tr("%1 of %2 coded").arg(locale.toString(coded), locale.toString(list.stories.size()))};
    if (!list.coder.isEmpty())
        parts << isolated(list.coder);
    if (list.isBlind)
        parts << tr("blind: what others said is hidden");
    if (coded == list.stories.size())
        parts << tr("all is coded");
    else if (m_round->story() == noStory)
        parts << tr("the rest was passed over; choose one in the list to code it");
    else if (!m_round->canRecord())
        parts << tr("choose the voice");
    return parts.join(u" · "_s);
}

} // namespace tidemark
