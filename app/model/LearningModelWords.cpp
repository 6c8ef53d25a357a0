// What the model says in words: of each label, of its cut, and in its cells.
#include "model/LearningModel.h"

#include "text/LocalShares.h"
#include "text/ShippedWords.h"

#include <QLocale>

namespace tidemark {

namespace {

QString besideRule(double learned, const Interval &interval, double byRule)
{
    return LearningModel::tr("%1 % (%2 to %3), rule %4 %")
        .arg(localHundredths(learned, 0), localHundredths(interval.from, 0), localHundredths(interval.to, 0),
             localHundredths(byRule, 0));
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
