#include "dialogs/ImportReportPage.h"

#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "dialogs/PlainTable.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString opening(const ImportReport &report)
{
    const QString file = isolated(QFileInfo(report.path).fileName());
    const QLocale locale;
    const QString added = locale.toString(report.counts.added + report.counts.originals);
    if (!report.brokenOff.isEmpty())
        return ImportReportPage::tr("%1 new stories came in before the file broke off. %2")
            .arg(added, report.brokenOff);
    return report.cancelled
        ? ImportReportPage::tr("The import of %1 was stopped after %2 new stories. Importing the file again goes "
                               "on where it stopped.")
              .arg(file, added)
        : ImportReportPage::tr("%1 brought %2 new stories.").arg(file, added);
}

} // namespace

ImportReportPage::ImportReportPage(const ImportReport &report, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(opening(report), this));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(2, 1);
    const auto add = [&](const QString &name, qint64 count, bool always = false) {
        if (count == 0 && !always)
            return;
        const int row = grid->rowCount();
        grid->addWidget(plainLabel(QLocale().toString(count), this), row, 0, Qt::AlignRight);
        grid->addWidget(plainLabel(name, this), row, 1);
    };
    const ImportCounts &counts = report.counts;
    add(tr("records read"), counts.read, true);
    add(tr("added as new stories"), counts.added, true);
    add(tr("already there"), counts.duplicates);
    add(tr("already there, now with more"), counts.updated);
    add(tr("reposts"), counts.reposts);
    add(tr("stories that came inside a repost"), counts.originals);
    add(tr("taken back by their authors"), counts.withdrawn);
    for (auto reason = report.skippedBy.cbegin(); reason != report.skippedBy.cend(); ++reason)
        add(tr("skipped: %1").arg(isolated(reason.key())), reason.value());
    add(tr("set aside because they can't be read"), counts.rejected);
    layout->addLayout(grid);

    if (!report.notes.isEmpty()) {
        auto *notes = plainLabel(report.notes.join(u'\n'), this);
        notes->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(notes);
    }
    if (!report.rejections.isEmpty()) {
        auto *table = new PlainTable(this);
        table->setAccessibleName(tr("Records set aside"));
        QVector<QStringList> rows;
        for (const RejectedRecord &record : report.rejections)
            rows.append({record.place(), record.reason});
        table->setRows({tr("Place"), tr("Why it was set aside")}, rows);
        table->setMinimumHeight(140);
        layout->addWidget(table, 1);
    } else {
        layout->addStretch(1); // beside a longer one
    }
}

} // namespace tidemark
