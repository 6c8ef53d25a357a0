#include "coding/CodingDialog.h"

#include "dialogs/ForeignText.h"
#include "list/CountSentence.h"
#include "text/ShippedWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int largestList = 1000;
constexpr int strataRole = Qt::UserRole + 1;
constexpr int voiceRole = strataRole + 1;

} // namespace

CodingDialog::CodingDialog(qint64 stories, const Codebook &codebook, const CodingWish &wish, QWidget *parent)
    : QDialog(parent),
      m_from(new QComboBox(this)),
      m_explanation(new QLabel(this)),
      m_size(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_themes(new QListWidget(this)),
      m_voice(new QCheckBox(tr("And the &voice"), this)),
      m_coder(new QLineEdit(wish.coder, this)),
      m_voiceWished(wish.asksVoice && wish.suggestedVoice == Voice::Unknown)
{
    setObjectName(u"codingDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Code Stories"));
    fillSources(wish);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_size->setRange(1, largestList);
    m_size->setValue(static_cast<int>(wish.sample.size));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(static_cast<int>(wish.sample.seed));
    m_coder->setPlaceholderText(tr("Who codes; kept with each coding"));
    m_coder->setMaxLength(80);
    m_voice->setObjectName(u"codingVoice"_s);
    fillThemes(codebook, wish.themes);
    auto *sentence
        = new QLabel(tr("From the %1 of the selection. Each story is answered for every theme ticked: the "
                        "themes that you set are there, the others are not.")
                         .arg(storiesInWords(stories)),
                     this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_begin = buttons->addButton(tr("Begin"), QDialogButtonBox::AcceptRole);
    m_begin->setObjectName(u"beginCoding"_s);
    m_begin->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_from, &QComboBox::currentIndexChanged, this, &CodingDialog::explainChoices);
    connect(m_themes, &QListWidget::itemChanged, this, &CodingDialog::explainChoices);
    connect(m_voice, &QCheckBox::clicked, this, [this](bool checked) {
        m_voiceWished = checked;
        explainChoices();
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(sentence);
    layout->addLayout(makeForm(), 1);
    layout->addWidget(buttons);
    resize(520, 560);
    explainChoices();
}

/// Where the stories come from.
void CodingDialog::fillSources(const CodingWish &wish)
{
    const auto addSource = [this](const QString &text, CodingWish::From from, Strata strata = Strata::None) {
        m_from->addItem(text, static_cast<int>(from));
        m_from->setItemData(m_from->count() - 1, static_cast<int>(strata), strataRole);
    };
    addSource(tr("The stories selected, in the list’s order"), CodingWish::From::Selection);
    addSource(tr("A sample, from all alike"), CodingWish::From::Sample);
    addSource(tr("A sample by month, in proportion"), CodingWish::From::Sample, Strata::Month);
    addSource(tr("A sample by theme, in proportion"), CodingWish::From::Sample, Strata::Theme);
    addSource(tr("A sample by platform, in proportion"), CodingWish::From::Sample, Strata::Platform);
    addSource(tr("What the learner suggests"), CodingWish::From::Suggestions);
    for (const Voice voice : {Voice::Testimony, Voice::Solidarity, Voice::Support, Voice::Commentary}) {
        addSource(tr("What the learner suggests for the voice “%1”").arg(voiceName(voice)),
                  CodingWish::From::Suggestions);
        m_from->setItemData(m_from->count() - 1, static_cast<int>(voice), voiceRole);
    }
    addSource(tr("A second, blind round over what others coded"), CodingWish::From::Colleague);
    for (int i = 0; i < m_from->count(); ++i) {
        if (m_from->itemData(i).toInt() == static_cast<int>(wish.from)
            && m_from->itemData(i, strataRole).toInt() == static_cast<int>(wish.sample.strata)
            && m_from->itemData(i, voiceRole).toInt() == static_cast<int>(wish.suggestedVoice))
            m_from->setCurrentIndex(i);
    }
}

QFormLayout *CodingDialog::makeForm()
{
    const std::pair<QWidget *, std::pair<QString, QString>> names[]{
        {m_from, {u"codingFrom"_s, tr("What is coded")}},
        {m_size, {u"codingSize"_s, tr("Stories to code")}},
        {m_seed, {u"codingSeed"_s, tr("Seed")}},
        {m_themes, {u"codingThemes"_s, tr("Themes in question")}},
        {m_coder, {u"codingCoder"_s, tr("Coder’s name")}},
    };
    for (const auto &[widget, name] : names) {
        widget->setObjectName(name.first);
        widget->setAccessibleName(name.second);
    }
    auto *form = new QFormLayout;
    form->addRow(tr("&What"), m_from);
    form->addRow(QString(), m_explanation);
    form->addRow(tr("&Stories"), m_size);
    form->addRow(tr("S&eed"), m_seed);
    form->addRow(tr("&Themes"), m_themes);
    form->addRow(QString(), m_voice);
    form->addRow(tr("&Coder"), m_coder);
    return form;
}

void CodingDialog::fillThemes(const Codebook &codebook, ThemeSet themes)
{
    for (const Theme &theme : codebook.themes) {
        if (theme.isRetired)
            continue;
        auto *item = new QListWidgetItem(inReadersLanguage(theme.name), m_themes);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(themes.contains(theme.number) ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, theme.number);
        item->setToolTip(asToolTip(inReadersLanguage(theme.definition)));
    }
    m_themes->setCurrentRow(0);
}

void CodingDialog::explainChoices()
{
    const auto from = static_cast<CodingWish::From>(m_from->currentData().toInt());
    const bool isForVoice = m_from->currentData(voiceRole).toInt() != 0;
    m_seed->setEnabled(from != CodingWish::From::Selection);
    switch (from) {
    case CodingWish::From::Selection:
        m_explanation->setText(tr("At most so many of them, from the top."));
        break;
    case CodingWish::From::Sample:
        m_explanation->setText(tr("The same seed draws the same stories again."));
        break;
    case CodingWish::From::Suggestions:
        m_explanation->setText(
            isForVoice ? tr("Stories that the learner doubts, some that are likely of this voice and "
                            "not known as such, and some drawn at random. Needs 50 stories whose voice "
                            "was set by hand.")
                       : tr("For the first theme ticked: stories that the learner doubts, some that the theme "
                            "is likely missing from, and some drawn at random. Needs 50 codings of it."));
        break;
    case CodingWish::From::Colleague:
        m_explanation->setText(
            tr("Themes and voice are hidden while you code. What the others said stays in force; "
               "Collection > Agreement compares and settles."));
        break;
    }
    m_voice->setChecked(isForVoice || m_voiceWished); // for a voice, it is what is asked
    m_voice->setEnabled(!isForVoice);
    const CodingWish wished = wish();
    const bool canBeVoiceAlone = from != CodingWish::From::Suggestions || isForVoice;
    const bool asksAnything = !wished.themes.isEmpty() || (wished.asksVoice && canBeVoiceAlone);
    m_begin->setEnabled(asksAnything);
    m_begin->setToolTip(asksAnything ? QString() : tr("Tick the themes in question first."));
}

CodingWish CodingDialog::wish() const
{
    CodingWish wish;
    wish.from = static_cast<CodingWish::From>(m_from->currentData().toInt());
    wish.sample = {static_cast<Strata>(m_from->currentData(strataRole).toInt()), m_size->value(),
                   static_cast<quint32>(m_seed->value())};
    for (int row = 0; row < m_themes->count(); ++row) {
        if (m_themes->item(row)->checkState() == Qt::Checked)
            wish.themes.insert(m_themes->item(row)->data(Qt::UserRole).toInt());
    }
    wish.suggestedVoice = static_cast<Voice>(m_from->currentData(voiceRole).toInt());
    wish.asksVoice = m_voice->isChecked();
    wish.coder = m_coder->text().trimmed();
    return wish;
}

} // namespace tidemark
