#include "model/LearningModel.h"

#include "text/ShippedWords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double thousand = 1000;
constexpr quint32 intervalSeed = 1;

CutWish byF1()
{
    CutWish wish;
    wish.best = CutWish::For::F1;
    return wish;
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

bool LearningModel::saysTheSameOfAll(const Confusion &confusion)
{
    const qint64 said = confusion.hits + confusion.falseAlarms;
    return said == 0 || said == confusion.stories();
}

bool LearningModel::isOffered(const Row &row) const
{
    return isTrained() ? row.part >= 0 && row.learned.isBetterThanRule(row.wish) : obstacle(row).isEmpty();
}

int LearningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LearningModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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

} // namespace tidemark
