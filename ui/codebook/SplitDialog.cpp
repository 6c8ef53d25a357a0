#include "codebook/SplitDialog.h"

#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "jobs/WhenDone.h"
#include "story/WorkPool.h"
#include "text/ShippedWords.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

bool isOfWordsOnly(const Filter &filter)
{
    Filter words;
    words.words = filter.words;
    return !filter.words.isEmpty() && filter == words;
}

} // namespace

SplitDialog::SplitDialog(Collection *collection, const Theme &theme, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_theme(theme),
      m_name(new QLineEdit(this)),
      m_text(new QLineEdit(this)),
      m_verdict(plainLabel({}, this))
{
    setObjectName(u"splitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Split Theme"));
    m_name->setObjectName(u"splitName"_s);
    m_text->setObjectName(u"splitFilter"_s);
    m_text->setPlaceholderText(tr("Words, or any filter: bus OR train, platform:mastodon"));
    m_verdict->setObjectName(u"splitVerdict"_s);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Split"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"splitGo"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("&New theme"), m_name);
    form->addRow(tr("&Stories"), m_text);
    m_name->setAccessibleName(tr("Name of the new theme"));
    m_text->setAccessibleName(tr("Filter for its stories"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("The stories of %1 that match become a theme of their own.")
                                     .arg(isolated(inReadersLanguage(theme.name))),
                                 this));
    layout->addLayout(form);
    layout->addWidget(m_verdict);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(560, 260);

    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &SplitDialog::readFilter);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_isCounted = false;
        m_pause.start();
        offerToSplit();
    });
    connect(m_name, &QLineEdit::textChanged, this, &SplitDialog::offerToSplit);
    offerToSplit();
}

ThemeSplit SplitDialog::split() const
{
    const bool byWords = isOfWordsOnly(m_filter) && !m_theme.rule.isEmpty();
    return {m_theme.id, m_name->text().trimmed(), byWords ? std::optional(m_filter.words.toText()) : std::nullopt};
}

void SplitDialog::readFilter()
{
    if (!m_collection)
        return;
    const auto parsed = parseFilter(m_text->text(), m_collection->names());
    const auto *mistake = std::get_if<Mistake>(&parsed);
    m_filter = mistake ? Filter() : std::get<Filter>(parsed);
    const quint64 number = ++m_number;
    if (mistake || m_filter.isEmpty()) {
        m_verdict->setText(mistake ? mistake->message : QString());
        return;
    }
    SelectionQuestion question{.filter = m_filter, .timeline = {}, .facets = false};
    question.filter.facets.append({.facet = Facet::Theme, .attribute = {}, .values = {m_theme.id}});
    m_verdict->setText(tr("Counting ..."));
    whenDone(m_collection->select(question), this, [this, number](const Result<Selection> &selection) {
        if (number == m_number)
            answered(selection);
    });
}

/// There may be millions of ids, so they are listed in the pool.
void SplitDialog::answered(const Result<Selection> &selection)
{
    if (!selection) {
        m_verdict->setText(selection.error().message);
        return;
    }
    whenDone(
        QtConcurrent::run(workPool(), [found = selection.value()] { return found.allIds(Order::OldestFirst); }),
        this, [this, number = m_number](const QVector<StoryId> &ids) {
            if (number != m_number)
                return;
            m_stories = ids;
            m_isCounted = true;
            const QString pattern = split().words
                ? tr("%1 stories go over: the rule is divided, and what was coded by hand goes with it.")
                : tr("%1 stories go over, coded by hand.");
            m_verdict->setText(pattern.arg(QLocale().toString(ids.size())));
            offerToSplit();
        });
}

void SplitDialog::offerToSplit()
{
    m_go->setEnabled(m_isCounted && !m_stories.isEmpty() && !m_name->text().trimmed().isEmpty());
}

} // namespace tidemark
