#include "dialogs/SourcesDialog.h"

#include "collection/SubscriptionRules.h"
#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "dialogs/SubscriptionDialog.h"
#include "export/SavedFile.h"
#include "jobs/JobBar.h"
#include "model/SubscriptionsModel.h"
#include "story/WorkPool.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

SourcesDialog::SourcesDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_model(new SubscriptionsModel(this)),
      m_table(new QTableView(this)),
      m_sentence(new QLabel(this)),
      m_fetches(new JobBar(this))
{
    setObjectName(u"sourcesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sources"));
    m_sentence->setObjectName(u"sourceSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    dressTable();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_table, 1);
    middle->addLayout(makeSide());
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(m_sentence);
    layout->addWidget(m_fetches);
    layout->addWidget(buttons);
    resize(960, 400);
    connect(collection, &Collection::changed, this, &SourcesDialog::follow);
    follow();
}

void SourcesDialog::dressTable()
{
    m_table->setObjectName(u"sourcesTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SubscriptionsModel::NameColumn, QHeaderView::Stretch);
    connect(m_table, &QTableView::doubleClicked, this, &SourcesDialog::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesDialog::chosen);
}

QLayout *SourcesDialog::makeSide()
{
    auto *side = new QVBoxLayout;
    const auto add = [this, side](const QString &name, const QString &text, void (SourcesDialog::*does)()) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, does);
        side->addWidget(button);
        return button;
    };
    add(u"addSource"_s, tr("&Add..."), &SourcesDialog::add);
    m_edit = add(u"editSource"_s, tr("&Edit..."), &SourcesDialog::edit);
    m_pause = add(u"pauseSource"_s, tr("&Pause"), &SourcesDialog::pause);
    m_remove = add(u"removeSubscription"_s, tr("&Remove..."), &SourcesDialog::remove);
    m_fetch = add(u"fetchSource"_s, tr("&Fetch"), &SourcesDialog::fetchChosen);
    m_fetchAll = add(u"fetchAllSources"_s, tr("Fetch A&ll"), &SourcesDialog::fetchEach);
    m_import = add(u"importSources"_s, tr("&Import List..."), &SourcesDialog::importList);
    m_export = add(u"exportSources"_s, tr("E&xport List..."), &SourcesDialog::exportList);
    side->addStretch(1);
    return side;
}

const Subscription *SourcesDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->subscriptionAt(index.row()).subscription : nullptr;
}

void SourcesDialog::follow()
{
    const qint64 number = current() ? current()->number : 0;
    const int before = std::max(m_table->currentIndex().row(), 0);
    m_model->setFacts(m_collection->facts());
    m_table->setColumnHidden(SubscriptionsModel::BudgetColumn, !m_model->hasBudgets());
    const int row = m_model->rowOf(number);
    if (m_model->rowCount() > 0) // where it was removed, the next one
        m_table->selectRow(row >= 0 ? row : std::min(before, m_model->rowCount() - 1));
    chosen();
}

void SourcesDialog::chosen()
{
    const Subscription *subscription = current();
    const bool writable = !m_collection->facts().readOnly;
    for (QPushButton *button : {m_edit, m_pause, m_remove, m_fetch})
        button->setEnabled(subscription && writable);
    m_fetchAll->setEnabled(m_model->rowCount() > 0 && writable);
    m_import->setEnabled(writable);
    m_export->setEnabled(!subscribedFeeds(m_collection->facts()).isEmpty());
    m_pause->setText(subscription && subscription->paused ? tr("Res&ume") : tr("&Pause"));
    if (!subscription) {
        m_sentence->setText(m_model->rowCount() > 0
                                ? QString()
                                : tr("No source is subscribed to. Nothing is fetched before you ask for it."));
        return;
    }
    m_sentence->setText(remarksOn(m_model->subscriptionAt(m_table->currentIndex().row())).join(u'\n'));
}

void SourcesDialog::add()
{
    auto *dialog = new SubscriptionDialog({}, m_collection->facts(), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit added(dialog->subscription(), dialog->secret()); });
    dialog->open();
}

void SourcesDialog::edit()
{
    if (!current() || m_collection->facts().readOnly)
        return;
    auto *dialog = new SubscriptionDialog(*current(), m_collection->facts(), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit edited(dialog->subscription(), dialog->secret()); });
    dialog->open();
}

void SourcesDialog::pause()
{
    if (!current())
        return;
    Subscription changed = *current();
    changed.paused = !changed.paused;
    emit edited(changed, {});
}

void SourcesDialog::remove()
{
    if (!current())
        return;
    const Subscription subscription = *current();
    auto *withStories = new QCheckBox(tr("Remove the &stories that only it brought, too"), this);
    withStories->setObjectName(u"removeStories"_s);
    ask(this, tr("Remove %1? It is asked no more.").arg(isolated(subscription.name)), tr("Remove"), withStories,
        [this, subscription](bool stories) { emit removed(subscription, stories); });
}

void SourcesDialog::showFetch(const QString &title, const Job<QVector<SourceFetch>> &fetch)
{
    m_fetches->run(
        title, fetch, this, [](const auto &) {}, [](const Error &) {}); // whoever asked tells the outcome
}

void SourcesDialog::tell(const QString &sentence)
{
    m_fetches->tell(sentence);
}

void SourcesDialog::importList()
{
    const QString path = chooseFile(this, tr("Import List of Feeds"), usualFolder(), listFiles());
    if (path.isEmpty())
        return;
    whenDone(QtConcurrent::run(workPool(), [path] { return readOpmlFile(path); }), this,
             [this](const Result<QVector<ListedFeed>> &feeds) {
                 if (!feeds) {
                     inform(this, feeds.error().message);
                     return;
                 }
                 emit listed(subscriptionsTo(*feeds, m_collection->facts()));
             });
}

void SourcesDialog::exportList()
{
    const QString path
        = chooseTarget(this, tr("Export List of Feeds"), usualFolder() + u"/feeds.opml"_s, listFiles());
    if (path.isEmpty())
        return;
    const QByteArray list = writeOpml(subscribedFeeds(m_collection->facts()));
    whenDone(QtConcurrent::run(workPool(), [path, list] { return saveBytes(path, list); }), this,
             [this, path](const Result<> &saved) {
                 m_sentence->setText(
                     saved ? tr("The list was written to %1.").arg(isolated(QFileInfo(path).fileName()))
                           : saved.error().message);
             });
}

QString SourcesDialog::listFiles()
{
    return tr("Lists of feeds (*.opml *.xml)") + u";;"_s + tr("All files (*)");
}

void SourcesDialog::fetchChosen()
{
    if (current())
        emit fetchWished({current()->number});
}

void SourcesDialog::fetchEach()
{
    emit fetchWished({});
}

} // namespace tidemark
