#include "model/LearningModel.h"

#include "text/LocalShares.h"
#include "text/ShippedWords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double thousand = 1000;
constexpr quint32 intervalSeed = 1;

QString besideRule(double learned, const Interval &interval, double byRule)
{
    return LearningModel::tr("%1 % (%2 to %3), rule %4 %")
        .arg(localHundredths(learned, 0), localHundredths(interval.from, 0), localHundredths(interval.to, 0),
             localHundredths(byRule, 0));
}

CutWish byF1()
{
    CutWish wish;
    wish.best = CutWish::For::F1;
    return wish;
}

bool saysTheSameOfAll(const Confusion &confusion)
{
    const qint64 said = confusion.hits + confusion.falseAlarms;
    return said == 0 || said == confusion.stories();
}

/// Of the stories that nobody coded.
bool nearlyAllReach(const LabelDifference &difference, int cut)
{
    constexpr qint64 nearlyAll = 90; // percent
    const qint64 lacking = difference.enteringAt(0);
    const qint64 having = difference.leavingAt(LabelDifference::steps + 1);
    const qint64 reaching = difference.enteringAt(cut) + having - difference.leavingAt(cut);
    return reaching > 0 && 100 * reaching >= nearlyAll * (lacking + having);
}

} // namespace

LearningModel::LearningModel(QObject *parent) : QAbstractTableModel(parent) {}

void LearningModel::setCounts(const Codebook &codebook, const QVector<HandCount> &counts,
                              const QVector<LabelCoder> &coders)
{
    beginResetModel();
    m_codebook = codebook;
    m_training = {};
    m_rows.clear();
    qint64 voiced = 0;
    for (const HandCount &count : counts) {
        if (count.label.kind == Label::Kind::Voice)
            voiced += count.present;
    }
    const auto add = [&](Label label) {
        Row row;
        row.label = label;
        row.wish = byF1();
        const auto found = std::ranges::find(counts, label, &HandCount::label);
        row.count
            = found != counts.cend() ? *found : HandCount{label, 0, label.kind == Label::Kind::Voice ? voiced : 0};
        row.isByModel = std::ranges::find(coders, label, &LabelCoder::label) != coders.cend();
        row.isTicked = obstacle(row).isEmpty();
        m_rows.append(row);
    };
    for (const Theme &theme : codebook.themes) {
        if (!theme.isRetired)
            add({Label::Kind::Theme, theme.number});
    }
    for (const Voice voice : {Voice::Testimony, Voice::Solidarity, Voice::Support, Voice::Commentary})
        add({Label::Kind::Voice, static_cast<int>(voice)});
    endResetModel();
    emit tickedChanged();
}

void LearningModel::setTraining(const Training &training)
{
    m_training = training;
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row.part = training.model->indexOf(row.label);
        row.isTicked = false;
        if (row.part < 0)
            continue;
        row.learned = training.labels.at(row.part);
        setWish(i, byF1());
        row.isTicked = isOffered(row);
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit tickedChanged();
}

QVector<Label> LearningModel::ticked() const
{
    QVector<Label> labels;
    for (const Row &row : m_rows) {
        if (row.isTicked && isOffered(row))
            labels.append(row.label);
    }
    return labels;
}

QVector<Label> LearningModel::codedByModel() const
{
    QVector<Label> labels;
    for (const Row &row : m_rows) {
        if (row.isByModel)
            labels.append(row.label);
    }
    return labels;
}

Training LearningModel::training() const
{
    Training training = m_training;
    ThemeModel model = *m_training.model;
    for (const Row &row : m_rows) {
        if (row.part < 0)
            continue;
        model.setCut(row.part, row.cut / thousand);
        model.setTried(row.part, row.learned.learned);
    }
    training.model = std::make_shared<const ThemeModel>(std::move(model));
    return training;
}

QString LearningModel::name(int row) const
{
    const Label label = m_rows.at(row).label;
    return label.kind == Label::Kind::Voice ? tr("Voice: %1").arg(voiceName(static_cast<Voice>(label.number)))
                                            : inReadersLanguage(m_codebook.themes.value(label.number).name);
}

const QVector<CalibrationBin> &LearningModel::calibration(int row) const
{
    return m_rows.at(row).learned.calibrated;
}

QVector<LearningModel::CurvedF1> LearningModel::curve(int row) const
{
    QVector<CurvedF1> curve;
    for (const CurvePoint &point : m_training.curve)
        curve.append({point.stories, point.labels.at(m_rows.at(row).part).f1()});
    return curve;
}

std::optional<double> LearningModel::gain(int row) const
{
    return gainPerFifty(m_training.curve, m_rows.at(row).part);
}

QString LearningModel::cutSentence(int row) const
{
    const Row &at = m_rows.at(row);
    const Confusion &learned = at.learned.learned;
    const LabelDifference &difference = m_training.differences.at(at.part);
    const QLocale locale;
    const QString sentence
        = tr("From %1 % on a story has it: precision %2 %, recall %3 %, F1 %4 %. Stories that have it now: %5; of "
             "these would leave: %6; would enter: %7.")
              .arg(locale.toString(at.cut / 10.0, 'f', 1), localHundredths(learned.precision(), 0),
                   localHundredths(learned.recall(), 0), localHundredths(learned.f1(), 0),
                   locale.toString(difference.before), locale.toString(difference.leavingAt(at.cut)),
                   locale.toString(difference.enteringAt(at.cut)))
        + u' ' + howJudged(at);
    return nearlyAllReach(difference, at.cut)
        ? sentence + u' ' + tr("Nearly every story would have it: a higher cut says more.")
        : sentence;
}

/// Figures of a cut that was chosen by looking at them are better than it is; the others are not.
QString LearningModel::howJudged(const Row &row)
{
    return row.isCutByHand
        ? tr("These figures are of this very cut over all stories kept aside, so one that was chosen by them "
             "looks a little better than it is; those of the other ways to cut don’t.")
        : tr("For these figures each part kept aside was judged by the cut that the other parts ask for.");
}

void LearningModel::setCut(int row, int thousandths)
{
    Row &at = m_rows[row];
    at.wish = byF1();
    at.isCutByHand = true;
    at.cut = std::clamp(thousandths, 1, LabelDifference::steps);
    judge(at, at.learned.learnedAt(at.cut / thousand));
    tellChanged(row);
}

void LearningModel::setWish(int row, const CutWish &wish)
{
    Row &at = m_rows[row];
    at.wish = wish;
    at.isCutByHand = false;
    const double cut = chooseCut(at.learned.probabilities, at.learned.present, wish);
    const bool asksAtLeast = wish.best == CutWish::For::Precision; // a little higher rather than a little lower
    const auto thousandths = static_cast<int>(asksAtLeast ? std::ceil(cut * thousand) : std::round(cut * thousand));
    at.cut = std::clamp(thousandths, 1, LabelDifference::steps);
    judge(at, at.learned.learnedBy(wish));
    tellChanged(row);
}

void LearningModel::judge(Row &row, const Confusion &learned)
{
    row.learned.learned = learned;
    row.f1 = f1Interval(row.learned.learned, intervalSeed);
}

void LearningModel::tellChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit tickedChanged();
}

QString LearningModel::obstacle(const Row &row) const
{
    const qint64 coded = row.count.present + row.count.absent;
    const QLocale locale;
    if (coded == 0)
        return tr("No story is coded by hand with it.");
    if (coded < fewestToLearnFrom)
        return tr("Only %1 coded by hand; learning begins with %2.")
            .arg(locale.toString(coded), locale.toString(fewestToLearnFrom));
    if (row.count.present < 2)
        return tr("None or one of the stories coded has it; code some that do.");
    if (row.count.absent < 2)
        return tr("All stories coded have it; code some that don’t, too.");
    return {};
}

bool LearningModel::isOffered(const Row &row) const
{
    return isTrained() ? row.part >= 0 && row.learned.isBetterThanRule(row.wish) : obstacle(row).isEmpty();
}

QString LearningModel::verdict(const Row &row) const
{
    if (const QString why = obstacle(row); !why.isEmpty())
        return row.isByModel ? tr("Coded by a model. %1").arg(why) : why;
    if (isTrained() && row.part >= 0) {
        if (row.learned.isBetterThanRule(row.wish))
            return tr("Better than the rule.");
        return saysTheSameOfAll(row.learned.learned) ? tr("It says the same of all stories, so the rule stays.")
                                                     : tr("Not better than the rule, so the rule stays.");
    }
    return row.isByModel ? tr("Coded by a model; can be learned anew.") : tr("Can be learned.");
}

int LearningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LearningModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LearningModel::display(const Row &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case CodedColumn:
        return tr("%1 yes, %2 no").arg(locale.toString(row.count.present), locale.toString(row.count.absent));
    case VerdictColumn:
        return verdict(row);
    default:
        break;
    }
    if (row.part < 0)
        return {};
    const Confusion &learned = row.learned.learned;
    const Confusion &byRule = row.learned.byRule;
    const LabelDifference &difference = m_training.differences.at(row.part);
    switch (column) {
    case PrecisionColumn:
        return besideRule(learned.precision(), wilsonInterval(learned.hits, learned.hits + learned.falseAlarms),
                          byRule.precision());
    case RecallColumn:
        return besideRule(learned.recall(), wilsonInterval(learned.hits, learned.support()), byRule.recall());
    case F1Column:
        return besideRule(learned.f1(), row.f1, byRule.f1());
    case CutColumn:
        return tr("%1 %").arg(locale.toString(row.cut / 10.0, 'f', 1));
    case EnteringColumn:
        return locale.toString(difference.enteringAt(row.cut));
    case LeavingColumn:
        return locale.toString(difference.leavingAt(row.cut));
    default:
        return {};
    }
}

QVariant LearningModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == LabelColumn && isOffered(row))
        return row.isTicked ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole && index.column() == VerdictColumn)
        return verdict(row);
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == LabelColumn ? name(index.row()) : display(row, index.column());
}

bool LearningModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole
        || index.column() != LabelColumn || !isOffered(m_rows.at(index.row())))
        return false;
    m_rows[index.row()].isTicked = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {role});
    emit tickedChanged();
    return true;
}

Qt::ItemFlags LearningModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canBeTicked = index.isValid() && index.column() == LabelColumn && isOffered(m_rows.at(index.row()));
    return canBeTicked ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant LearningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LabelColumn:
        return tr("Theme or voice");
    case CodedColumn:
        return tr("Coded by hand");
    case PrecisionColumn:
        return tr("Precision");
    case RecallColumn:
        return tr("Recall");
    case F1Column:
        return tr("F1");
    case CutColumn:
        return tr("Cut");
    case EnteringColumn:
        return tr("Enter");
    case LeavingColumn:
        return tr("Leave");
    case VerdictColumn:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace tidemark
