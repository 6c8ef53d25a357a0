#include "search/QueryHelp.h"

#include "dialogs/PlainLabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Line
{
    const char *typed;
    const char *meaning;
};

constexpr std::array words{
    Line{"boss office", QT_TRANSLATE_NOOP("QueryHelp", "both words, anywhere in the story")},
    Line{"\"at work\"", QT_TRANSLATE_NOOP("QueryHelp", "these words in a row")},
    Line{"harass*", QT_TRANSLATE_NOOP("QueryHelp", "words that begin so")},
    Line{"teacher OR coach", QT_TRANSLATE_NOOP("QueryHelp", "either word; round brackets group")},
    Line{"train -film", QT_TRANSLATE_NOOP("QueryHelp", "the first without the second; NOT film does the same")},
    Line{"NEAR(told nobody, 5)", QT_TRANSLATE_NOOP("QueryHelp", "at most five words between")},
    Line{"#MeToo", QT_TRANSLATE_NOOP("QueryHelp", "this hashtag")},
};

constexpr std::array terms{
    Line{"theme:workplace,groping", QT_TRANSLATE_NOOP("QueryHelp", "any of these themes")},
    Line{"-theme:public_figures", QT_TRANSLATE_NOOP("QueryHelp", "without this theme; - works before every term")},
    Line{"voice:testimony", QT_TRANSLATE_NOOP("QueryHelp", "testimony, solidarity, support, commentary, unknown")},
    Line{"platform:mastodon  lang:es", QT_TRANSLATE_NOOP("QueryHelp", "where it was shared, in which language")},
    Line{"source:\"posts.csv\"", QT_TRANSLATE_NOOP("QueryHelp", "which file brought it")},
    Line{"attr:sector=health", QT_TRANSLATE_NOOP("QueryHelp", "a further column of an imported file")},
    Line{"since:2017-10-15 until:2017-10-22", QT_TRANSLATE_NOOP("QueryHelp", "from the first day to the last")},
    Line{"is:unread  is:starred  is:undated",
         QT_TRANSLATE_NOOP("QueryHelp", "also has:note, has:theme, has:warning")},
    Line{"is:original  is:copy",
         QT_TRANSLATE_NOOP("QueryHelp", "the first of those that say nearly the same; the later ones")},
    Line{"copies:>10  copies:2..10", QT_TRANSLATE_NOOP("QueryHelp", "how many near-copies a story has")},
    Line{"coded:hand", QT_TRANSLATE_NOOP("QueryHelp", "somebody set a theme or the voice by hand")},
};

} // namespace

QueryHelp::QueryHelp(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"queryHelp"_s);
    setWindowTitle(tr("Query Language"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto add = [&](const Line &line) {
        auto *typed = plainLabel(QString::fromLatin1(line.typed), this);
        typed->setFont(fixed);
        typed->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *meaning = plainLabel(QCoreApplication::translate("QueryHelp", line.meaning), this);
        for (QLabel *label : {typed, meaning})
            label->setWordWrap(false); // the rows of a window give a second line no room
        const int row = grid->rowCount();
        grid->addWidget(typed, row, 0, Qt::AlignTop);
        grid->addWidget(meaning, row, 1, Qt::AlignTop);
    };
    for (const Line &line : words)
        add(line);
    grid->setRowMinimumHeight(grid->rowCount(), 8);
    for (const Line &line : terms)
        add(line);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(plainLabel(tr("Type words, terms or both; a story must match all of it."), this));
    layout->addLayout(grid);
    layout->addWidget(buttons);
}

} // namespace tidemark
