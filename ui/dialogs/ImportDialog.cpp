#include "dialogs/ImportDialog.h"

#include "collection/UserFiles.h"
#include "dialogs/CodingsPreview.h"
#include "dialogs/ForeignText.h"
#include "dialogs/MappingEditor.h"
#include "dialogs/Placement.h"
#include "dialogs/PlainLabel.h"
#include "dialogs/PlainTable.h"
#include "dialogs/PreviewRows.h"
#include "dialogs/Question.h"
#include "dialogs/TableFormEditor.h"
#include "jobs/WhenDone.h"
#include "source/HeaderGuess.h"
#include "source/MappingMemory.h"
#include "story/WorkPool.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

constexpr int widestCodings = 220; ///< of their column, so that the text beside them can be seen

} // namespace

ImportDialog::ImportDialog(const QString &path, Recall recall, Codebook codebook, QWidget *parent)
    : QDialog(parent),
      m_path(path),
      m_recall(std::move(recall)),
      m_codebook(std::move(codebook)),
      m_sentence(plainLabel({}, this)),
      m_notes(plainLabel({}, this)),
      m_target(plainLabel({}, this)),
      m_tabs(new QTabWidget(this)),
      m_rows(new PlainTable(this)),
      m_stories(new PlainTable(this)),
      m_form(new TableFormEditor(this)),
      m_editor(new MappingEditor(m_codebook, this)),
      m_editorArea(new QScrollArea(this))
{
    setObjectName(u"importDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import"));
    m_sentence->setObjectName(u"importSentence"_s);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_target->setObjectName(u"importTarget"_s);
    m_rows->setAccessibleName(tr("The first rows of the file"));
    m_stories->setAccessibleName(tr("The stories they make"));
    m_tabs->setAccessibleName(tr("What the file holds"));
    m_tabs->addTab(m_stories, tr("Stories"));
    m_rows->hide(); // until it has a tab
    m_editorArea->setWidget(m_editor);
    m_editorArea->setWidgetResizable(true);
    m_editorArea->setFrameShape(QFrame::NoFrame);
    m_editorArea->setFocusPolicy(Qt::NoFocus);
    m_editorArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editorArea->hide();
    m_again.setSingleShot(true);
    m_again.setInterval(200ms);
    connect(&m_again, &QTimer::timeout, this, &ImportDialog::look);
    connect(m_editor, &MappingEditor::changed, &m_again, qOverload<>(&QTimer::start));
    connect(m_form, &TableFormEditor::formChanged, this, &ImportDialog::lookAnew);
    connect(m_form, &TableFormEditor::timeZoneChanged, &m_again, qOverload<>(&QTimer::start));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importButton"_s);
    m_importAll = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_importAll->setObjectName(u"importAllButton"_s);
    m_importAll->hide();
    connect(m_importAll, &QPushButton::clicked, this, [this] {
        emit othersWished();
        accept();
    });
    allowImport(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_editorArea);
    middle->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_sentence);
    layout->addWidget(m_notes);
    layout->addWidget(m_form);
    layout->addLayout(middle, 1);
    layout->addWidget(m_target);
    layout->addWidget(buttons);
    resizeWithinScreen(this, {920, 620});
    m_sentence->setText(tr("Looking at %1 ...").arg(isolated(QFileInfo(path).fileName())));
    look();
}

void ImportDialog::sayThatACollectionIsMade()
{
    m_target->setText(tr("The stories go into a new collection that is named after the file."));
}

void ImportDialog::offerOthers(int others)
{
    m_importAll->setText(tr("Import All %n", nullptr, others + 1));
    m_importAll->setVisible(others > 0);
}

void ImportDialog::allowImport(bool allowed)
{
    m_import->setEnabled(allowed);
    m_importAll->setEnabled(allowed);
}

bool ImportDialog::isReady() const
{
    return m_import->isEnabled();
}

QString ImportDialog::formKey() const
{
    const bool isKnown = m_formKey.isEmpty() || m_form->form() == tableFormFromText(m_recall(m_formKey));
    return isKnown ? QString() : m_formKey;
}

void ImportDialog::reject()
{
    const bool isMapped = m_hasColumns && m_editor->mapping() != m_offered;
    if (!isMapped && formKey().isEmpty() && m_form->timeZone().isEmpty())
        return QDialog::reject();
    ask(this, tr("Throw away what you said of the file?"), tr("Throw Away"), [this] { QDialog::reject(); });
}

ReaderOptions ImportDialog::options() const
{
    ReaderOptions options;
    options.window = m_window;
    options.form = m_form->form();
    if (m_hasColumns)
        options.mapping = m_editor->mapping();
    if (const QString zone = m_form->timeZone(); !zone.isEmpty()) {
        if (!options.mapping)
            options.mapping.emplace().guessRest = true; // of a known form it says nothing but the zone
        options.mapping->timeZone = zone;
    }
    return options;
}

/// Other signs make other columns: what was said of those before is void.
void ImportDialog::lookAnew()
{
    m_hasColumns = false;
    m_mapped = false;
    m_memoryKey.clear();
    look();
}

void ImportDialog::look()
{
    const auto reading = [path = m_path, options = options()]() -> Result<Preview> {
        if (isDatabase(path)) {
            return Error{Error::Kind::Usage,
                         tr("%1 is a database. If it is a collection of Tidemark, open it with File > Open; from "
                            "another database export its stories as CSV and import those.")
                             .arg(isolated(QFileInfo(path).fileName()))};
        }
        return previewFile(path, options);
    };
    whenDone(QtConcurrent::run(workPool(), reading), this,
             [this, number = ++m_number](const Result<Preview> &preview) {
                 if (number == m_number)
                     showPreview(preview);
             });
}

void ImportDialog::showPreview(const Result<Preview> &answer)
{
    const bool madeStories = m_import->isEnabled();
    allowImport(false);
    if (!answer) {
        m_sentence->setText(answer.error().message);
        m_tabs->setVisible(m_mapped);
        emit looked(false);
        return;
    }
    const Preview &preview = answer.value();
    if (preview.memoryNeeded) {
        emit looked(false);
        askForMemory(*preview.memoryNeeded);
        return;
    }
    if (recallForm(preview.formKey))
        return;
    m_sentence->setText(tr("%1: %2").arg(isolated(QFileInfo(m_path).fileName()), isolated(preview.formatName)));
    if (!m_mapped)
        m_doubt = preview.doubt;
    QStringList notes = preview.notes
        + codingsNote(m_hasColumns ? m_editor->mapping().labels : QVector<LabelColumn>(), m_codebook);
    if (!m_doubt.isEmpty())
        notes.prepend(m_doubt);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_form->showFor(preview);
    m_tabs->setVisible(true);
    showStories(preview.records);
    if (!preview.header.isEmpty() && !m_mapped)
        showColumns(preview);
    m_mapped = true;
    allowImport(makesStories());
    if (makesStories() && !madeStories)
        m_tabs->setCurrentWidget(m_stories);
    if (!m_again.isActive())
        emit looked(makesStories() && m_doubt.isEmpty());
}

/// Whether a column becomes the text of the stories, or what stands for it.
bool ImportDialog::makesStories() const
{
    const auto mapping = options().mapping;
    return !m_hasColumns || mapping->columns.contains(StoryField::Text)
        || mapping->columns.contains(StoryField::MediaDescriptions);
}

/// Once a file: looks anew with what was said before of how a file like this is written.
bool ImportDialog::recallForm(const QString &key)
{
    if (std::exchange(m_formKey, key) == key)
        return false;
    const TableForm said = tableFormFromText(m_recall(key));
    if (said == m_form->form())
        return false;
    m_form->setForm(said);
    lookAnew();
    return true;
}

/// The columns with the mapping that was used for a file like this before, else with the guess.
void ImportDialog::showColumns(const Preview &preview)
{
    m_hasColumns = true;
    m_memoryKey = mappingKey(preview.header);
    Preview shown = preview;
    const LabelGuess guess = guessedLabels(preview, m_codebook);
    QStringList offered = guess.unclear;
    for (const LabelColumn &label : guess.labels)
        offered << label.column;
    if (const auto remembered = mappingFromText(m_recall(m_memoryKey))) {
        shown.mapping = mappingFor(preview.header, preview.rows, remembered);
        shown.mapping.guessRest = false;
        m_again.start();
    } else if (!guess.labels.isEmpty() && !isOwnExport(preview.header)) { // what we coded says the file again
        shown.mapping.labels = guess.labels;
        m_again.start();
    }
    m_editor->setPreview(shown, offered);
    m_offered = m_editor->mapping();
    m_editorArea->setMinimumWidth(m_editor->minimumSizeHint().width()
                                  + m_editorArea->verticalScrollBar()->sizeHint().width());
    m_editorArea->setVisible(m_hasColumns);
    m_rows->setRows(preview.header, preview.rows);
    if (m_tabs->indexOf(m_rows) < 0)
        m_tabs->addTab(m_rows, tr("File"));
    if (!makesStories()) { // the next step is to say which column is the text
        m_tabs->setCurrentWidget(m_rows);
        m_editor->setFocus(Qt::TabFocusReason);
    }
}

void ImportDialog::askForMemory(qint64 bytes)
{
    allowImport(false);
    const QString sentence = tr("Reading %1 takes %2 of memory, because of how it is compressed.")
                                 .arg(isolated(QFileInfo(m_path).fileName()), locale().formattedDataSize(bytes));
    m_sentence->setText(sentence);
    ask(this, sentence, tr("Read It"), [this] {
        m_window = ZstdWindow::Large;
        look();
    });
}

void ImportDialog::showStories(const QVector<Record> &records)
{
    const bool areLabelled = haveCodings(records);
    QStringList columns{tr("Time (UTC)"), tr("Platform"), tr("Text")};
    if (areLabelled)
        columns.insert(codingsPlace, tr("Codings by hand"));
    m_stories->setRows(columns, previewRows(records, m_codebook));
    if (areLabelled)
        m_stories->setColumnWidth(codingsPlace, std::min(m_stories->columnWidth(codingsPlace), widestCodings));
}

} // namespace tidemark
