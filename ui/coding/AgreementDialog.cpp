#include "coding/AgreementDialog.h"

#include "jobs/WhenDone.h"
#include "model/AgreementModel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QTableView *tableOf(QAbstractItemModel *model, const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

} // namespace

AgreementDialog::AgreementDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_model(new AgreementModel(this)),
      m_open(new DisagreementModel(this)),
      m_sentence(new QLabel(tr("Comparing ..."), this)),
      m_themes(tableOf(m_model, u"agreementTable"_s, tr("Agreement by theme"), this)),
      m_stories(tableOf(m_open, u"disagreementTable"_s, tr("Stories to settle"), this))
{
    setObjectName(u"agreementDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Agreement of Coders"));
    layOut();
    connect(m_themes->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showTheme(current.row()); });
    connect(m_stories->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AgreementDialog::updateButtons);
    connect(m_stories, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit storyWished(m_open->disagreement(index.row()).story);
        accept();
    });
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.codings)
            ask();
    });
    ask();
}

AgreementDialog::~AgreementDialog()
{
    m_progress->cancel();
}

void AgreementDialog::layOut()
{
    m_sentence->setObjectName(u"agreementSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_stories->horizontalHeader()->setStretchLastSection(false);
    m_stories->horizontalHeader()->setSectionResizeMode(DisagreementModel::StoryColumn, QHeaderView::Stretch);
    m_stories->horizontalHeader()->setSectionResizeMode(DisagreementModel::AnswersColumn,
                                                        QHeaderView::ResizeToContents);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_themeAnswers = {addSettling(u"settlePresent"_s, tr("The Theme Is &There"), 1),
                      addSettling(u"settleAbsent"_s, tr("It Is &Not There"), 0)};
    for (const Voice voice : allVoices)
        m_voiceAnswers.append(
            addSettling(u"settleVoice-"_s + voiceKey(voice), voiceName(voice), static_cast<int>(voice)));
    m_undo = m_buttons->addButton(tr("&Undo"), QDialogButtonBox::ActionRole);
    m_undo->setObjectName(u"undoSettling"_s);
    m_undo->setAutoDefault(false);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        --m_settled;
        emit undoWished();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_sentence);
    layout->addWidget(m_themes, 1);
    layout->addWidget(m_stories, 1);
    layout->addWidget(m_buttons);
    resize(920, 560);
    updateButtons();
}

QPushButton *AgreementDialog::addSettling(const QString &name, const QString &text, int answer)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, answer] { settle(answer); });
    return button;
}

void AgreementDialog::ask()
{
    if (m_progress)
        m_progress->cancel();
    const Job<QVector<ThemeAgreement>> job = m_collection->agreements();
    m_progress = job.progress;
    whenDone(job.answer, this, [this, asked = job.progress](const Result<QVector<ThemeAgreement>> &agreements) {
        if (asked != m_progress)
            return;
        if (agreements)
            adopt(agreements.value());
        else
            m_sentence->setText(agreements.error().message);
    });
}

void AgreementDialog::adopt(const QVector<ThemeAgreement> &agreements)
{
    const int theme = std::max(0, m_themes->currentIndex().row());
    const int story = std::max(0, m_stories->currentIndex().row());
    m_model->setAgreements(m_collection->facts().codebook, agreements);
    m_themes->resizeColumnsToContents();
    m_sentence->setText(
        agreements.isEmpty()
            ? tr("Nothing was coded by two people yet. Collection > Code Stories has a second, blind "
                 "round; “tidemark themes label” takes a coder’s answers out of a column.")
            : tr("Over the stories that at least two coded. The interval holds 95 % (stories drawn "
                 "anew a thousand times). What you settle becomes the coding by hand; the coders’ "
                 "answers, and these figures, stay."));
    m_themes->selectRow(std::min(theme, m_model->rowCount() - 1));
    showTheme(m_themes->currentIndex().row());
    m_stories->selectRow(std::min(story, m_open->rowCount() - 1));
    updateButtons();
}

void AgreementDialog::showTheme(int row)
{
    m_open->setDisagreements(row < 0 ? QVector<Disagreement>() : m_model->agreement(row).open);
    m_stories->selectRow(0);
    updateButtons();
}

void AgreementDialog::settle(int answer)
{
    const QModelIndex current = m_stories->currentIndex();
    if (!current.isValid())
        return;
    const Disagreement &open = m_open->disagreement(current.row());
    ++m_settled;
    if (open.theme)
        emit settleWished(open.story, *open.theme, answer != 0);
    else
        emit voiceSettleWished(open.story, static_cast<Voice>(answer));
}

void AgreementDialog::updateButtons()
{
    const bool writable = m_collection && !m_collection->facts().readOnly;
    const QModelIndex theme = m_themes->currentIndex();
    const bool isVoice = theme.isValid() && !m_model->agreement(theme.row()).theme;
    const QList<QPushButton *> answers = m_themeAnswers + m_voiceAnswers;
    for (QPushButton *button : answers) {
        button->setVisible(m_voiceAnswers.contains(button) == isVoice);
        button->setEnabled(writable && m_stories->currentIndex().isValid());
    }
    m_undo->setEnabled(writable && m_settled > 0);
}

} // namespace tidemark
