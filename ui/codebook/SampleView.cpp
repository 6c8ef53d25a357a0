#include "codebook/SampleView.h"

#include "dialogs/PlainLabel.h"
#include "filter/WordMatcher.h"
#include "jobs/WhenDone.h"
#include "reading/ConcealedPage.h"
#include "reading/ShownText.h"
#include "theme/Colours.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

SampleView::SampleView(Collection *collection, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_collection(collection),
      m_stories(new JudgedStories(collection, this)),
      m_table(new QTableView(this)),
      m_text(new QPlainTextEdit(this)),
      m_figures(plainLabel({}, this))
{
    m_figures->setObjectName(u"sampleFigures"_s);
    m_table->setObjectName(u"sampleTable"_s);
    m_table->setAccessibleName(name);
    m_table->setModel(m_stories);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_text->setObjectName(u"sampleText"_s);
    m_text->setAccessibleName(tr("The story"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);

    auto *verdicts = new QHBoxLayout;
    verdicts->addWidget(m_figures, 1);
    verdicts->addWidget(addVerdict(u"judgeYes"_s, tr("Belongs (Y)"), QKeySequence(Qt::Key_Y), true));
    verdicts->addWidget(addVerdict(u"judgeNo"_s, tr("Doesn't (N)"), QKeySequence(Qt::Key_N), false));
    verdicts->addWidget(addVerdict(u"judgeAgain"_s, tr("Unjudged"), QKeySequence::Delete, std::nullopt));
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_table);
    parts->addWidget(m_text);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(verdicts);
    layout->addWidget(parts, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SampleView::showStory);
    connect(m_stories, &QAbstractItemModel::modelReset, this, [this] {
        m_table->selectRow(0);
        showFigures();
        showStory();
    });
    connect(m_stories, &QAbstractItemModel::dataChanged, this, &SampleView::showFigures);
    showFigures();
}

QPushButton *SampleView::addVerdict(const QString &name, const QString &text, const QKeySequence &key,
                                    std::optional<bool> belongs)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, belongs] { judge(belongs); });
    auto *action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, belongs] { judge(belongs); });
    return button;
}

/// The next one comes under the cursor.
void SampleView::judge(std::optional<bool> belongs)
{
    const int row = m_table->currentIndex().row();
    m_stories->judge(row, belongs);
    if (belongs && row + 1 < m_stories->rowCount())
        m_table->selectRow(row + 1);
}

void SampleView::showFigures()
{
    m_figures->setText(m_stories->figures());
}

void SampleView::showStory()
{
    m_shown = m_stories->storyAt(m_table->currentIndex().row());
    m_text->clear();
    if (m_shown == noStory || !m_collection)
        return;
    whenDone(m_collection->story(m_shown), this, [this, story = m_shown](const Result<StoryPage> &page) {
        if (story != m_shown || !page)
            return;
        const ConcealedPage concealed(page.value(), m_collection->facts().publicAccounts);
        m_text->setPlainText(ShownText(page->text, concealed.concealed(page->text), {}).text());
        markWords();
    });
}

void SampleView::setWords(const WordQuery &words)
{
    m_words = words;
    markWords();
}

void SampleView::markWords()
{
    const QString text = m_text->toPlainText();
    const Tokens tokens = tokenise(text);
    QList<QTextEdit::ExtraSelection> marks;
    const QVector<TokenRun> runs = WordMatcher(m_words).runs(tokens);
    for (const TokenRun &run : runs) {
        const Token &last = tokens.at(run.first + run.count - 1);
        QTextEdit::ExtraSelection mark{m_text->textCursor(), {}};
        mark.cursor.setPosition(static_cast<int>(tokens.at(run.first).start));
        mark.cursor.setPosition(static_cast<int>(last.start + last.length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline); // as where a story's themes are explained
        mark.format.setBackground(coloursOf(palette()).explanation);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

} // namespace tidemark
