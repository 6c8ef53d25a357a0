#include "dialogs/HelplinesDialog.h"

#include "dialogs/PlainTable.h"
#include "text/LocalDates.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int goodForDays = 366;

QString verified(const Helpline &line, const QDate &today)
{
    const QString when = HelplinesDialog::tr("%1, %2").arg(
        line.verifiedBy, QLocale().toString(line.verifiedOn, localDatePattern(u"yMMMd"_s)));
    return line.verifiedOn.daysTo(today) > goodForDays ? HelplinesDialog::tr("%1, more than a year ago").arg(when)
                                                       : when;
}

} // namespace

HelplinesDialog::HelplinesDialog(const Result<QVector<Helpline>> &lines, const QDate &today, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"helplinesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Helplines"));
    auto *sentence = new QLabel(this);
    sentence->setObjectName(u"helplinesSentence"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(sentence);
    if (!lines) {
        sentence->setText(lines.error().message);
    } else if (lines->isEmpty()) {
        sentence->setText(
            tr("Nobody has verified an entry yet, and a number that is wrong does harm. So this list is "
               "empty. If you are in danger, call the emergency number of your country."));
    } else {
        sentence->setText(tr("Each of these was verified by the person named, on that day."));
        QVector<QStringList> rows;
        for (const Helpline &line : lines.value())
            rows.append({line.country, line.name, line.phone, line.link, line.languages, line.hours,
                         verified(line, today), line.source});
        auto *table = new PlainTable(this);
        table->setAccessibleName(windowTitle());
        table->setRows({tr("Country"), tr("Name"), tr("Phone"), tr("Link"), tr("Languages"), tr("Hours"),
                        tr("Verified"), tr("Source")},
                       rows);
        layout->addWidget(table, 1);
        resize(760, 360);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(440);
}

} // namespace tidemark
