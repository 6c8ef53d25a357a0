#include "codebook/SampleView.h"

#include "dialogs/PaneSplitter.h"
#include "dialogs/PlainLabel.h"
#include "dialogs/PlainTable.h"
#include "filter/WordMatcher.h"
#include "jobs/WhenDone.h"
#include "model/Covering.h"
#include "reading/ConcealedPage.h"
#include "reading/ShownText.h"
#include "reading/StoryCover.h"
#include "theme/Colours.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

SampleView::SampleView(Collection *collection, Covering *covering, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_collection(collection),
      m_covering(covering),
      m_stories(new JudgedStories(collection, covering, this)),
      m_table(new PlainTable(this)),
      m_pages(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(m_pages)),
      m_cover(new StoryCover(m_pages)),
      m_figures(plainLabel({}, this))
{
    m_figures->setObjectName(u"sampleFigures"_s);
    m_table->setObjectName(u"sampleTable"_s);
    m_table->setAccessibleName(name);
    m_table->setModel(m_stories);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_text->setObjectName(u"sampleText"_s);
    m_text->setAccessibleName(tr("The story"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_pages->setAccessibleName(tr("The story"));
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_cover);

    auto *verdicts = new QHBoxLayout;
    verdicts->addWidget(m_figures, 1);
    verdicts->addWidget(addVerdict(u"judgeYes"_s, tr("Belongs (Y)"), QKeySequence(Qt::Key_Y), true));
    verdicts->addWidget(addVerdict(u"judgeNo"_s, tr("Doesn't (N)"), QKeySequence(Qt::Key_N), false));
    verdicts->addWidget(addVerdict(u"judgeAgain"_s, tr("Unjudged"), QKeySequence::Delete, std::nullopt));
    auto *parts = new PaneSplitter(Qt::Vertical, this);
    parts->addWidget(m_table);
    parts->addWidget(m_pages);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(verdicts);
    layout->addWidget(parts, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SampleView::readStory);
    connect(m_stories, &QAbstractItemModel::modelReset, this, [this] {
        m_table->selectRow(0);
        showFigures();
        readStory();
    });
    connect(m_stories, &QAbstractItemModel::dataChanged, this, &SampleView::showFigures);
    connect(covering, &Covering::changed, this, &SampleView::showStory);
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.stories || change.codings || change.codebook)
            readPage();
    });
    connect(m_cover, &StoryCover::uncoverWished, this, &SampleView::uncover);
    connect(addKey(QKeySequence(Qt::Key_Space)), &QAction::triggered, this, &SampleView::uncover);
    showFigures();
}

QPushButton *SampleView::addVerdict(const QString &name, const QString &text, const QKeySequence &key,
                                    std::optional<bool> belongs)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, belongs] { judge(belongs); });
    connect(addKey(key), &QAction::triggered, this, [this, belongs] { judge(belongs); });
    return button;
}

/// That acts while the list has the focus.
QAction *SampleView::addKey(const QKeySequence &key)
{
    auto *action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
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

void SampleView::readStory()
{
    m_chosen = m_stories->storyAt(m_table->currentIndex().row());
    m_page.reset();
    showStory();
    readPage();
}

void SampleView::readPage()
{
    const quint64 number = ++m_question;
    if (m_chosen == noStory || !m_collection)
        return;
    const qint64 codebook = m_covering->codebook();
    whenDone(m_collection->story(m_chosen), this, [this, codebook, number](const Result<StoryPage> &page) {
        if (number != m_question || !page)
            return;
        m_page = page.value();
        m_readUnder = codebook;
        showStory();
    });
}

void SampleView::showStory()
{
    m_text->clear();
    // By the themes of another codebook, nobody can tell whether it is covered: it is being read anew.
    const bool isJudged = m_page && m_readUnder == m_covering->codebook();
    const bool covered = isJudged && m_covering->covers(m_page->row);
    m_pages->setCurrentWidget(covered ? static_cast<QWidget *>(m_cover) : m_text);
    if (!isJudged || !m_collection)
        return;
    const CollectionFacts facts = m_collection->facts();
    if (covered) {
        m_cover->cover(*m_page, facts, false);
        return;
    }
    const ConcealedPage concealed(*m_page, facts.publicAccounts);
    m_text->setPlainText(ShownText(m_page->text, concealed.concealed(m_page->text), {}).text());
    markWords();
}

void SampleView::uncover()
{
    if (m_page && m_covering->covers(m_page->row))
        m_covering->uncover(m_page->row.id);
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
