#include "dialogs/SubscriptionDialog.h"

#include "collection/SubscriptionNames.h"
#include "collection/SubscriptionRules.h"
#include "dialogs/Question.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int mostPosts = 1'000'000;
constexpr int usualDays = 30;

} // namespace

SubscriptionDialog::SubscriptionDialog(const Subscription &subscription, const CollectionFacts &facts,
                                       QWidget *parent)
    : QDialog(parent), m_before(subscription), m_facts(facts), m_form(new QFormLayout(this))
{
    setObjectName(u"subscriptionDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(subscription.number == 0 ? tr("Add Source") : tr("Edit Source"));
    makeFields();
    m_lack = new QLabel(this);
    m_lack->setObjectName(u"lackLabel"_s);
    m_lack->setTextFormat(Qt::PlainText);
    m_lack->setWordWrap(true);
    m_form->addRow(m_lack);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(subscription.number == 0 ? tr("Add") : tr("Save"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->addRow(buttons);
    fill();
    showFields();
    m_offered = this->subscription();
    resize(480, sizeHint().height());
}

void SubscriptionDialog::reject()
{
    if (subscription() == m_offered && secret().isEmpty())
        return QDialog::reject();
    ask(this, tr("Throw away what you wrote?"), tr("Throw Away"), [this] { QDialog::reject(); });
}

void SubscriptionDialog::makeFields()
{
    const auto line = [this](const QString &name, const QString &label, const QString &hint) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setPlaceholderText(hint);
        m_form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &SubscriptionDialog::check);
        return edit;
    };
    m_service = new QComboBox(this);
    m_service->setObjectName(u"serviceBox"_s);
    for (const Service service : allServices)
        m_service->addItem(serviceName(service), serviceKey(service));
    m_form->addRow(tr("&Service:"), m_service);
    connect(m_service, &QComboBox::currentIndexChanged, this, &SubscriptionDialog::suggestSince);
    connect(m_service, &QComboBox::currentIndexChanged, this, &SubscriptionDialog::showFields);
    m_address = line(u"addressBox"_s, tr("&Address:"), u"https://server.example"_s);
    m_name = line(u"nameBox"_s, tr("&Name:"), tr("What it is called here"));
    m_anyTags = line(u"anyTagsBox"_s, tr("Any of these &hashtags:"), u"metoo, balancetonporc"_s);
    m_allTags = line(u"allTagsBox"_s, tr("A&ll of these:"), {});
    m_noneTags = line(u"noneTagsBox"_s, tr("N&one of these:"), {});
    m_words = line(u"wordsBox"_s, tr("Sea&rch for:"), tr("In the query language of the service"));
    m_account = line(u"accountBox"_s, tr("A&ccount:"), u"me.bsky.social"_s);
    m_secret = line(u"secretBox"_s, tr("&Token or app password:"), tr("Kept in the system's keyring"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_archive = new QCheckBox(tr("Search the &full archive, not the last seven days"), this);
    m_form->addRow(m_archive);
    connect(m_archive, &QCheckBox::toggled, this, &SubscriptionDialog::check);
    const auto budget = [this](const QString &name, const QString &label) {
        auto *box = new QSpinBox(this);
        box->setObjectName(name);
        box->setRange(0, mostPosts);
        box->setGroupSeparatorShown(true);
        m_form->addRow(label, box);
        connect(box, &QSpinBox::valueChanged, this, &SubscriptionDialog::check);
        return box;
    };
    m_budget = budget(u"budgetBox"_s, tr("Bu&dget, posts a fetch:"));
    makeSinceRow();
    m_schedule = new QComboBox(this);
    m_schedule->setObjectName(u"scheduleBox"_s);
    m_schedule->addItem(tr("Only when asked"));
    m_schedule->addItem(tr("Every half hour, while Tidemark runs"), 30);
    m_schedule->addItem(tr("Every three hours, while Tidemark runs"), 180);
    m_schedule->addItem(tr("Once a day, while Tidemark runs"), 1440);
    m_form->addRow(tr("F&etched:"), m_schedule);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &SubscriptionDialog::showFields);
    m_monthBudget = budget(u"monthBudgetBox"_s, tr("Bud&get, posts a month:"));
    m_monthBudget->setToolTip(tr("Once so many were read in a month, the schedule rests until the next one."));
}

void SubscriptionDialog::makeSinceRow()
{
    m_hasSince = new QCheckBox(tr("Not &before"), this);
    m_hasSince->setObjectName(u"hasSinceBox"_s);
    m_sinceRow = new QWidget(this);
    m_since = new QDateEdit(m_sinceRow);
    m_since->setObjectName(u"sinceBox"_s);
    m_since->setCalendarPopup(true);
    m_since->setAccessibleName(tr("Not before"));
    auto *zone = new QLabel(tr("in %1").arg(QString::fromLatin1(m_facts.zone.id())), m_sinceRow);
    zone->setObjectName(u"zoneLabel"_s);
    zone->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(m_sinceRow);
    row->setContentsMargins({});
    row->addWidget(m_since);
    row->addWidget(zone, 1);
    m_form->addRow(m_hasSince, m_sinceRow);
    connect(m_hasSince, &QCheckBox::toggled, m_since, &QWidget::setEnabled);
    connect(m_hasSince, &QCheckBox::clicked, this, [this] { m_sinceWasChosen = true; });
}

void SubscriptionDialog::fill()
{
    m_service->setCurrentIndex(m_service->findData(serviceKey(m_before.service)));
    m_address->setText(m_before.address.toString());
    m_name->setText(m_before.name);
    m_anyTags->setText(m_before.anyTags.join(u", "_s));
    m_allTags->setText(m_before.allTags.join(u", "_s));
    m_noneTags->setText(m_before.noneTags.join(u", "_s));
    m_words->setText(m_before.words);
    m_account->setText(m_before.account);
    m_archive->setChecked(m_before.wholeArchive);
    m_budget->setValue(m_before.budget);
    m_monthBudget->setValue(m_before.monthBudget);
    fillSince();
    m_schedule->setCurrentIndex(
        std::max(m_before.everyMinutes ? m_schedule->findData(*m_before.everyMinutes) : 0, 0));
}

void SubscriptionDialog::fillSince()
{
    m_hasSince->setChecked(m_before.since.has_value());
    suggestSince();
    m_since->setEnabled(m_hasSince->isChecked());
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_facts.zone);
    m_since->setMaximumDate(now.date());
    m_since->setDate(m_before.since ? QDateTime::fromMSecsSinceEpoch(*m_before.since, m_facts.zone).date()
                                    : now.date().addDays(-usualDays));
}

/// Timelines go back for years, feeds don't.
void SubscriptionDialog::suggestSince()
{
    if (m_before.number == 0 && !m_sinceWasChosen)
        m_hasSince->setChecked(service() != Service::Feed);
}

/// A day that nobody touched begins as it did, in whatever zone that was.
std::optional<Instant> SubscriptionDialog::since() const
{
    if (!m_hasSince->isChecked())
        return std::nullopt;
    const QDate day = m_since->date();
    if (m_before.since && QDateTime::fromMSecsSinceEpoch(*m_before.since, m_facts.zone).date() == day)
        return m_before.since;
    return day.startOfDay(m_facts.zone).toMSecsSinceEpoch();
}

Service SubscriptionDialog::service() const
{
    return serviceFromKey(m_service->currentData().toString()).value_or(Service::Feed);
}

void SubscriptionDialog::showFields()
{
    const Service shown = service();
    const auto showRow = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(visible);
    };
    const bool hasTags = shown == Service::Mastodon || shown == Service::Bluesky;
    showRow(m_anyTags, hasTags);
    showRow(m_allTags, hasTags);
    showRow(m_noneTags, hasTags);
    showRow(m_words, shown == Service::Bluesky || shown == Service::X);
    showRow(m_account, shown == Service::Bluesky);
    showRow(m_secret, shown != Service::Feed);
    showRow(m_archive, shown == Service::X);
    showRow(m_budget, costsMoney(shown));
    showRow(m_monthBudget, costsMoney(shown) && m_schedule->currentData().isValid());
    check();
}

Subscription SubscriptionDialog::subscription() const
{
    Subscription subscription = m_before;
    subscription.service = service();
    subscription.address = typedAddress(m_address->text());
    subscription.anyTags = m_anyTags->isHidden() ? QStringList() : typedTags(m_anyTags->text());
    subscription.allTags = m_allTags->isHidden() ? QStringList() : typedTags(m_allTags->text());
    subscription.noneTags = m_noneTags->isHidden() ? QStringList() : typedTags(m_noneTags->text());
    subscription.words = m_words->isHidden() ? QString() : m_words->text().trimmed();
    subscription.account = m_account->isHidden() ? QString() : m_account->text().trimmed();
    subscription.wholeArchive = m_archive->isChecked();
    subscription.budget = m_budget->value();
    subscription.monthBudget = m_monthBudget->value();
    subscription.since = since();
    subscription.everyMinutes.reset();
    if (m_schedule->currentData().isValid())
        subscription.everyMinutes = m_schedule->currentData().toInt();
    const QString name = m_name->text().simplified();
    subscription.name
        = name.isEmpty() ? freeName(nameFor(subscription), usedNames(m_facts, subscription.number)) : name;
    return subscription;
}

QString SubscriptionDialog::secret() const
{
    return m_secret->isHidden() ? QString() : m_secret->text().trimmed();
}

/// Why it can't be saved as it stands, as a sentence.
std::optional<QString> SubscriptionDialog::lackOfFields() const
{
    if (m_address->text().isEmpty())
        return tr("Give the address.");
    const Subscription said = subscription();
    for (const auto &lack : {lackOf(said), clashOf(said, m_facts), faultOf(secret())}) {
        if (lack)
            return lack;
    }
    return std::nullopt;
}

void SubscriptionDialog::check()
{
    if (!m_save)
        return; // still being made
    const auto lack = lackOfFields();
    m_lack->setText(lack.value_or(QString()));
    // A window doesn't grow with a sentence that takes another line.
    if (const int needed = m_form->totalHeightForWidth(width()); height() < needed)
        resize(width(), needed);
    m_save->setEnabled(!lack);
}

} // namespace tidemark
