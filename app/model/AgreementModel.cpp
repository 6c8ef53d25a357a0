#include "model/AgreementModel.h"

#include "text/ShippedWords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString coderName(const QString &coder)
{
    return coder.isEmpty() ? AgreementModel::tr("unnamed") : coder;
}

QString coefficient(const std::optional<double> &value)
{
    return value ? QLocale().toString(*value, 'f', 2) : AgreementModel::tr("undefined");
}

QString kappaText(const Agreement &figures)
{
    const QString kappa = coefficient(figures.kappa);
    return figures.isFleissKappa() ? AgreementModel::tr("%1 (Fleiss)").arg(kappa)
                                   : AgreementModel::tr("%1 (Cohen)").arg(kappa);
}

QString alphaText(const Agreement &figures)
{
    const QString alpha = coefficient(figures.alpha);
    if (!figures.alphaInterval)
        return alpha;
    return AgreementModel::tr("%1 (%2 to %3)")
        .arg(alpha, coefficient(figures.alphaInterval->from), coefficient(figures.alphaInterval->to));
}

} // namespace

void AgreementModel::setAgreements(const Codebook &codebook, const QVector<ThemeAgreement> &agreements)
{
    beginResetModel();
    m_codebook = codebook;
    m_agreements = agreements;
    endResetModel();
}

int AgreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_agreements.size());
}

int AgreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AgreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const ThemeAgreement &at = m_agreements.at(index.row());
    const QLocale locale;
    switch (index.column()) {
    case ThemeColumn:
        return at.theme ? inReadersLanguage(m_codebook.themes.value(*at.theme).name) : tr("Voice");
    case CodersColumn: {
        QStringList names;
        for (const QString &coder : at.coders)
            names << coderName(coder);
        return names.join(u", "_s);
    }
    case StoriesColumn:
        return locale.toString(at.figures.units);
    case PercentColumn:
        return tr("%1 %").arg(locale.toString(100 * at.figures.percent, 'f', 0));
    case KappaColumn:
        return kappaText(at.figures);
    case AlphaColumn:
        return alphaText(at.figures);
    case OpenColumn:
        return locale.toString(at.open.size());
    default:
        return locale.toString(at.settled);
    }
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ThemeColumn:
        return tr("Theme");
    case CodersColumn:
        return tr("Coders");
    case StoriesColumn:
        return tr("Stories coded by two");
    case PercentColumn:
        return tr("Agreement");
    case KappaColumn:
        return tr("Kappa");
    case AlphaColumn:
        return tr("Krippendorff’s alpha");
    case OpenColumn:
        return tr("To settle");
    case SettledColumn:
        return tr("Settled");
    default:
        return {};
    }
}

void DisagreementModel::setDisagreements(const QVector<Disagreement> &open)
{
    beginResetModel();
    m_open = open;
    endResetModel();
}

int DisagreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_open.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Disagreement &at = m_open.at(index.row());
    if (index.column() == StoryColumn)
        return at.opening;
    QStringList answers;
    for (const auto &[coder, answer] : at.answers) {
        const QString name = coderName(coder);
        answers << (!at.theme         ? tr("%1: %2").arg(name, voiceName(static_cast<Voice>(answer)))
                        : answer != 0 ? tr("%1: yes").arg(name)
                                      : tr("%1: no").arg(name));
    }
    return answers.join(u", "_s);
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == StoryColumn ? tr("Story") : tr("Answers");
}

} // namespace tidemark
