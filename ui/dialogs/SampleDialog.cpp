#include "dialogs/SampleDialog.h"

#include "list/CountSentence.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int largestSample = 1000;

} // namespace

SampleDialog::SampleDialog(qint64 stories, const SampleQuestion &question, QWidget *parent)
    : QDialog(parent), m_size(new QSpinBox(this)), m_strata(new QComboBox(this)), m_seed(new QSpinBox(this))
{
    setObjectName(u"sampleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Draw a Reading Sample"));
    auto *sentence
        = new QLabel(tr("Draws at random from the %1 of the selection, and keeps what was drawn as a saved "
                        "filter. The same seed draws the same stories again.")
                         .arg(storiesInWords(stories)),
                     this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    m_size->setRange(1, largestSample);
    m_size->setValue(static_cast<int>(question.size));
    m_size->setObjectName(u"sampleSize"_s);
    m_size->selectAll(); // what is typed first replaces it
    m_strata->addItem(tr("From all alike"), int(Strata::None));
    m_strata->addItem(tr("By month, in proportion"), int(Strata::Month));
    m_strata->addItem(tr("By theme, in proportion"), int(Strata::Theme));
    m_strata->addItem(tr("By platform, in proportion"), int(Strata::Platform));
    m_strata->setCurrentIndex(m_strata->findData(int(question.strata)));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(static_cast<int>(question.seed));
    auto *form = new QFormLayout;
    form->addRow(tr("&Stories"), m_size);
    form->addRow(tr("&Drawn"), m_strata);
    form->addRow(tr("S&eed"), m_seed);
    m_size->setAccessibleName(tr("Stories in the sample"));
    m_strata->setAccessibleName(tr("How they are drawn"));
    m_seed->setAccessibleName(tr("Seed"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Draw"), QDialogButtonBox::AcceptRole)->setObjectName(u"drawSampleButton"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(sentence);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

SampleQuestion SampleDialog::question() const
{
    return {static_cast<Strata>(m_strata->currentData().toInt()), m_size->value(),
            static_cast<quint32>(m_seed->value())};
}

} // namespace tidemark
