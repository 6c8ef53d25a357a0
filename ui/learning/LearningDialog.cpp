#include "learning/LearningDialog.h"

#include "dialogs/Placement.h"
#include "dialogs/PlainLabel.h"
#include "jobs/JobLine.h"
#include "jobs/WhenDone.h"
#include "learning/CutChooser.h"
#include "learning/LearningPlot.h"
#include "model/LearningModel.h"
#include "text/LocalShares.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

LearningPlot::Picture curvePicture(const QVector<LearningModel::CurvedF1> &curve, std::optional<double> gain)
{
    LearningPlot::Picture picture;
    if (curve.isEmpty()) {
        picture.words = LearningDialog::tr("Too few stories are coded to tell whether more would help.");
        return picture;
    }
    const QLocale locale;
    const double most = static_cast<double>(curve.constLast().stories);
    QStringList words;
    for (const LearningModel::CurvedF1 &point : curve) {
        picture.points.append({static_cast<double>(point.stories) / most, point.f1});
        words << LearningDialog::tr("%1 %2 % from %3")
                     .arg(words.isEmpty() ? LearningDialog::tr("F1") : QString(), localHundredths(point.f1, 0),
                          locale.toString(point.stories))
                     .trimmed();
    }
    picture.left = u"0"_s;
    picture.right = LearningDialog::tr("%1 stories").arg(locale.toString(curve.constLast().stories));
    picture.words = words.join(u", "_s) + u'.';
    if (gain)
        picture.words += u' '
            + LearningDialog::tr("With 50 codings more F1 has lately changed by %1 points.")
                  .arg(locale.toString(100 * *gain, 'f', 1));
    return picture;
}

LearningPlot::Picture calibrationPicture(const QVector<CalibrationBin> &bins)
{
    LearningPlot::Picture picture;
    picture.hasDiagonal = true;
    picture.left = u"0 %"_s;
    picture.right = u"100 %"_s;
    QStringList words;
    for (const CalibrationBin &bin : bins) {
        if (bin.stories == 0)
            continue;
        picture.points.append({bin.said, bin.present});
        words << LearningDialog::tr("%1 %: %2 % of %3")
                     .arg(localHundredths(bin.said, 0), localHundredths(bin.present, 0),
                          QLocale().toString(bin.stories));
    }
    picture.words = LearningDialog::tr("Said and found: %1.").arg(words.join(u"; "_s));
    return picture;
}

} // namespace

LearningDialog::LearningDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_model(new LearningModel(this)),
      m_sentence(plainLabel({}, this)),
      m_table(new QTableView(this)),
      m_cut(new CutChooser(m_model, this)),
      m_curve(new LearningPlot(tr("F1 by stories learned from"), this)),
      m_calibration(new LearningPlot(tr("Probability said, and share found"), this)),
      m_curveWords(plainLabel({}, this)),
      m_calibrationWords(plainLabel({}, this)),
      m_details(new QWidget(this)),
      m_layout(new QVBoxLayout(this))
{
    setObjectName(u"learningDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Learn Themes"));
    layOut();
    m_clock.setInterval(100ms);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_line)
            m_line->refresh();
    });
    connect(m_model, &LearningModel::tickedChanged, this, &LearningDialog::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showRow(current.row()); });
    readCounts();
}

LearningDialog::~LearningDialog()
{
    if (m_progress)
        m_progress->cancel();
}

void LearningDialog::layOut()
{
    m_sentence->setObjectName(u"learningSentence"_s);
    m_table->setModel(m_model);
    m_table->setObjectName(u"learningTable"_s);
    m_table->setAccessibleName(tr("Themes and voices to learn"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_curve->setObjectName(u"learningCurve"_s);
    m_calibration->setObjectName(u"learningCalibration"_s);
    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_cut, 0, 0, 1, 2);
    grid->addWidget(m_curve, 1, 0);
    grid->addWidget(m_calibration, 1, 1);
    grid->addWidget(m_curveWords, 2, 0, Qt::AlignTop);
    grid->addWidget(m_calibrationWords, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_details->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto button = [&](const QString &name, const QString &text, void (LearningDialog::*act)()) {
        QPushButton *made = buttons->addButton(text, QDialogButtonBox::ActionRole);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_learn = button(u"learn"_s, tr("&Learn"), &LearningDialog::learn);
    m_learn->setDefault(true);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::ActionRole);
    m_apply->setObjectName(u"applyLearned"_s);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        emit applyWished(m_model->training(), m_model->ticked());
        accept();
    });
    m_rules = buttons->addButton(tr("Back to the &Rules"), QDialogButtonBox::ActionRole);
    m_rules->setObjectName(u"backToRules"_s);
    connect(m_rules, &QPushButton::clicked, this, [this] {
        emit rulesWished(m_model->codedByModel());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_layout->addWidget(m_sentence);
    m_layout->addWidget(m_table, 1);
    m_layout->addWidget(m_details);
    m_layout->addWidget(buttons);
    resizeWithinScreen(this, {1180, 620});
    updateButtons();
}

void LearningDialog::readCounts()
{
    say(tr("Counting what is coded by hand ..."));
    whenDone(m_collection->handCounts(), this, [this](const Result<QVector<HandCount>> &counts) {
        if (!counts)
            return say(counts.error().message);
        whenDone(
            m_collection->labelCoders(), this,
            [this, counts = counts.value()](const Result<QVector<LabelCoder>> &coders) {
                if (!coders)
                    return say(coders.error().message);
                m_model->setCounts(m_collection->facts().codebook, counts, coders.value());
                showFigures();
                m_table->selectRow(0);
                say(m_model->ticked().isEmpty()
                        ? tr("Learning begins with 50 stories coded by hand with a theme, some that have it and "
                             "some that don’t. Collection > Code Stories helps to get there.")
                        : tr("What is ticked is learned from the stories coded by hand, and tried on stories "
                             "kept aside. Nothing changes before you apply it."));
            });
    });
}

void LearningDialog::learn()
{
    m_progress = std::make_shared<Progress>();
    updateButtons();
    SelectionQuestion byHand;
    byHand.filter = std::get<Filter>(parseFilter(u"coded:hand"_s, m_collection->names()));
    byHand.facets = false;
    whenDone(m_collection->select(byHand), this, [this](const Result<Selection> &selection) {
        if (selection)
            return learnFrom(selection.value().allIds(Order::OldestFirst));
        m_progress.reset();
        updateButtons();
        say(selection.error().message);
    });
}

void LearningDialog::learnFrom(const QVector<StoryId> &stories)
{
    TrainingQuestion question{stories, m_model->ticked(), {}, true};
    question.wish.cut.best = CutWish::For::F1;
    const Job<Training> job = m_collection->trainThemes(question);
    m_progress = job.progress;
    m_line
        = new JobLine(tr("Learning from %1 stories").arg(QLocale().toString(stories.size())), job.progress, this);
    m_layout->insertWidget(1, m_line);
    m_clock.start();
    whenDone(job.answer, this, [this](const Result<Training> &training) { finish(training); });
}

void LearningDialog::finish(const Result<Training> &training)
{
    m_clock.stop();
    m_progress.reset();
    delete m_line;
    if (!training) {
        updateButtons();
        return say(training.error().message);
    }
    m_model->setTraining(training.value());
    showFigures();
    const QLocale locale;
    QString sentence = tr("Learned from %1 stories coded by hand and tried %2 times on a part that was kept aside. "
                          "Copies among them, which were kept together: %3. Intervals hold 95 %.")
                           .arg(locale.toString(training->stories), locale.toString(training->folds),
                                locale.toString(training->copies));
    if (training->contradictions > 0)
        sentence += u' '
            + tr("Stories with the very words of another one, and other codings: %1.")
                  .arg(locale.toString(training->contradictions));
    say(sentence);
    int row = 0;
    while (row < m_model->rowCount() - 1 && !m_model->isLearned(row))
        ++row;
    m_table->selectRow(row);
    m_table->setFocus();
    showRow(row);
    updateButtons();
}

/// Once something is learned that alone is of interest; before, there are no figures.
void LearningDialog::showFigures()
{
    const bool trained = m_model->isTrained();
    for (int column = LearningModel::PrecisionColumn; column <= LearningModel::LeavingColumn; ++column)
        m_table->setColumnHidden(column, !trained);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHidden(row, trained && !m_model->isLearned(row));
    m_table->resizeColumnsToContents();
}

void LearningDialog::showRow(int row)
{
    const bool learned = m_model->isLearned(row);
    m_cut->setRow(row);
    m_details->setVisible(learned);
    if (!learned)
        return;
    m_curve->setPicture(curvePicture(m_model->curve(row), m_model->gain(row)));
    m_curveWords->setText(m_curve->words());
    m_calibration->setPicture(calibrationPicture(m_model->calibration(row)));
    m_calibrationWords->setText(m_calibration->words());
}

void LearningDialog::updateButtons()
{
    const bool writable = m_collection && !m_collection->facts().readOnly;
    const bool ticked = !m_model->ticked().isEmpty();
    const bool idle = !m_progress;
    m_learn->setEnabled(idle && ticked && !m_model->isTrained());
    m_apply->setEnabled(idle && ticked && m_model->isTrained() && writable);
    m_rules->setEnabled(idle && writable && !m_model->codedByModel().isEmpty());
}

void LearningDialog::say(const QString &sentence)
{
    m_sentence->setText(sentence);
}

} // namespace tidemark
